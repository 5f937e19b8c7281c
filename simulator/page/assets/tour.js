// The guided tour of a scene that has one: a card that says who does what next, and moves on when it happened.

import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { pick, t } from "./strings.js";

/**
 * A step of `scene.tour`: {person, title, text, until?}. `until` is what must happen, one condition or several in any
 * order: {event: "sent" | "received" | "clock", person?, contains?}. Without `until`, or where all of it happened before,
 * the reader presses Next.
 */
export class Tour {
  constructor(world, showPerson) {
    Object.assign(this, { world, showPerson });
    this.at = -1;
    this.left = [];
    this.card = h("aside", { class: "tour", hidden: true, "aria-live": "polite" });
    document.getElementById("phones").before(this.card);
    world.on("message", ({ person, message, fresh }) => this.#saw(message.sim.out ? "sent" : "received", person, message, fresh));
    world.on("clock", ({ jumped }) => { if (jumped) this.#saw("clock"); });
    world.on("reset", () => this.end());
  }

  get steps() {
    return this.world.scene.tour ?? [];
  }

  get available() {
    return this.steps.length > 0;
  }

  begin() {
    this.#go(0);
  }

  end() {
    this.at = -1;
    this.draw();
  }

  draw() {
    const step = this.steps[this.at];
    for (const phone of document.querySelectorAll(".phone.guided")) phone.classList.remove("guided");
    this.card.hidden = !step;
    if (!step) return;
    if (step.person) this.showPerson(step.person)?.element.classList.add("guided");
    this.card.setAttribute("aria-label", t("tour"));
    const last = this.at + 1 === this.steps.length;
    this.card.replaceChildren(
      h("div", { class: "tour-step" }, h("span", {}, t("tour_step", { n: this.at + 1, of: this.steps.length })),
        h("progress", { max: this.steps.length, value: this.at + 1, "aria-label": t("tour") })),
      h("div", { class: "tour-words" }, h("strong", {}, pick(step.title)), h("p", {}, pick(step.text))),
      h("button", { type: "button", class: "button small primary", onclick: () => this.#go(this.at + 1) }, last ? t("done") : t("tour_next")),
      iconButton(icon("close", 18), t("tour_end"), () => this.end()));
  }

  #go(n) {
    this.at = n < this.steps.length ? n : -1;
    this.left = [this.steps[this.at]?.until ?? []].flat().filter((one) => !this.#happened(one));
    this.draw();
  }

  #saw(event, person, message, fresh = true) {
    if (!this.left.length) return;
    this.left = this.left.filter((one) => !(one.event === event && meets(one, person, message) && (fresh || one.contains)));
    if (!this.left.length) this.#go(this.at + 1);
  }

  /** Whether a message with these words is in the chat already: people try things before they read. */
  #happened(one) {
    if (!one.contains || !one.person) return false;
    const mine = one.event === "sent";
    return this.world.chat(one.person).messages.some((message) => message.sim.out === mine && meets(one, one.person, message));
  }
}

function meets({ person, contains }, who, message) {
  return (!person || person === who) && (!contains || (message?.text ?? message?.caption ?? "").includes(contains));
}
