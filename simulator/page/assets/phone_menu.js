// The ⋮ menu of a chat: start again, sticker, signal, block.

import { h } from "./elements.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { t } from "./strings.js";

export function phoneMenu({ world, person, hands, screen }) {
  const { outbasket } = world;
  const offline = outbasket.isOffline(person);
  const item = (label, face, act, first) => h("button", {
    type: "button", class: "menu-item", autofocus: first, onclick: () => { sheet.close(); act(); },
  }, icon(face, 20), h("span", {}, label));
  const sheet = openSheet(screen, {
    title: t("menu"),
    content: h("div", { class: "menu-list" },
      item(t(offline ? "signal_on" : "signal_off"), offline ? "live" : "noSignal", () => outbasket.setOffline(person, !offline), true),
      item(t("restart"), "send", hands.start),
      item(t("sticker"), "sticker", hands.sticker),
      world.chat(person).blocked ? item(t("unblock"), "block", hands.unblock) : item(t("block"), "block", () => hands.block(true))),
  });
}
