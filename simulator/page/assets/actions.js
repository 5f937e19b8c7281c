// What a person does on the phone, and what the phone shows meanwhile.

import { askPhoto, sampleList } from "./camera_sheet.js";
import { askContact } from "./contact_sheet.js";
import { door } from "./door.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { untilAnswered } from "./inline_buttons.js";
import { askLocation } from "./location_sheet.js";
import { askDialog, openSheet, toast } from "./sheet.js";
import { t } from "./strings.js";
import { viewMap, viewPhoto } from "./viewer.js";

/** The hands of `person`, whose phone has `screen`. */
export function handsOf(world, walks, person, screen) {
  const { outbasket } = world;
  const attempt = (work) => work.catch((error) => toast(screen(), t("failed", { reason: t(error.message) })));
  const send = (preview, call) => attempt(outbasket.send(person, preview, call));

  const hands = {
    text: (text, replyTo, forwarded) => send({ text }, () => door.text(person, {
      text, reply_to_message_id: replyTo?.message_id, forwarded: forwarded || undefined })),
    command: (text) => hands.text(text.split("@")[0]),
    start: () => {
      const token = world.scene.phones.find((phone) => phone.person === person)?.start_link;
      return send({ text: ["/start", token].filter(Boolean).join(" ") }, () => door.start(person, token));
    },
    unblock: () => hands.block(false),
    block: (blocked) => attempt(door.block(person, blocked).then(() => world.hear("blocked", { person, blocked }))),
    sticker: () => send({ sticker: { emoji: "👍" } }, () => door.sticker(person)),

    button(button) {
      if (button.request_location) return hands.location(true);
      if (button.request_contact) return hands.shareNumber();
      return hands.text(button.text);
    },

    async location(asked = false) {
      const answer = await askLocation(screen(), world, person, asked);
      if (!answer) return;
      const { latitude, longitude } = answer.point;
      const point = { latitude, longitude, horizontal_accuracy: answer.accuracy ?? undefined };
      if (answer.way === "venue") {
        const { name, address } = answer.place;
        const venue = { latitude, longitude, title: name, address: address ?? world.scene.title };
        return send({ venue: { location: point, title: name, address: venue.address } }, () => door.venue(person, venue));
      }
      const extra = answer.way === "live" ? { live_period: answer.live_period } : answer.way === "forwarded" ? { forwarded: true } : {};
      const message = await send({ location: { ...point, ...extra } }, () => door.location(person, { ...point, ...extra }));
      if (answer.way === "live" && message && !message.sim?.waiting) walks.start(person, message);
    },
    stopLive: (_, message) => attempt(walks.stop(person, message)),

    async photo(chosen) {
      const answer = await askPhoto(screen(), chosen);
      if (!answer) return;
      const { picture, preview, caption, asDocument } = answer;
      const shown = asDocument ? { document: { file_name: picture.name ?? `${picture.sample}.jpg`, file_id: "" } } : { photo: [{ file_id: "", width: 480, height: 360 }] };
      await send({ ...shown, caption: caption || undefined }, () => door.photo(person, picture, { caption, asDocument }));
      if (picture.file) URL.revokeObjectURL(preview);
    },

    async contact() {
      const body = await askContact(screen(), world, person);
      if (body) await send({ contact: { first_name: body.first_name ?? world.name(person), phone_number: body.phone_number ?? "" } }, () => door.contact(person, body));
    },
    async shareNumber() {
      const phone = world.people.get(person)?.phone ?? "";
      const yes = await askDialog(screen(), {
        title: t("share_phone_title"), text: t("share_phone_text", { phone }),
        choices: [{ label: t("cancel"), value: false }, { label: t("share"), value: true, primary: true }],
      });
      if (yes) await send({ contact: { first_name: world.name(person), phone_number: phone } }, () => door.contact(person, { own: true }));
    },

    attach() {
      const choose = (name, chosen) => { sheet.close(); hands[name](chosen); };
      const item = (name, face, first) => h("button", { type: "button", class: `attach attach-${name}`, autofocus: first, "data-attach": name, onclick: () => choose(name) },
        h("span", { class: "attach-icon" }, icon(face, 26)), h("span", {}, t(`attach_${name}`)));
      const gallery = h("div", { class: "attach-gallery" });
      const sheet = openSheet(screen(), {
        title: t("sheet_attach"),
        content: [gallery, h("div", { class: "attach-grid" }, item("photo", "camera", true), item("location", "location"), item("contact", "contact"), item("sticker", "sticker"))],
      });
      sampleList((picture, url) => choose("photo", { picture, url })).then((list) => gallery.append(list));
      return sheet;
    },

    async tap(message, data) {
      const tapped = await attempt(door.tap(person, message.message_id, data));
      if (tapped) await untilAnswered(world, tapped.callback_query_id);
    },

    menu(message) {
      const text = message.text ?? message.caption;
      const item = (label, face, act) => h("button", { type: "button", class: "menu-item", onclick: () => { sheet.close(); act(); } }, icon(face, 20), h("span", {}, label));
      const sheet = openSheet(screen(), {
        title: t("message_actions"),
        content: h("div", { class: "menu-list" },
          item(t("reply"), "reply", () => hands.reply(message)),
          text && item(t("copy"), "file", () => navigator.clipboard?.writeText(text)),
          text && item(t("forward"), "send", () => hands.text(text, null, true))),
      });
    },
    reply: () => {},
    openPhoto: (message, url) => viewPhoto(screen(), message, url),
    openMap: (point) => viewMap(screen(), world, point),
  };
  return hands;
}
