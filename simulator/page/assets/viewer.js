// A photo or a position, large, over the phone's whole screen.

import { fullTime } from "./dates.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { openMap } from "./map.js";
import { openSheet } from "./sheet.js";
import { t } from "./strings.js";

export function viewPhoto(screen, message, url) {
  const image = h("img", { src: url, alt: message.caption ?? t("photo"), onclick: () => image.classList.toggle("zoomed") });
  openSheet(screen, {
    title: t("viewer"), kind: "viewer",
    content: [
      h("div", { class: "viewer-image", tabindex: "0" }, image),
      h("div", { class: "viewer-foot" }, message.caption && h("p", {}, message.caption),
        h("span", {}, fullTime(new Date(message.date * 1000))),
        h("a", { href: url, download: message.document?.file_name ?? "foto.jpg", class: "button small" }, icon("upload", 16), t("document_save"))),
    ],
  });
}

export function viewMap(screen, world, point) {
  let map = null;
  const canvas = h("div", { class: "map large", role: "application", "aria-label": t("location") });
  const sheet = openSheet(screen, {
    title: t("location"), onClose: () => map?.remove(),
    content: [canvas, h("p", { class: "position-note" }, `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`,
      point.horizontal_accuracy ? ` · ${t("accuracy_m", { m: Math.round(point.horizontal_accuracy) })}` : "")],
  });
  sheet.panel.classList.add("location-sheet");
  openMap(canvas, world.scene, point, { accuracy: point.horizontal_accuracy }).then((opened) => { map = opened; });
}
