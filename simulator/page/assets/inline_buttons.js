// The buttons under a message: they spin until the bot answers the tap, or for as long as a phone would wait.

import { h } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const PATIENCE = 15_000;

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
  const pressed = message.sim.pressed?.includes(button.callback_data);
  const element = h("button", {
    type: "button", class: `inline-button${pressed ? " pressed" : ""}`,
    onclick: () => press(element, () => hands.tap(message, button.callback_data)),
  }, h("span", { class: "inline-label" }, button.text), h("span", { class: "spinner", "aria-hidden": "true" }));
  return element;
}

/** `tap` answers a promise that settles when the callback was answered. */
async function press(element, tap) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  await Promise.race([tap(), patience]).catch(() => {});
  element.removeAttribute("aria-busy");
}

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
