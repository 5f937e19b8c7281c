// What the bot did: every call and update, newest last, with its details on demand.

import { hourMinute } from "./dates.js";
import { door } from "./door.js";
import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const EVERY = 1_500;
const KEPT = 300;
const DULL = new Set(["getUpdates"]);

export class JournalDrawer {
  constructor(world, element) {
    Object.assign(this, { world, element });
    this.after = 0;
    element.addEventListener("keydown", (event) => { if (event.key === "Escape") this.close(); });
  }

  toggle() {
    if (this.element.hidden) this.open();
    else this.close();
  }

  open() {
    this.opener = document.activeElement;
    this.after = 0;
    this.list = h("ol", { class: "journal", tabindex: "0", "aria-label": t("journal") }, h("li", { class: "empty" }, t("journal_empty")));
    this.element.setAttribute("aria-label", t("journal"));
    const close = iconButton(icon("close"), t("close"), () => this.close());
    this.element.replaceChildren(h("div", { class: "drawer-head" }, h("h2", {}, t("journal")), close), this.list);
    this.element.hidden = false;
    close.focus();
    this.timer = setInterval(() => this.#more(), EVERY);
    this.#more();
  }

  close() {
    clearInterval(this.timer);
    this.element.hidden = true;
    if (this.opener?.isConnected) this.opener.focus();
  }

  async #more() {
    if (this.asking) return;
    this.asking = true;
    const answer = await door.journal(this.after).catch(() => []);
    this.asking = false;
    const entries = (Array.isArray(answer) ? answer : answer.entries ?? []).filter((entry) => entry.n > this.after);
    if (!entries.length || this.element.hidden) return;
    this.after = entries.at(-1).n;
    this.list.querySelector(".empty")?.remove();
    const low = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60;
    const telling = entries.filter((entry) => !(DULL.has(entry.method) && entry.kind === "call"));
    this.list.append(...telling.slice(-KEPT).map((entry) => this.#row(entry)));
    while (this.list.childElementCount > KEPT) this.list.firstChild.remove();
    if (low) this.list.scrollTop = this.list.scrollHeight;
  }

  #row(entry) {
    const failed = entry.status >= 400;
    const who = entry.chat ? this.world.name(entry.chat) : "";
    const details = { request: entry.request, response: entry.response };
    return h("li", { class: `entry entry-${entry.kind}${failed ? " failed" : ""}` },
      h("details", {},
        h("summary", {},
          h("time", {}, hourMinute(new Date(entry.at))),
          h("span", { class: "entry-kind" }, t(`journal_${entry.kind}`)),
          h("strong", {}, entry.method ?? ""),
          h("span", { class: "entry-who" }, [who, failed && entry.status].filter(Boolean).join(" · "))),
        h("pre", { tabindex: "0" }, JSON.stringify(details, null, 2))));
  }
}
