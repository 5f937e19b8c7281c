// Sheets and dialogs of one phone: they slide in, keep the keyboard inside, close with Escape and give the focus back.

import { h, iconButton } from "./elements.js";
import { icon } from "./icons.js";
import { reducedMotion } from "./preferences.js";
import { t } from "./strings.js";

const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), textarea, select, [tabindex='0']";
let serial = 0;

/** Opens a sheet over `screen`; `kind` is "sheet", "alert" or "viewer". Answers {close, setContent, closed}. */
export function openSheet(screen, { title, content, kind = "sheet", onClose = () => {} }) {
  const opener = document.activeElement;
  serial += 1;
  const heading = h("h2", { id: `sheet-${serial}`, class: "sheet-title" }, title);
  const body = h("div", { class: "sheet-body" }, content);
  const panel = h("div", {
    class: `panel ${kind}`, role: kind === "alert" ? "alertdialog" : "dialog", "aria-modal": "true", "aria-labelledby": heading.id, tabindex: "-1",
  }, h("div", { class: "sheet-head" }, heading, kind !== "alert" && iconButton(icon("close"), t("close"), () => close())), body);
  const layer = h("div", { class: `layer layer-${kind}`, onkeydown: keys, onclick: (event) => { if (event.target === layer && kind !== "alert") close(); } }, panel);

  const covered = [...screen.children].filter((child) => !child.inert);
  for (const child of covered) child.inert = true;
  screen.append(layer);
  (panel.querySelector("[autofocus]") ?? panel).focus({ preventScroll: true });

  let settle;
  const closed = new Promise((resolve) => { settle = resolve; });

  function keys(event) {
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    if (event.key !== "Tab") return;
    const stops = [...panel.querySelectorAll(FOCUSABLE)].filter((element) => element.offsetParent !== null);
    if (!stops.length) { event.preventDefault(); return; }
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge || document.activeElement === panel && event.shiftKey) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  }

  function close() {
    if (layer.classList.contains("leaving")) return;
    layer.classList.add("leaving");
    const hadFocus = layer.contains(document.activeElement);
    for (const child of covered) child.inert = false;
    const remove = () => layer.remove();
    if (reducedMotion()) remove();
    else { panel.addEventListener("animationend", remove, { once: true }); setTimeout(remove, 400); }
    if (hadFocus && opener?.isConnected) opener.focus({ preventScroll: true });
    onClose();
    settle();
  }

  return {
    close, closed, body, panel,
    setContent(newTitle, ...children) {
      heading.textContent = newTitle;
      body.replaceChildren(...children.flat().filter(Boolean));
      (body.querySelector("[autofocus]") ?? panel).focus({ preventScroll: true });
    },
  };
}

/** A question with buttons; answers the value of the chosen one, or null. */
export function askDialog(screen, { title, text, choices }) {
  return new Promise((resolve) => {
    let answer = null;
    const dialog = openSheet(screen, {
      title, kind: "alert", onClose: () => resolve(answer),
      content: [
        text && h("p", { class: "dialog-text" }, text),
        h("div", { class: "dialog-buttons" }, choices.map(({ label, value, primary }) => h("button", {
          type: "button", class: primary ? "button primary" : "button", autofocus: primary,
          onclick: () => { answer = value; dialog.close(); },
        }, label))),
      ],
    });
  });
}

/** A short word over the chat that goes away by itself. */
export function toast(screen, text) {
  screen.querySelector(".toast")?.remove();
  const note = h("div", { class: "toast", role: "status" }, text);
  screen.append(note);
  setTimeout(() => note.classList.add("leaving"), 3600);
  setTimeout(() => note.remove(), 4000);
}
