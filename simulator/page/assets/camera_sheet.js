// Taking a photo: a drawn sample, a picture from this computer or its camera; then a caption, as photo or as file.

import { door } from "./door.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";
import { pick, t } from "./strings.js";

/** Answers {picture, preview, caption, asDocument} or null; `chosen` is a {picture, url} that only needs its caption. */
export function askPhoto(screen, chosen) {
  return new Promise((resolve) => {
    let answer = null;
    let stream = null;
    const stopCamera = () => { for (const track of stream?.getTracks() ?? []) track.stop(); stream = null; };
    const sheet = openSheet(screen, { title: t("photo_title"), content: [], onClose: () => { stopCamera(); resolve(answer); } });
    sheet.panel.classList.add("camera-sheet");

    function choose(tab = "samples") {
      stopCamera();
      const pane = h("div", { class: "tab-pane", role: "tabpanel", id: "camera-pane" });
      const tabs = ["samples", "upload", "webcam"].map((name) => h("button", {
        type: "button", role: "tab", class: "segment", "aria-selected": String(name === tab), "aria-controls": "camera-pane", onclick: () => choose(name),
      }, t(`tab_${name}`)));
      sheet.setContent(t("photo_title"), h("div", { class: "segments", role: "tablist" }, tabs), pane);
      tabs.find((one) => one.getAttribute("aria-selected") === "true").focus();
      PANES[tab](pane, preview, (opened) => { stream = opened; });
    }

    function preview(picture, url) {
      stopCamera();
      const caption = h("input", { class: "input", type: "text", maxlength: "1024", placeholder: t("caption"), "aria-label": t("caption") });
      const send = (asDocument) => {
        answer = { picture, preview: url, caption: caption.value.trim(), asDocument };
        sheet.close();
      };
      sheet.setContent(t("photo_title"),
        h("img", { class: "preview", src: url, alt: t("photo") }),
        caption,
        h("button", { type: "button", class: "button primary", autofocus: true, onclick: () => send(false) }, icon("gallery", 20), h("span", {}, t("as_photo"))),
        h("div", { class: "button-pair" },
          h("button", { type: "button", class: "button", onclick: () => send(true) }, icon("file", 20), h("span", {}, t("as_file"))),
          h("button", { type: "button", class: "button quiet", onclick: () => choose() }, t("photo_again"))));
    }

    if (chosen) preview(chosen.picture, chosen.url);
    else choose();
  });
}

/** The drawn photos as a list; `use` gets the picture and its address. */
export async function sampleList(use) {
  const samples = await door.samples();
  return h("ul", { class: "samples", "aria-label": t("samples") }, samples.map(({ name, title }) => {
    const url = door.sampleUrl(name);
    return h("li", {}, h("button", { type: "button", class: "sample", "data-sample": name, onclick: () => use({ sample: name }, url) },
      h("img", { src: url, alt: "", loading: "lazy" }), h("span", {}, pick(title))));
  }));
}

const PANES = {
  async samples(pane, use) {
    pane.append(await sampleList(use));
  },

  upload(pane, use) {
    const input = h("input", {
      type: "file", accept: "image/jpeg,image/png,image/webp", class: "visually-hidden", id: "upload-picture",
      onchange: ({ target }) => { const [file] = target.files; if (file) use({ file, name: file.name }, URL.createObjectURL(file)); },
    });
    pane.append(h("label", { class: "drop", for: "upload-picture" }, icon("upload", 34), h("strong", {}, t("upload_pick")), h("span", {}, t("upload_hint")), input));
  },

  async webcam(pane, use, keep) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      keep(stream);
      const video = h("video", { class: "preview", autoplay: true, playsinline: true, srcObject: stream });
      pane.append(video, h("button", { type: "button", class: "button primary", onclick: () => shoot(video, use) }, icon("camera", 20), h("span", {}, t("shoot"))));
    } catch {
      pane.append(h("p", { class: "empty" }, t("webcam_off")));
    }
  },
};

async function shoot(video, use) {
  const canvas = h("canvas", { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext("2d").drawImage(video, 0, 0);
  const file = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.88); });
  use({ file, name: "kamera.jpg" }, URL.createObjectURL(file));
}
