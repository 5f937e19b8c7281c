// Sharing a contact: one's own number, or somebody else's.

import { h } from "./elements.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { t } from "./strings.js";

/** Answers the body of the contact call, {own: true} or {first_name, phone_number}, or null. */
export function askContact(screen, world, person) {
  return new Promise((resolve) => {
    let answer = null;
    const name = h("input", { class: "input", required: true, "aria-label": t("contact_name"), placeholder: t("contact_name"), maxlength: "64" });
    const phone = h("input", { class: "input", required: true, type: "tel", "aria-label": t("contact_phone"), placeholder: "+62 812 0000 0000", maxlength: "20" });
    const finish = (body) => { answer = body; sheet.close(); };
    const other = h("form", {
      class: "form", onsubmit: (event) => { event.preventDefault(); finish({ first_name: name.value.trim(), phone_number: phone.value.trim() }); },
    }, h("h3", {}, t("contact_other")), name, phone, h("button", { class: "button" }, t("contact_send")));
    const own = h("button", { type: "button", class: "choice", autofocus: true, onclick: () => finish({ own: true }) },
      h("span", { class: "choice-icon" }, icon("contact")),
      h("span", {}, h("strong", {}, t("contact_own")), h("span", {}, world.people.get(person)?.phone ?? t("contact_own_hint"))));
    const sheet = openSheet(screen, { title: t("contact_title"), content: [own, other], onClose: () => resolve(answer) });
  });
}
