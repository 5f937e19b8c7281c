// The buttons under a message: they spin until the bot answers the tap, or for as long as a phone would wait.

import { h } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const PATIENCE = 15_000;

/** Taps under way: a bubble may be drawn anew while its button spins. */
const busy = new Set();

export function inlineButtons(message, hands) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "inline", role: "group", "aria-label": t("buttons") },
    rows.map((row) => h("div", { class: "inline-row" }, row.map((button) => face(button, message, hands)))));
}

function face(button, message, hands) {
  if (button.url) {
    const safe = /^(https?|tg):/i.test(button.url) ? button.url : null;
    return h("a", { class: "inline-button", href: safe, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("open", 12));
  }
  const key = `${message.chat?.id}:${message.message_id}:${button.callback_data}`;
  return h("button", {
    type: "button", class: "inline-button", "data-tap": key, "aria-busy": busy.has(key) && "true",
    onclick: () => press(key, () => hands.tap(message, button.callback_data)),
  }, h("span", { class: "inline-label" }, button.text), h("span", { class: "spinner", "aria-hidden": "true" }));
}

/** `tap` answers a promise that settles when the callback was answered. */
async function press(key, tap) {
  if (busy.has(key)) return;
  busy.add(key);
  for (const element of faces(key)) element.setAttribute("aria-busy", "true");
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  await Promise.race([tap(), patience]).catch(() => {});
  busy.delete(key);
  for (const element of faces(key)) element.removeAttribute("aria-busy");
}

const faces = (key) => document.querySelectorAll(`[data-tap="${CSS.escape(key)}"]`);

/** Settles once the feed says that this callback query was answered. */
export function untilAnswered(world, id) {
  if (world.answered.has(id)) return Promise.resolve();
  return new Promise((resolve) => {
    const hear = (event) => {
      if (event.detail.callback_query_id !== id) return;
      world.removeEventListener("callback", hear);
      resolve();
    };
    world.addEventListener("callback", hear);
  });
}
