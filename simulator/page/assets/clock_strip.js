// The strip above the phones: SIMULASI, the shared clock and its jumps, faults, journal, language, light.

import { dayKey, fullTime, hourMinute, longDay, shortDay, zoneLabel } from "./dates.js";
import { door } from "./door.js";
import { h, iconButton } from "./elements.js";
import { FaultsPanel } from "./faults_panel.js";
import { icon } from "./icons.js";
import { isDark, toggleLanguage, toggleTheme } from "./preferences.js";
import { t } from "./strings.js";

const JUMPS = [
  ["hour", { advance_seconds: 3600 }], ["day", { advance_seconds: 86_400 }], ["monday", { to: "monday-07" }],
];

/** "ke Senin 07.00": the little word goes where there is no room. */
const label = (text) => /^(ke|to) /.test(text) ? [h("span", { class: "spare" }, text.slice(0, 3)), text.slice(3)] : text;

export class ClockStrip {
  /** `hands`: journal(), tour() or null, redraw(), reset(), report(error). */
  constructor(world, element, hands) {
    Object.assign(this, { world, element, hands });
    this.draw();
    setInterval(() => this.tick(), 1000);
  }

  draw() {
    this.faults = new FaultsPanel((error) => this.hands.report(error));
    this.day = h("span", { class: "clock-day" });
    this.dayShort = h("span", { class: "clock-day-short", "aria-hidden": "true" });
    this.hour = h("span", { class: "clock-hour" });
    this.zone = h("span", { class: "clock-zone" });
    this.spoken = h("span", { class: "visually-hidden", role: "status" });
    this.connection = h("span", { class: "connection", role: "status", hidden: true }, t("connecting"));
    const theme = iconButton(icon(isDark() ? "sun" : "moon"), t(isDark() ? "theme_light" : "theme_dark"), () => { toggleTheme(); this.draw(); this.#focus(".theme"); }, { class: "icon-button theme" });
    this.element.setAttribute("aria-label", t("tools"));
    this.element.replaceChildren(
      h("div", { class: "brand" }, h("strong", { class: "stamp", title: t("simulation_hint") }, t("simulation")), h("h1", { class: "scene-title" }, this.world.scene.title), this.connection),
      h("div", { class: "clock", role: "group", "aria-label": t("clock") },
        h("time", { class: "clock-face" }, this.day, this.dayShort, h("span", { class: "clock-time" }, this.hour, this.zone)),
        h("div", { class: "jumps" }, JUMPS.map(([name, move]) => h("button", { type: "button", class: "jump-button", "data-jump": name, onclick: () => this.#move(move) }, label(t(name))))),
        this.spoken),
      h("div", { class: "tools" },
        this.hands.tour && iconButton(icon("tour"), t("tour"), this.hands.tour),
        this.faults.element,
        iconButton(icon("journal"), t("journal"), this.hands.journal, { class: "icon-button journal-button" }),
        iconButton(icon("reset"), t("reset"), this.hands.reset),
        h("button", { type: "button", class: "icon-button text language", "aria-label": `${t("language_code")}: ${t("language")}`, title: t("language"), onclick: () => { toggleLanguage(); this.hands.redraw(); this.#focus(".language"); } }, t("language_code")),
        theme));
    this.tick();
  }

  tick() {
    const { now } = this.world;
    if (!now.getTime()) return;
    const key = `${dayKey(now)} ${hourMinute(now)}`;
    if (this.key === key && this.day.textContent) return;
    this.key = key;
    this.day.textContent = longDay(now);
    this.dayShort.textContent = shortDay(now);
    this.hour.textContent = hourMinute(now);
    this.zone.textContent = zoneLabel(now);
    this.hands.minute?.();
  }

  /** The clock was set or jumped. */
  moved(jumped) {
    this.tick();
    if (!jumped) return;
    this.spoken.textContent = t("clock_moved", { time: fullTime(this.world.now) });
    this.element.querySelector(".clock-face").classList.remove("jumped");
    requestAnimationFrame(() => this.element.querySelector(".clock-face").classList.add("jumped"));
  }

  connected(yes) {
    this.connection.hidden = yes;
  }

  async #move(move) {
    try {
      this.world.setClock(await door.moveClock(move));
    } catch (error) {
      this.hands.report(error);
    }
  }

  #focus(selector) {
    this.element.querySelector(selector)?.focus();
  }
}
