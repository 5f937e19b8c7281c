// The reply keyboard of the bot: its buttons write, or ask the phone for a position or the number.

import { h } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

/** `press(button)` gets the Bot API's KeyboardButton. */
export function replyKeyboard(markup, press) {
  if (!markup?.keyboard?.length) return null;
  const buttons = (row) => row.map((button) => (typeof button === "string" ? { text: button } : button));
  return h("div", {
    class: `keyboard${markup.resize_keyboard ? "" : " tall"}`, role: "group", "aria-label": t("keyboard"),
  }, markup.keyboard.map((row) => h("div", { class: "keyboard-row" }, buttons(row).map((button) => h("button", {
    type: "button", class: "key", onclick: () => press(button),
  }, h("span", {}, button.text), button.request_location && icon("location", 13), button.request_contact && icon("contact", 13))))));
}
