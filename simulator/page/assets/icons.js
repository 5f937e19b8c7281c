// Line icons, drawn on a 24 × 24 grid.

import { s } from "./elements.js";

const PATHS = {
  attach: "m20 11-8.3 8.3a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  back: "M15 5l-7 7 7 7",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6",
  bolt: "M13 3 5 13.5h6L10 21l8-10.5h-6z",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 10.2a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z",
  check: "m4.5 12.5 5 5 10-11",
  close: "M6 6l12 12M18 6 6 18",
  contact: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20a7.5 7.5 0 0 1 15 0",
  document: "M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6",
  down: "M6 9l6 6 6-6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  flag: "M6 21V4m0 1h11l-2.5 4L17 13H6",
  gallery: "M4 5h16v14H4zM4 16l5-5 4 4 3-2.5 4 3.5M15.5 9.5h.01",
  grid: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M8 14h8",
  journal: "M5 4h14v16H5zM9 9h6M9 13h6M9 17h3",
  live: "M12 12h.01M8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.6 18.4a9 9 0 0 1 0-12.8M18.4 5.6a9 9 0 0 1 0 12.8",
  location: "M12 21s-7-6.3-7-11.3a7 7 0 0 1 14 0C19 14.7 12 21 12 21zM12 7.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  noSignal: "M4 20h.01M9 20v-4M14 20v-8M19 20V6M4 4l16 16",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  pin: "M12 21s-7-6.3-7-11.3a7 7 0 0 1 14 0C19 14.7 12 21 12 21z",
  reply: "M10 6 4 12l6 6v-4c5 0 8 1.5 10 5 0-6-3-11-10-11z",
  reset: "M4 5v5h5M4.8 10A8 8 0 1 1 4 14",
  send: "M4 12 20.5 4.5 15 20l-3.5-6.5zM11.5 13.5l9-9",
  slash: "M15 4 9 20",
  sticker: "M12 3a9 9 0 1 0 9 9h-5a4 4 0 0 1-4-4zM12 3l9 9",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  tick: "m3 12.5 4.5 4.5L17 7",
  tour: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.7 9.3a2.4 2.4 0 1 1 3.3 2.3c-.7.3-1 .8-1 1.6M12 16.5h.01",
  upload: "M12 16V5M7.5 9 12 4.5 16.5 9M5 19h14",
};

export function icon(name, size = 22) {
  return s("svg", {
    viewBox: "0 0 24 24", width: size, height: size, fill: "none", stroke: "currentColor", "stroke-width": name === "more" ? 3.2 : 1.8,
    "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", class: `icon icon-${name}`,
  }, s("path", { d: PATHS[name] }));
}

/** One tick: the server has it. Two: the bot has fetched it. A clock: still on the phone. */
export function ticks(state) {
  const path = { waiting: "M9 1.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM9 4v2.7l1.8 1", sent: "m4 7 3 3 6-7", read: "m1 7 3 3 6-7M8.5 9.3l.7.7 6-7" }[state];
  return s("svg", {
    viewBox: "0 0 17 13", width: 17, height: 13, fill: "none", stroke: "currentColor", "stroke-width": 1.5,
    "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", class: `ticks ticks-${state}`,
  }, s("path", { d: path }));
}
