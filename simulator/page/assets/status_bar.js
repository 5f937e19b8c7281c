// The top edge of a phone: the shared clock, signal and battery.

import { hourMinute } from "./dates.js";
import { h, s } from "./elements.js";
import { t } from "./strings.js";

export class StatusBar {
  constructor(world, person) {
    this.world = world;
    this.person = person;
    this.time = h("span", { class: "status-time" });
    this.signal = h("span", { class: "status-signal" });
    this.element = h("div", { class: "status-bar" }, this.time, h("span", { class: "island", "aria-hidden": "true" }), h("span", { class: "status-icons" }, this.signal, battery()));
    this.draw();
  }

  draw() {
    const time = hourMinute(this.world.now);
    if (this.time.textContent !== time) this.time.textContent = time;
    const offline = this.world.outbasket.isOffline(this.person);
    if (this.offline === offline) return;
    this.offline = offline;
    this.signal.replaceChildren(bars(offline), ...(offline ? [h("span", { class: "visually-hidden" }, t("no_signal"))] : []));
  }
}

function bars(offline) {
  return s("svg", { viewBox: "0 0 18 12", width: 18, height: 12, "aria-hidden": "true", class: offline ? "bars off" : "bars" },
    [0, 1, 2, 3].map((i) => s("rect", { x: i * 4.6, y: 9 - i * 2.7, width: 3.2, height: 3 + i * 2.7, rx: 1 })),
    offline && s("path", { d: "M1 1l15 11", class: "bars-cross" }));
}

function battery() {
  return s("svg", { viewBox: "0 0 26 12", width: 26, height: 12, "aria-hidden": "true" },
    s("rect", { x: 0.5, y: 0.5, width: 21, height: 11, rx: 3.5, fill: "none", stroke: "currentColor", opacity: 0.45 }),
    s("rect", { x: 2, y: 2, width: 15, height: 8, rx: 2, fill: "currentColor" }),
    s("path", { d: "M23.2 4v4c.9-.3 1.5-1.1 1.5-2s-.6-1.7-1.5-2z", fill: "currentColor", opacity: 0.5 }));
}
