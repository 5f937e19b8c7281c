// Sending a position as on a phone: permission first, then a map, quick positions, accuracy and the ways to send.

import { metres } from "./dates.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { openMap } from "./map.js";
import { PRESETS, distance, nearestPlace, placesOf } from "./positions.js";
import { openSheet } from "./sheet.js";
import { t } from "./strings.js";

const ACCURACIES = [null, 3, 5, 10, 15, 25, 50, 100, 250, 500, 1000, 1500];
const LIVE_SECONDS = 900;
const permissions = new Map();

/** Answers {way: "once" | "live" | "venue" | "forwarded", point, accuracy, place} or null. */
export function askLocation(screen, world, person) {
  return new Promise((resolve) => {
    let answer = null;
    let map = null;
    const sheet = openSheet(screen, { title: t("location"), content: [], onClose: () => { map?.remove(); resolve(answer); } });
    sheet.panel.classList.add("location-sheet");

    const decide = (permission) => {
      permissions.set(person, permission);
      if (permission === "allow") return showMap();
      return refusal(permission);
    };

    function askPermission() {
      const choice = (label, value, primary) => h("button", {
        type: "button", class: primary ? "button primary" : "button", autofocus: primary, onclick: () => decide(value) }, label);
      sheet.setContent(t("permission_title", { bot: world.scene.bot.first_name }), h("div", { class: "permission" },
        h("span", { class: "permission-icon" }, icon("location", 30)),
        h("p", {}, t("permission_text")),
        choice(t("permission_allow"), "allow", true), choice(t("permission_deny"), "deny"), choice(t("permission_off"), "off")));
    }

    function refusal(permission) {
      const off = permission === "off";
      sheet.setContent(t(off ? "off_title" : "denied_title"), h("div", { class: "permission" },
        h("span", { class: "permission-icon muted" }, icon(off ? "noSignal" : "block", 30)),
        h("p", {}, t(off ? "off_text" : "denied_text")),
        h("button", { type: "button", class: "button primary", autofocus: true, onclick: () => (off ? decide("allow") : askPermission()) }, t(off ? "off_turn_on" : "ask_again")),
        h("button", { type: "button", class: "button", onclick: sheet.close }, t("close"))));
    }

    function showMap() {
      const view = mapStep(world, (way, state) => { answer = { way, live_period: LIVE_SECONDS, ...state }; sheet.close(); }, askPermission);
      sheet.setContent(t("location_title"), view.element);
      view.open().then((opened) => { map = opened; });
    }

    const permission = permissions.get(person);
    if (permission === undefined) askPermission();
    else decide(permission);
  });
}

function mapStep(world, send, askAgain) {
  const places = placesOf(world.scene);
  const state = { place: places[0], point: PRESETS.at(places[0]), accuracy: 10 };
  let map = null;

  const canvas = h("div", { class: "map", role: "application", "aria-label": t("location_map") });
  const note = h("p", { class: "position-note", "aria-live": "polite" });
  const chips = Object.keys(PRESETS).map((name) => h("button", {
    type: "button", class: "chip", "aria-pressed": String(name === "at"), "data-preset": name,
    onclick: () => { press(name); go(PRESETS[name](state.place)); },
  }, t(`preset_${name}`)));
  const places_ = h("select", {
    class: "select", "aria-label": t("place"),
    onchange: (event) => { state.place = places[event.target.selectedIndex]; press("at"); go(PRESETS.at(state.place)); },
  }, places.map((place) => h("option", {}, place.name)));
  const reading = h("output", { class: "accuracy-reading" });
  const slider = h("input", {
    type: "range", min: "0", max: String(ACCURACIES.length - 1), value: String(ACCURACIES.indexOf(10)), "aria-label": t("accuracy"), oninput: () => tune(),
  });

  const press = (name) => { for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.preset === name)); };
  const tune = () => {
    state.accuracy = ACCURACIES[Number(slider.value)];
    reading.textContent = state.accuracy === null ? t("accuracy_none") : `± ${metres(state.accuracy)}`;
    slider.setAttribute("aria-valuetext", reading.textContent);
    map?.setAccuracy(state.accuracy);
  };
  const go = (point) => { state.point = point; map?.moveTo(point); tell(); };
  const tell = () => {
    const near = nearestPlace(state.point, places);
    const away = distance(state.point, near);
    const where = away <= (near.radius_m ?? 0) ? t("inside", { place: near.name }) : t("distance", { d: metres(away), place: near.name });
    note.textContent = [state.point.name, where].filter(Boolean).join(" · ");
  };
  const way = (name, label, face, props = {}) => h("button", {
    type: "button", "data-way": name, onclick: () => send(name, { point: state.point, accuracy: state.accuracy, place: nearestPlace(state.point, places) }), ...props,
  }, face && icon(face, 20), h("span", {}, label));

  const element = h("div", { class: "location-step" },
    canvas, note,
    h("div", { class: "chips", role: "group", "aria-label": t("presets") }, chips),
    places.length > 1 && h("label", { class: "line" }, h("span", {}, t("place")), places_),
    h("label", { class: "line" }, h("span", {}, t("accuracy")), slider, reading),
    way("once", t("send_location"), "location", { class: "button primary", autofocus: true }),
    way("live", t("send_live"), "live", { class: "button" }),
    h("details", { class: "more-ways" }, h("summary", {}, t("more_ways")),
      way("venue", t("send_venue"), "flag", { class: "button" }),
      way("forwarded", t("send_forwarded"), "reply", { class: "button" }),
      h("button", { type: "button", class: "button quiet", onclick: askAgain }, t("ask_again"))));
  tune();
  tell();
  return {
    element,
    async open() {
      map = await openMap(canvas, world.scene, state.point, {
        accuracy: state.accuracy,
        onMove: (point) => { state.point = point; press(""); tell(); },
      });
      return map;
    },
  };
}
