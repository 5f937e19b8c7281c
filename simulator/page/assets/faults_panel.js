// The switches for what can go wrong between bot and server.

import { door } from "./door.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

const KINDS = ["too_many_requests", "bad_gateway", "hang", "answer_lost", "duplicate_update"];
const METHODS = ["*", "sendMessage", "sendPhoto", "sendDocument", "editMessageText", "answerCallbackQuery", "getFile", "getUpdates"];
const TIMES = { faults_once: { times: 1 }, faults_thrice: { times: 3 }, faults_always: { probability: 1 } };

export class FaultsPanel {
  constructor(report) {
    this.report = report;
    this.count = h("span", { class: "badge warn", hidden: true });
    this.button = h("button", {
      type: "button", class: "icon-button faults-button", "aria-label": t("faults"), title: t("faults"), "aria-expanded": "false", onclick: () => this.#toggle(),
    }, icon("bolt"), this.count);
    this.active = h("ul", { class: "active-faults" });
    this.method = h("select", { class: "select", "aria-label": t("faults_method") }, METHODS.map((name) => h("option", { value: name }, name === "*" ? t("faults_any") : name)));
    this.times = h("select", { class: "select", "aria-label": t("faults_times") }, Object.keys(TIMES).map((name) => h("option", { value: name }, t(name))));
    this.panel = h("div", { class: "popover", hidden: true, role: "dialog", "aria-label": t("faults"), tabindex: "-1" },
      h("h2", {}, t("faults")),
      h("div", { class: "fault-form" }, h("label", {}, h("span", {}, t("faults_method")), this.method), h("label", {}, h("span", {}, t("faults_times")), this.times)),
      h("div", { class: "fault-kinds" }, KINDS.map((kind) => h("button", { type: "button", class: "chip", "data-fault": kind, onclick: () => this.#add(kind) }, t(`fault_${kind}`)))),
      h("h3", {}, t("faults_active")), this.active,
      h("button", { type: "button", class: "button small", "data-fault": "clear", onclick: () => this.#clear() }, t("faults_clear")));
    this.element = h("div", { class: "popover-anchor", onkeydown: (event) => this.#keys(event), onfocusout: (event) => this.#left(event) }, this.button, this.panel);
    this.refresh();
  }

  async refresh() {
    try {
      this.#draw(listOf(await door.faults()));
    } catch (error) {
      this.report(error);
    }
  }

  #draw(faults) {
    this.count.hidden = !faults.length;
    this.count.textContent = faults.length;
    this.button.setAttribute("aria-label", faults.length ? `${t("faults")}: ${faults.length}` : t("faults"));
    this.button.classList.toggle("on", faults.length > 0);
    this.active.replaceChildren(...(faults.length ? faults.map((fault) => h("li", {},
      h("strong", {}, t(`fault_${fault.kind}`)), h("span", {}, [fault.method === "*" ? t("faults_any") : fault.method, times(fault)].filter(Boolean).join(" · "))))
      : [h("li", { class: "empty" }, t("faults_none"))]));
  }

  async #add(kind) {
    const method = kind === "duplicate_update" ? "getUpdates" : this.method.value;
    await this.#do(door.addFault({ method, kind, ...(kind === "too_many_requests" ? { seconds: 3 } : kind === "hang" ? { seconds: 30 } : {}), ...TIMES[this.times.value] }));
  }

  #clear() {
    return this.#do(door.clearFaults());
  }

  async #do(work) {
    try {
      await work;
    } catch (error) {
      this.report(error);
    }
    await this.refresh();
  }

  #toggle(open = this.panel.hidden) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    clearInterval(this.timer);
    if (!open) return;
    this.refresh();
    this.timer = setInterval(() => this.refresh(), 2000);
    this.method.focus();
  }

  #keys(event) {
    if (event.key !== "Escape" || this.panel.hidden) return;
    this.#toggle(false);
    this.button.focus();
  }

  #left(event) {
    if (event.relatedTarget && !this.element.contains(event.relatedTarget)) this.#toggle(false);
  }
}

const listOf = (answer) => (Array.isArray(answer) ? answer : answer.faults ?? []);

function times(fault) {
  const left = fault.left ?? fault.remaining ?? fault.times;
  if (left === 0) return "";
  return left ? `${left}×` : t("faults_always");
}
