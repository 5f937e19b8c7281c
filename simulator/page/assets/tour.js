// The guided tour of a scene that has one: a card that says who does what next, and moves on when it happened.

import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { pick, t } from "./strings.js";

/**
 * A step of `scene.tour`: {person, title, text, until?: {event: "sent" | "received" | "clock", person?, contains?}}.
 * Without `until` the reader presses Next.
 */
export class Tour {
  constructor(world, showPerson) {
    Object.assign(this, { world, showPerson });
    this.at = -1;
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
    this.draw();
  }

  #saw(event, person, message, fresh = true) {
    const until = this.steps[this.at]?.until;
    if (!until || until.event !== event) return;
    if (until.person && until.person !== person) return;
    if (until.contains && !(message?.text ?? message?.caption ?? "").includes(until.contains)) return;
    if (fresh || until.contains) this.#go(this.at + 1);
  }
}
