// One message as a bubble: who, what, when, how far it got.

import { h } from "./elements.js";
import { richText } from "./entities.js";
import { hourMinute } from "./dates.js";
import { icon, ticks } from "./icons.js";
import { inlineButtons } from "./inline_buttons.js";
import { contents } from "./contents.js";
import { t } from "./strings.js";

/** `hands` are what a bubble can do: command, openPhoto, openMap, tap, menu, stopLive, find. */
export function bubble(message, { world, person, hands }) {
  const { out } = message.sim;
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const classes = ["bubble", out ? "out" : "in", message.sim.waiting && "waiting", hasPicture(message) && "picture", message.sticker && "bare"];
  const body = h("div", { class: classes.filter(Boolean).join(" ") },
    forwarded(message),
    quote(message, world, hands),
    message.sim.deleted ? h("p", { class: "gone" }, t("deleted")) : [
      contents(message, { world, person, hands }),
      text !== undefined && h("div", { class: "text" }, richText(text, entities, hands.command)),
    ],
    meta(message),
  );
  const row = h("li", {
    class: `row ${out ? "out" : "in"}`, tabindex: "-1", "data-message": message.message_id, "data-date": message.date,
    oncontextmenu: (event) => { event.preventDefault(); hands.menu(message, row); },
    ondblclick: () => hands.reply(message),
  },
  h("span", { class: "visually-hidden" }, `${out ? t("you") : world.scene.bot.first_name ?? t("bot")}: `),
  body,
  !message.sim.deleted && inlineButtons(message, hands));
  return row;
}

const hasPicture = (message) => Boolean(message.photo || message.location || message.venue) && !message.sim.deleted;

function meta(message) {
  const { sim } = message;
  const state = sim.waiting ? "waiting" : sim.read ? "read" : "sent";
  return h("span", { class: "meta" },
    sim.edited && !message.location && h("span", { class: "edited" }, t("edited")),
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, hourMinute(new Date(message.date * 1000))),
    sim.out && [ticks(state), h("span", { class: "visually-hidden" }, t(`state_${state}`))]);
}

function forwarded(message) {
  if (!message.forward_origin) return null;
  const from = message.forward_origin.sender_user_name ?? message.forward_origin.sender_user?.first_name ?? "";
  return h("div", { class: "forwarded" }, icon("reply", 14), [t("forwarded"), from].filter(Boolean).join(" · "));
}

function quote(message, world, hands) {
  const original = message.reply_to_message;
  if (!original) return null;
  const name = isBot(original, world) ? world.scene.bot.first_name : t("you");
  return h("button", { type: "button", class: "quote", onclick: () => hands.find(original.message_id) },
    h("strong", {}, name), h("span", {}, summary(original)));
}

function isBot(message, world) {
  return message.from?.is_bot ?? message.from?.username === world.scene.bot.username;
}

/** A message in one line, for quotes and screen readers. */
export function summary(message) {
  if (message.text ?? message.caption) return (message.text ?? message.caption).slice(0, 120);
  const kind = ["photo", "venue", "location", "contact", "sticker", "voice", "document"].find((name) => message[name]);
  if (kind === "sticker") return t("sticker_sent");
  if (kind === "document") return message.document.file_name ?? t("document");
  return kind ? t(kind) : t("unsupported");
}
