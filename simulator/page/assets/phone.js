// One phone: its frame, the tabs of the people who use it, the head of the chat, the chat and the composer.

import { handsOf } from "./actions.js";
import { ChatView } from "./chat.js";
import { Composer } from "./composer.js";
import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { phoneMenu } from "./phone_menu.js";
import { StatusBar } from "./status_bar.js";
import { askDialog, toast } from "./sheet.js";
import { t } from "./strings.js";

export class Phone {
  /** `phones` are the entries of the scene's people who share this frame. */
  constructor(world, walks, phones, role, onSwitch) {
    Object.assign(this, { world, walks, phones, role, onSwitch });
    this.person = phones[0].person;
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-label": t("people"), onkeydown: (event) => this.#tabKeys(event) });
    this.screen = h("div", { class: "screen", role: "tabpanel", id: `screen-${role}` });
    this.element = h("section", { class: `phone phone-${role}` }, this.tabs, h("div", { class: "bezel" }, this.screen));
    this.#open(this.person);
  }

  show(person) {
    if (person === this.person && this.chat) return;
    this.#open(person);
    this.onSwitch?.(this);
  }

  /** Takes what the world told about `person`. */
  hear(type, detail) {
    if (type === "unread") return this.#drawTabs();
    if (detail.person !== undefined && detail.person !== this.person) return undefined;
    switch (type) {
      case "message": this.chat.put(detail.message, detail.fresh); this.composer.draw(); this.#empty(); return this.#subtitle();
      case "chat": this.chat.draw(); this.composer.draw(); this.#empty(); return this.#subtitle();
      case "keyboard": return this.composer.newKeyboard();
      case "typing": this.chat.setTyping(true); clearTimeout(this.typingTimer); this.typingTimer = setTimeout(() => this.#stopTyping(), 5000); return this.#subtitle();
      case "blocked": this.composer.draw(); return this.#subtitle();
      case "signal": this.status.draw(); return this.#subtitle();
      case "toast": return this.#answer(detail);
      case "clock": return this.status.draw();
    }
    return undefined;
  }

  #open(person) {
    this.chat?.close();
    this.person = person;
    const { world } = this;
    this.hands = handsOf(world, this.walks, person, () => this.screen);
    this.composer = new Composer(world, person, this.hands);
    this.hands.reply = (message) => this.composer.reply(message);
    this.chat = new ChatView(world, person, this.hands);
    this.status = new StatusBar(world, person);
    this.subtitle = h("span", { class: "chat-state" });
    this.welcome = h("div", { class: "welcome", hidden: true });
    this.screen.setAttribute("aria-label", t("phone_of", { name: this.#label(person) }));
    this.screen.replaceChildren(this.status.element, this.#head(), this.chat.element, this.composer.element, h("div", { class: "home-bar", "aria-hidden": "true" }));
    this.chat.element.append(this.welcome);
    this.#drawTabs();
    this.#empty();
    this.#subtitle();
  }

  #head() {
    const { bot } = this.world.scene;
    return h("header", { class: "chat-head" },
      h("span", { class: "avatar", "aria-hidden": "true" }, (bot.first_name ?? "?").slice(0, 1)),
      h("div", { class: "chat-title" }, h("h2", {}, bot.first_name), this.subtitle),
      iconButton(icon("more"), t("menu"), () => phoneMenu(this)));
  }

  #subtitle() {
    const chat = this.world.chat(this.person);
    const words = this.world.outbasket.isOffline(this.person) ? t("waiting_for_signal")
      : chat.blocked ? t("blocked_state") : chat.typing ? h("span", { class: "is-typing" }, `${t("typing")}…`) : t("bot");
    this.subtitle.replaceChildren(words);
  }

  #stopTyping() {
    this.world.chat(this.person).typing = false;
    this.chat.setTyping(false);
    this.#subtitle();
  }

  #empty() {
    const { messages, loaded } = this.world.chat(this.person);
    this.welcome.hidden = !loaded || messages.length > 0;
    if (this.welcome.hidden) return;
    const { bot, phones } = this.world.scene;
    const hint = phones.find((phone) => phone.person === this.person)?.hint;
    this.welcome.replaceChildren(h("span", { class: "avatar large", "aria-hidden": "true" }, (bot.first_name ?? "?").slice(0, 1)),
      h("strong", {}, bot.first_name), h("p", {}, bot.description || hint || t("start_hint")));
  }

  async #answer({ text, show_alert: alert }) {
    if (!text) return;
    if (!alert) toast(this.screen, text);
    else await askDialog(this.screen, { title: this.world.scene.bot.first_name, text, choices: [{ label: t("ok"), value: true, primary: true }] });
  }

  #label(person) {
    return this.phones.find((phone) => phone.person === person)?.label ?? this.world.name(person);
  }

  #drawTabs() {
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...this.phones.map(({ person, label }) => {
      const { unread } = this.world.chat(person);
      const selected = person === this.person;
      return h("button", {
        type: "button", role: "tab", class: "tab", "aria-selected": String(selected), "aria-controls": this.screen.id, tabindex: selected ? "0" : "-1",
        "data-person": person, onclick: () => this.show(person),
      }, h("span", { class: "tab-name" }, label ?? this.world.name(person)),
      unread > 0 && h("span", { class: "badge", "aria-label": t("unread", { n: unread }) }, unread > 99 ? "99+" : unread));
    }));
    const tab = this.tabs.querySelector("[aria-selected=true]");
    if (focused) tab.focus();
    this.tabs.scrollTo({ left: tab.offsetLeft - 40 });
  }

  #tabKeys(event) {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!move) return;
    const at = this.phones.findIndex(({ person }) => person === this.person);
    this.show(this.phones[(at + move + this.phones.length) % this.phones.length].person);
  }
}
