// Puts the page together: one world, three phones, the strip above them, the feed that keeps them alive.

import { ClockStrip } from "./clock_strip.js";
import { door } from "./door.js";
import { h } from "./elements.js";
import { listen } from "./feed.js";
import { JournalDrawer } from "./journal_drawer.js";
import { Phone } from "./phone.js";
import { applyPreferences } from "./preferences.js";
import { askDialog, toast } from "./sheet.js";
import { t } from "./strings.js";
import { Tour } from "./tour.js";
import { Walks } from "./walk.js";
import { World } from "./world.js";

const SLOTS = { client: "client", guardian: "client", supervisor: "supervisor", officer: "officer" };
const TOLD = ["message", "chat", "keyboard", "typing", "blocked", "signal", "toast", "unread", "clock"];
const narrow = matchMedia("(max-width: 899px)");

const world = new World();
const walks = new Walks(world);
const room = document.getElementById("phones");
const drawer = new JournalDrawer(world, document.getElementById("drawer"));
let phones = [];
let front = 0;
let strip;
let tour;

/** Who shares a frame: by role, or one each when the scene has no such roles. */
function frames(people) {
  const groups = new Map();
  for (const phone of people) {
    const slot = SLOTS[phone.role] ?? "officer";
    if (!groups.has(slot)) groups.set(slot, []);
    groups.get(slot).push(phone);
  }
  const known = ["client", "supervisor", "officer"].filter((slot) => groups.has(slot));
  if (known.length > 1) return known.map((slot) => [slot, groups.get(slot)]);
  return [0, 1, 2].map((i) => [`frame${i}`, people.filter((_, n) => n % 3 === i)]).filter(([, list]) => list.length);
}

function drawPhones() {
  const open = phones.map((phone) => phone.person);
  for (const phone of phones) phone.chat.close();
  const together = narrow.matches ? [["all", world.scene.phones]] : frames(world.scene.phones);
  phones = together.filter(([, list]) => list.length).map(([slot, list]) => {
    const phone = new Phone(world, walks, list, slot, look);
    const before = narrow.matches ? open[front] : open.find((person) => list.some((one) => one.person === person));
    if (before && list.some((one) => one.person === before)) phone.show(before);
    return phone;
  });
  front = 0;
  room.setAttribute("aria-label", t("phones"));
  room.replaceChildren(...phones.map((phone) => phone.element));
  look();
}

function look() {
  world.show(phones.map((phone) => phone.person));
}

/** Brings the phone of `person` to the front, for the tour. */
function showPerson(person) {
  phones.find((phone) => phone.phones.some((one) => one.person === person))?.show(person);
  return phones.find((phone) => phone.person === person);
}

function redraw() {
  document.title = `${t("simulation")} · ${world.scene.title || world.scene.bot.first_name || ""}`;
  strip.draw();
  drawPhones();
  tour.draw();
  if (!drawer.element.hidden) drawer.open();
}

function report(error) {
  toast(document.body, t(error.message));
}

async function reset() {
  const yes = await askDialog(document.body, {
    title: t("reset"), text: t("reset_sure"), choices: [{ label: t("cancel"), value: false }, { label: t("yes"), value: true, primary: true }],
  });
  if (!yes) return;
  toast(document.body, t("resetting"));
  await door.reset().catch(report);
}

async function begin() {
  applyPreferences();
  tour = new Tour(world, showPerson);
  strip = new ClockStrip(world, document.getElementById("strip"), {
    journal: () => drawer.toggle(), redraw, reset, report,
    get tour() { return tour.available ? () => tour.begin() : null; },
    minute: () => phones.forEach((phone) => phone.hear("clock", {})),
  });
  world.on("scene", redraw);
  world.on("clock", ({ jumped }) => strip.moved(jumped));
  for (const type of TOLD) world.on(type, (detail) => phones.forEach((phone) => phone.hear(type, detail)));
  narrow.addEventListener("change", drawPhones);
  listen({
    hear: (event, data) => world.hear(event, data),
    state: (up) => strip.connected(up),
    refetch: () => world.load().catch(report),
  });
  await world.load().catch((error) => {
    room.replaceChildren(h("p", { class: "empty", role: "alert" }, t(error.message)));
    throw error;
  });
  document.body.dataset.ready = "true";
}

begin();
