// Telegram's text entities as elements: nested ones too, offsets in UTF-16 units as JavaScript counts.

import { h } from "./elements.js";
import { t } from "./strings.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SAFE = /^(https?|tg|mailto|tel):/i;

/** `onCommand(text)` is called when a /command in the text is tapped. */
export function richText(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, onCommand);
}

function build(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  let i = 0;
  while (i < entities.length) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let j = i + 1;
    while (j < entities.length && entities[j].offset < end) j += 1;
    if (end > start) {
      if (start > at) nodes.push(text.slice(at, start));
      const inside = build(text, start, end, entities.slice(i + 1, j), onCommand);
      nodes.push(wrap(entity, text.slice(start, end), inside, onCommand));
      at = end;
    }
    i = j;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, plain, inside, onCommand) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, inside);
  switch (entity.type) {
    case "bot_command": return h("button", { type: "button", class: "text-link", onclick: () => onCommand(plain) }, inside);
    case "text_link": return link(entity.url, inside);
    case "url": return link(/^[a-z]+:/i.test(plain) ? plain : `https://${plain}`, inside);
    case "email": return link(`mailto:${plain}`, inside);
    case "phone_number": return link(`tel:${plain}`, inside);
    case "spoiler": return spoiler(inside);
    case "mention": case "hashtag": case "cashtag": case "text_mention": return h("span", { class: "text-accent" }, inside);
    default: return h("span", {}, inside);
  }
}

function link(url, inside) {
  if (!SAFE.test(url)) return h("span", {}, inside);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: t("link_inside", { url }) }, inside);
}

function spoiler(inside) {
  const open = (event) => event.currentTarget.classList.add("open");
  return h("button", { type: "button", class: "spoiler", onclick: open }, h("span", {}, inside));
}
