// The lower edge of a chat: writing, attaching, the bot's commands and its keyboard; or START, or UNBLOCK.

import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { summary } from "./bubbles.js";
import { replyKeyboard } from "./keyboard.js";
import { t } from "./strings.js";

export class Composer {
  /** `hands`: text(text, replyTo), start(), unblock(), attach(), button(button). */
  constructor(world, person, hands) {
    this.world = world;
    this.person = person;
    this.hands = hands;
    this.keyboardOpen = true;
    this.replyTo = null;
    this.element = h("div", { class: "composer" });
    this.#build();
    this.draw();
  }

  get chat() {
    return this.world.chat(this.person);
  }

  /** Shows what this chat allows now. */
  draw() {
    const { blocked, messages, loaded, commands, reply_keyboard: markup } = this.chat;
    if (blocked) return this.#only(t("unblock"), () => this.hands.unblock());
    if (loaded && !messages.length) return this.#only(t("start"), () => this.hands.start(), t("start_label", { bot: this.world.scene.bot.first_name }));
    if (!this.element.contains(this.line)) this.element.replaceChildren(this.menu, this.quote, this.line, this.keys);
    this.commandButton.hidden = !commands?.length;
    this.keyboardButton.hidden = !markup?.keyboard?.length;
    this.field.placeholder = markup?.input_field_placeholder || t("write");
    this.#drawKeyboard(markup);
  }

  newKeyboard() {
    this.keyboardOpen = true;
    this.draw();
  }

  reply(message) {
    this.replyTo = message;
    this.quote.hidden = !message;
    if (!message) return;
    const name = message.sim.out ? t("you") : this.world.scene.bot.first_name;
    this.quote.replaceChildren(icon("reply", 18),
      h("span", {}, h("strong", {}, t("replying", { name })), h("span", {}, summary(message))),
      iconButton(icon("close", 16), t("cancel"), () => this.reply(null)));
    this.field.focus();
  }

  focus() {
    this.field.focus();
  }

  #build() {
    this.field = h("textarea", {
      class: "field", rows: "1", "aria-label": t("message"), placeholder: t("write"), autocomplete: "off", enterkeyhint: "send",
      oninput: () => this.#typed(), onkeydown: (event) => this.#keysDown(event),
    });
    this.commandButton = iconButton(icon("slash"), t("commands"), () => this.#toggleCommands(), { class: "icon-button slash", "aria-expanded": "false" });
    this.keyboardButton = iconButton(icon("grid"), t("keyboard_hide"), () => this.#toggleKeyboard());
    this.sendButton = iconButton(icon("send"), t("send"), () => this.#send(), { class: "icon-button send", hidden: true });
    this.attachButton = iconButton(icon("attach"), t("attach"), () => this.hands.attach());
    this.line = h("div", { class: "composer-line" },
      this.attachButton, h("div", { class: "field-box" }, this.field, this.commandButton, this.keyboardButton), this.sendButton);
    this.menu = h("div", { class: "commands", hidden: true, role: "menu", "aria-label": t("commands"), onkeydown: (event) => this.#menuKeys(event) });
    this.quote = h("div", { class: "composer-quote", hidden: true });
    this.keys = h("div", { class: "keyboard-box" });
  }

  #only(label, onclick, spoken) {
    this.element.replaceChildren(h("button", { type: "button", class: "only", "aria-label": spoken, onclick }, label));
  }

  #drawKeyboard(markup) {
    const keyboard = this.keyboardOpen ? replyKeyboard(markup, (button) => this.#press(button, markup)) : null;
    this.keys.replaceChildren(...(keyboard ? [keyboard] : []));
    const label = keyboard ? t("keyboard_hide") : t("keyboard_show");
    this.keyboardButton.setAttribute("aria-label", label);
    this.keyboardButton.title = label;
    this.keyboardButton.setAttribute("aria-pressed", String(Boolean(keyboard)));
  }

  #press(button, markup) {
    if (markup.one_time_keyboard) { this.keyboardOpen = false; this.draw(); }
    this.hands.button(button);
  }

  #toggleKeyboard() {
    this.keyboardOpen = !this.keyboardOpen;
    this.draw();
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
    this.sendButton.hidden = !this.field.value.trim();
    const typed = this.field.value;
    if (/^\/\w*$/.test(typed)) this.#showCommands(typed.slice(1));
    else this.#hideCommands();
  }

  #keysDown(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.#send(); }
    if (event.key === "Escape") { this.#hideCommands(); if (this.replyTo) this.reply(null); }
    if (event.key === "ArrowUp" && !this.menu.hidden) { event.preventDefault(); this.menu.lastElementChild?.focus(); }
  }

  #send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.hands.text(text, this.replyTo);
    this.field.value = "";
    this.reply(null);
    this.#typed();
    this.field.focus();
  }

  #toggleCommands() {
    if (!this.menu.hidden) return this.#hideCommands();
    this.#showCommands("");
    this.menu.firstElementChild?.focus();
  }

  #showCommands(start) {
    const found = (this.chat.commands ?? []).filter(({ command }) => command.startsWith(start));
    this.menu.replaceChildren(...found.map(({ command, description }) => h("button", {
      type: "button", role: "menuitem", class: "command",
      onclick: () => { this.#hideCommands(); this.field.value = ""; this.#typed(); this.hands.text(`/${command}`, null); this.field.focus(); },
    }, h("strong", {}, `/${command}`), h("span", {}, description))));
    this.menu.hidden = !found.length;
    this.commandButton.setAttribute("aria-expanded", String(!this.menu.hidden));
  }

  #hideCommands() {
    this.menu.hidden = true;
    this.commandButton.setAttribute("aria-expanded", "false");
  }

  #menuKeys(event) {
    const items = [...this.menu.children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "ArrowDown") { event.preventDefault(); items[(at + 1) % items.length].focus(); }
    if (event.key === "ArrowUp") { event.preventDefault(); items[(at - 1 + items.length) % items.length].focus(); }
    if (event.key === "Escape") { event.stopPropagation(); this.#hideCommands(); this.commandButton.focus(); }
  }
}
