// The scene's civil time: how clocks, days and distances are written.

import { language, t } from "./strings.js";

const LABELS = {
  "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Ujung_Pandang": "WITA", "Asia/Jayapura": "WIT",
};
let zone = "Asia/Makassar";
const formats = new Map();

export function useZone(name) {
  zone = name || "Asia/Makassar";
  formats.clear();
}

function format(date, options) {
  const key = language() + JSON.stringify(options);
  if (!formats.has(key)) {
    const locale = language() === "id" ? "id-ID" : "en-GB";
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return formats.get(key).format(date);
}

/** 07.40 */
export function hourMinute(date) {
  return format(date, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).replace(":", ".");
}

/** Kamis, 23 April 2026 */
export function longDay(date) {
  return format(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** Kam, 23 Apr */
export function shortDay(date) {
  return format(date, { weekday: "short", day: "numeric", month: "short" });
}

/** Kamis, 23 April 2026 pukul 07.40 WITA */
export function fullTime(date) {
  return `${longDay(date)} ${language() === "id" ? "pukul" : "at"} ${hourMinute(date)} ${zoneLabel(date)}`;
}

export function zoneLabel(date) {
  if (zone in LABELS) return LABELS[zone];
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName").value;
}

/** The civil day as a key that sorts: 2026-04-23. */
export function dayKey(date) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(date);
}

/** "Hari ini", "Kemarin" or the long day, seen from `now`. */
export function dayName(date, now) {
  if (dayKey(date) === dayKey(now)) return t("today");
  if (dayKey(date) === dayKey(new Date(now.getTime() - 86_400_000))) return t("yesterday");
  return longDay(date);
}

/** 80 m, 3,2 km */
export function metres(value) {
  if (value < 1000) return `${Math.round(value)} m`;
  const text = value < 100_000 ? (value / 1000).toFixed(1) : String(Math.round(value / 1000));
  return `${language() === "id" ? text.replace(".", ",") : text} km`;
}

export function size(bytes) {
  if (!bytes) return "";
  const text = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return language() === "id" ? text.replace(".", ",") : text;
}
