// The one door to the server: every call the page makes is a function here.

async function ask(path, options) {
  let response;
  try {
    response = await fetch(`/sim${path}`, options);
  } catch {
    throw new DoorError("unreachable");
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new DoorError(body?.description ?? body?.error ?? body?.detail ?? `HTTP ${response.status}`);
  return body;
}

export class DoorError extends Error {}

const post = (path, body = {}) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const person = (id) => `/people/${id}`;

export const door = {
  scene: () => ask("/scene"),
  people: () => ask("/people"),
  chat: (id) => ask(`${person(id)}/chat`),
  read: (id) => post(`${person(id)}/read`),
  text: (id, body) => post(`${person(id)}/text`, body),
  start: (id, payload) => post(`${person(id)}/start`, payload ? { payload } : {}),
  location: (id, body) => post(`${person(id)}/location`, body),
  live: (id, messageId, body) => post(`${person(id)}/live/${messageId}`, body),
  venue: (id, body) => post(`${person(id)}/venue`, body),
  contact: (id, body) => post(`${person(id)}/contact`, body),
  sticker: (id) => post(`${person(id)}/sticker`),
  tap: (id, messageId, data) => post(`${person(id)}/tap`, { message_id: messageId, data }),
  block: (id, blocked) => post(`${person(id)}/block`, { blocked }),
  samples: () => ask("/samples"),
  sampleUrl: (name) => `/sim/samples/${encodeURIComponent(name)}.jpg`,
  fileUrl: (fileId) => `/sim/file/${encodeURIComponent(fileId)}`,
  clock: () => ask("/clock"),
  moveClock: (move) => post("/clock", move),
  faults: () => ask("/faults"),
  addFault: (fault) => post("/faults", fault),
  clearFaults: () => ask("/faults", { method: "DELETE" }),
  journal: (after) => ask(`/journal${after ? `?after=${after}` : ""}`),
  reset: () => post("/reset"),

  /** `picture` is {sample: name} or {file: Blob, name}. */
  photo(id, picture, { caption, asDocument }) {
    if (picture.sample) {
      return post(`${person(id)}/photo`, { sample: picture.sample, caption: caption || undefined, as_document: asDocument });
    }
    const form = new FormData();
    form.append("file", picture.file, picture.name);
    if (caption) form.append("caption", caption);
    if (asDocument) form.append("as_document", "true");
    return ask(`${person(id)}/photo`, { method: "POST", body: form });
  },
};
