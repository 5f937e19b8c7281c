// The reader's language and light or dark, remembered in this browser.

import { useLanguage, language } from "./strings.js";

const stored = (key) => { try { return localStorage.getItem(`sim.${key}`); } catch { return null; } };
const store = (key, value) => { try { localStorage.setItem(`sim.${key}`, value); } catch { /* private window */ } };

const systemDark = matchMedia("(prefers-color-scheme: dark)");

export function applyPreferences() {
  useLanguage(new URLSearchParams(location.search).get("lang") ?? stored("language") ?? "id");
  applyTheme();
  systemDark.addEventListener("change", applyTheme);
}

function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

export function isDark() {
  const theme = stored("theme");
  return theme ? theme === "dark" : systemDark.matches;
}

export function toggleTheme() {
  store("theme", isDark() ? "light" : "dark");
  applyTheme();
}

export function toggleLanguage() {
  const next = language() === "id" ? "en" : "id";
  store("language", next);
  useLanguage(next);
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
