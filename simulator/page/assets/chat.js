// The list of messages of one person's chat: days, order, scrolling, and reading aloud what is new.

import { bubble, summary } from "./bubbles.js";
import { dayKey, dayName } from "./dates.js";
import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const WINDOW = 120;
const NEAR_BOTTOM = 60;
const GROUP_SECONDS = 300;

export class ChatView {
  constructor(world, person, hands) {
    this.world = world;
    this.person = person;
    this.hands = hands;
    this.shown = WINDOW;
    this.atBottom = true;
    this.missed = 0;
    this.top = 0;
    this.frame = 0;
    this.list = h("ol", { class: "messages" });
    this.typing = h("div", { class: "typing-dots", hidden: true, "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.scroller = h("div", {
      class: "scroller", tabindex: "0", role: "group", "aria-label": t("messages", { bot: world.scene.bot.first_name }),
      onscroll: () => this.#scrolled(), onkeydown: (event) => this.#keys(event),
    }, this.list, this.typing);
    this.live = h("div", { class: "visually-hidden", role: "log", "aria-live": "polite" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.jump = iconButton([icon("down"), this.badge], t("to_bottom"), () => this.toBottom(true), { class: "icon-button jump", hidden: true });
    this.element = h("div", { class: "chat" }, this.scroller, this.jump, this.live);
    this.sizes = new ResizeObserver(() => { if (this.atBottom) this.toBottom(); });
    this.sizes.observe(this.scroller);
    this.sizes.observe(this.list);
    this.draw();
  }

  get messages() {
    return this.world.chat(this.person).messages.filter((message) => !message.sim.deleted);
  }

  draw() {
    const all = this.messages;
    const visible = all.slice(-this.shown);
    this.list.replaceChildren();
    if (visible.length < all.length) {
      this.list.append(h("li", { class: "earlier" }, h("button", { type: "button", class: "pill", onclick: () => this.#earlier() }, t("earlier"))));
    }
    visible.forEach((message, i) => this.#add(message, visible[i - 1]));
    this.setTyping(this.world.chat(this.person).typing);
    this.toBottom();
  }

  /** Takes a new, edited or deleted message. */
  put(message, fresh) {
    const old = this.list.querySelector(`[data-message="${message.message_id}"]`);
    if (old) this.#replace(old, message);
    else if (fresh) this.#append(message);
    if (fresh && !message.sim.out) {
      this.setTyping(false);
      this.live.append(h("p", {}, `${this.world.scene.bot.first_name}: ${summary(message)}`));
      while (this.live.childElementCount > 5) this.live.firstChild.remove();
    }
  }

  setTyping(on) {
    this.typing.hidden = !on;
    if (on && this.atBottom) this.toBottom();
  }

  toBottom(smoothly = false) {
    this.atBottom = true;
    this.missed = 0;
    this.#showJump();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smoothly ? "smooth" : "instant" });
      this.top = this.scroller.scrollTop;
    });
  }

  find(messageId) {
    const row = this.list.querySelector(`[data-message="${messageId}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("found");
    row.addEventListener("animationend", () => row.classList.remove("found"), { once: true });
  }

  close() {
    this.sizes.disconnect();
  }

  #append(message) {
    this.#add(message, this.messages.at(-2)).classList.add("arrives");
    if (this.atBottom || message.sim.out) this.toBottom();
    else { this.missed += 1; this.#showJump(); }
  }

  #replace(old, message) {
    const row = bubble(message, this.#context());
    if (message.sim.deleted) { old.remove(); return; }
    row.classList.toggle("follows", old.classList.contains("follows"));
    old.replaceWith(row);
  }

  /** Puts a message under its day. A day is a box of its own, so that the next day's name pushes its name away. */
  #add(message, before) {
    const row = bubble(message, this.#context());
    const day = dayKey(new Date(message.date * 1000));
    const begun = this.list.lastElementChild?.dataset.day === day;
    if (!begun) this.list.append(this.#day(day, new Date(message.date * 1000)));
    const follows = begun && before && before.sim.out === message.sim.out && message.date - before.date < GROUP_SECONDS;
    row.classList.toggle("follows", Boolean(follows));
    this.list.lastElementChild.lastElementChild.append(row);
    return row;
  }

  #day(key, date) {
    return h("li", { class: "day", "data-day": key },
      h("div", { class: "day-name" }, h("span", {}, dayName(date, this.world.now))), h("ol", { class: "day-messages" }));
  }

  #context() {
    return { world: this.world, person: this.person, hands: { ...this.hands, find: (id) => this.find(id) } };
  }

  #earlier() {
    const height = this.scroller.scrollHeight;
    this.shown += WINDOW;
    this.draw();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.atBottom = false;
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) this.atBottom = true;
    // The event of our own scrolling may come after more messages did, and a message that slides in leaves less room
    // than it took, which moves the list up: only moving up while nothing is on its way down is reading further up.
    else if (scrollTop < this.top && !this.frame) this.atBottom = false;
    this.top = scrollTop;
    if (this.atBottom) this.missed = 0;
    this.#showJump();
  }

  #showJump() {
    this.jump.hidden = this.atBottom;
    this.badge.hidden = !this.missed;
    this.badge.textContent = this.missed;
  }

  #keys(event) {
    const row = event.target.closest(".row");
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const rows = [...this.list.querySelectorAll(".row")];
      const at = row ? rows.indexOf(row) + (event.key === "ArrowUp" ? -1 : 1) : rows.length - 1;
      if (!rows[at]) return;
      event.preventDefault();
      rows[at].focus();
    } else if (event.key === "Enter" && event.target === row) {
      const message = this.messages.find((one) => String(one.message_id) === row.dataset.message);
      this.hands.menu(message, row);
    }
  }
}
