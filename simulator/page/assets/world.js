// What the page knows: the scene, its people, their chats and the clock. Views listen, the feed and the door tell.

import { useZone } from "./dates.js";
import { door } from "./door.js";
import { Outbasket } from "./signal.js";

export class World extends EventTarget {
  scene = { title: "", phones: [], places: [], bot: {} };
  people = new Map();
  chats = new Map();
  onScreen = new Set();
  answered = new Set();
  #clock = { base: 0, since: 0, revision: -1 };

  constructor() {
    super();
    this.outbasket = new Outbasket(this);
  }

  /** The shared clock, running on in real time between jumps. */
  get now() {
    return new Date(this.#clock.base + performance.now() - this.#clock.since);
  }

  chat(person) {
    if (!this.chats.has(person)) this.chats.set(person, emptyChat());
    return this.chats.get(person);
  }

  name(person) {
    const who = this.people.get(person);
    return [who?.first_name, who?.last_name].filter(Boolean).join(" ") || String(person);
  }

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }

  async load() {
    const [scene, people, clock] = await Promise.all([door.scene(), door.people(), door.clock()]);
    this.scene = { ...this.scene, ...scene, phones: scene.phones ?? [], places: scene.places ?? [] };
    this.people = new Map(people.map((who) => [who.id, who]));
    if (!this.scene.phones.length) this.scene.phones = people.map((who) => ({ person: who.id, role: "other", label: who.first_name }));
    useZone(this.scene.zone);
    this.setClock(clock);
    this.tell("scene");
    await Promise.all(this.scene.phones.map(({ person }) => this.loadChat(person)));
  }

  async loadChat(person) {
    if (this.outbasket.isOffline(person) && this.chat(person).loaded) return;
    const known = this.chat(person);
    const fresh = await door.chat(person);
    const waiting = known.messages.filter((message) => message.sim.waiting);
    Object.assign(known, fresh, { messages: [...fresh.messages, ...waiting], typing: fresh.typing ?? false, loaded: true });
    this.tell("chat", { person });
    if (this.onScreen.has(person)) this.markRead(person);
  }

  setClock({ now, revision }) {
    const jumped = this.#clock.revision !== -1 && revision !== this.#clock.revision;
    this.#clock = { base: Date.parse(now), since: performance.now(), revision };
    this.tell("clock", { jumped });
  }

  /** A new, edited or deleted message, from the feed or as the answer to our own call: whichever is first. */
  put(person, message) {
    if (this.outbasket.isOffline(person) && !message.sim?.waiting) return;
    const chat = this.chat(person);
    message.sim ??= { out: false };
    const index = findMessage(chat.messages, message.message_id);
    if (index < 0) chat.messages.push(message);
    else {
      message.sim.read ||= chat.messages[index].sim?.read; // our own answer may come after the news that it was read
      chat.messages[index] = message;
    }
    if (index < 0 && !message.sim.out) {
      chat.typing = false;
      if (this.onScreen.has(person)) this.markRead(person);
      else { chat.unread += 1; this.tell("unread", { person }); }
    }
    this.tell("message", { person, message, fresh: index < 0 });
  }

  async markRead(person) {
    const chat = this.chat(person);
    if (!chat.unread && !chat.messages.some((message) => !message.sim.out)) return;
    chat.unread = 0;
    this.tell("unread", { person });
    await door.read(person).catch(() => {});
  }

  /** Which people are in front of the user now; they count as reading. */
  show(people) {
    const added = people.filter((person) => !this.onScreen.has(person));
    this.onScreen = new Set(people);
    for (const person of added) if (this.chat(person).unread) this.markRead(person);
  }

  hear(event, data) {
    const chat = data.person ? this.chat(data.person) : null;
    const deaf = data.person && this.outbasket.isOffline(data.person);
    if (deaf && event !== "blocked") return;
    switch (event) {
      case "message": return this.put(data.person, data.message ?? data.M);
      case "typing": chat.typing = true; return this.tell("typing", data);
      case "toast": return this.tell("toast", data);
      case "callback": this.answered.add(data.callback_query_id); return this.tell("callback", data);
      case "keyboard": chat.reply_keyboard = data.reply_keyboard ?? null; return this.tell("keyboard", data);
      case "commands": return data.person ? this.loadChat(data.person) : this.load();
      case "blocked": chat.blocked = data.blocked; return this.tell("blocked", data);
      case "clock": return this.setClock(data);
      case "scene": return this.load();
      case "reset": this.chats.clear(); this.outbasket.clear(); this.tell("reset"); return this.load();
    }
  }
}

function emptyChat() {
  return { messages: [], reply_keyboard: null, commands: [], unread: 0, blocked: false, typing: false, loaded: false };
}

function findMessage(messages, id) {
  for (let i = messages.length - 1; i >= 0; i -= 1) if (messages[i].message_id === id) return i;
  return -1;
}
