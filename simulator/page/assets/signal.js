// No signal: what is sent waits on the phone and leaves when the signal returns, with the server's time of arrival.

export class Outbasket {
  #offline = new Set();
  #queues = new Map();
  #next = 1;

  constructor(world) {
    this.world = world;
  }

  isOffline(person) {
    return this.#offline.has(person);
  }

  /** Runs `call` now, or later when this phone has signal; `preview` is the bubble shown meanwhile. */
  async send(person, preview, call) {
    if (!this.isOffline(person)) {
      const message = await call();
      if (message?.message_id) this.world.put(person, message);
      return message;
    }
    const message = this.#draft(preview);
    this.#queue(person).push({ message, call });
    this.world.put(person, message);
    return message;
  }

  async setOffline(person, offline) {
    if (offline) this.#offline.add(person);
    else this.#offline.delete(person);
    this.world.tell("signal", { person });
    if (!offline) await this.#release(person);
  }

  clear() {
    this.#offline.clear();
    this.#queues.clear();
    this.world.tell("signal", {});
  }

  #draft(preview) {
    this.#next += 1;
    return {
      message_id: 9e15 + this.#next, date: Math.floor(this.world.now.getTime() / 1000), ...preview,
      sim: { out: true, waiting: true, edited: false, deleted: false, pressed: [], read: false },
    };
  }

  #queue(person) {
    if (!this.#queues.has(person)) this.#queues.set(person, []);
    return this.#queues.get(person);
  }

  async #release(person) {
    const queue = this.#queue(person);
    const chat = this.world.chat(person);
    while (queue.length && !this.isOffline(person)) {
      const { message, call } = queue.shift();
      await call();
      chat.messages = chat.messages.filter((other) => other !== message);
    }
    await this.world.loadChat(person);
  }
}
