// What a bubble can hold besides text: photos, documents, positions, contacts.

import { hourMinute, size } from "./dates.js";
import { door } from "./door.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { minimap } from "./minimap.js";
import { t } from "./strings.js";

const PICTURE = /^image\/(jpeg|png|webp)$/;

export function contents(message, context) {
  if (message.photo) return photo(message, context);
  if (message.venue) return venue(message, context);
  if (message.location) return location(message, context);
  if (message.document) return documentRow(message, context);
  if (message.contact) return contact(message);
  if (message.sticker) return h("div", { class: "sticker", role: "img", "aria-label": t("sticker_sent") }, message.sticker.emoji ?? "🙂");
  if (message.voice) return h("div", { class: "file" }, h("span", { class: "file-icon" }, icon("live")), h("span", { class: "file-name" }, t("voice")));
  return message.text === undefined && message.caption === undefined ? h("p", { class: "gone" }, t("unsupported")) : null;
}

function photo(message, { hands }) {
  const largest = message.photo.at(-1);
  const shown = message.photo.find((one) => one.width >= 480) ?? largest;
  const image = h("img", {
    src: message.sim.preview ?? door.fileUrl(shown.file_id), width: shown.width, height: shown.height, loading: "lazy", alt: message.caption ?? t("photo"),
  });
  return h("button", { type: "button", class: "photo", "aria-label": t("photo_open"), onclick: () => hands.openPhoto(message, image.src) }, image);
}

function location(message, { world, person, hands }) {
  const { location: point, sim } = message;
  const live = Boolean(point.live_period);
  const running = live && isRunning(message, world);
  const edited = message.edit_date ? new Date(message.edit_date * 1000) : new Date(message.date * 1000);
  return h("div", { class: "position" },
    mapButton(point, world, hands, { live, accuracy: point.horizontal_accuracy }),
    h("div", { class: "position-text" },
      h("strong", {}, live ? t("live") : t("location")),
      h("span", {}, live ? (running ? t("live_updated", { time: hourMinute(edited) }) : t("live_ended"))
        : point.horizontal_accuracy ? t("accuracy_m", { m: Math.round(point.horizontal_accuracy) }) : t("accuracy_none")),
      running && sim.out && h("button", { type: "button", class: "live-stop", onclick: () => hands.stopLive(person, message) }, t("live_stop"))));
}

export function isRunning(message, world) {
  const { live_period: period } = message.location ?? {};
  return Boolean(period) && !message.sim.stopped && message.date + period > world.now.getTime() / 1000;
}

function venue(message, { world, hands }) {
  const { venue: place } = message;
  return h("div", { class: "position" },
    mapButton(place.location, world, hands, {}),
    h("div", { class: "position-text" }, h("strong", {}, place.title), h("span", {}, place.address)));
}

function mapButton(point, world, hands, look) {
  const label = `${t("location")} ${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`;
  return h("button", { type: "button", class: "map-button", "aria-label": label, onclick: () => hands.openMap(point) }, minimap(point, world.scene, look));
}

function documentRow(message, { hands }) {
  const { document: file } = message;
  const name = file.file_name ?? t("document");
  const url = door.fileUrl(file.file_id);
  const opens = PICTURE.test(file.mime_type ?? "");
  const open = opens ? () => hands.openPhoto(message, url) : null;
  const face = opens ? h("img", { src: url, alt: "", loading: "lazy", class: "file-thumb" })
    : h("span", { class: `file-icon kind-${extension(name)}` }, icon("document"), h("span", {}, extension(name)));
  return h("div", { class: "file" },
    open ? h("button", { type: "button", class: "file-face", "aria-label": `${t("photo_open")} ${name}`, onclick: open }, face)
      : h("a", { class: "file-face", href: url, target: "_blank", rel: "noopener", "aria-label": `${t("document_open")} ${name}` }, face),
    h("span", { class: "file-text" }, h("span", { class: "file-name" }, name),
      h("span", { class: "file-links" }, size(file.file_size), " ",
        h("a", { href: url, download: name }, t("document_save")))));
}

const extension = (name) => (name.includes(".") ? name.split(".").pop().toLowerCase().slice(0, 4) : "file");

function contact({ contact: who }) {
  return h("div", { class: "file" },
    h("span", { class: "file-icon" }, icon("contact")),
    h("span", { class: "file-text" },
      h("span", { class: "file-name" }, [who.first_name, who.last_name].filter(Boolean).join(" ")),
      h("span", { class: "file-links" }, who.phone_number)));
}
