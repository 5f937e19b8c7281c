// A live location that walks: edits the message every few seconds until it is stopped or there.

import { door } from "./door.js";
import { nearestPlace, placesOf, step } from "./positions.js";

const EVERY = 3_000;
const STRIDE = 45;
const STEPS = 60;

export class Walks {
  #timers = new Map();

  constructor(world) {
    this.world = world;
    world.on("reset", () => { for (const timer of this.#timers.values()) clearInterval(timer); this.#timers.clear(); });
  }

  start(person, message) {
    const target = nearestPlace(message.location, placesOf(this.world.scene));
    let at = message.location;
    let n = 0;
    const timer = setInterval(async () => {
      n += 1;
      if (n > STEPS) return this.#stopTimer(message);
      if (this.world.outbasket.isOffline(person)) return undefined;
      at = step(at, target, STRIDE, n);
      const body = { ...at, horizontal_accuracy: message.location.horizontal_accuracy };
      return door.live(person, message.message_id, body)
        .then((edited) => this.world.put(person, edited)).catch(() => this.#stopTimer(message));
    }, EVERY);
    this.#timers.set(message.message_id, timer);
  }

  async stop(person, message) {
    this.#stopTimer(message);
    const current = this.world.chat(person).messages.find((one) => one.message_id === message.message_id) ?? message;
    const { latitude, longitude } = current.location;
    this.world.put(person, await door.live(person, message.message_id, { latitude, longitude, stop: true }));
  }

  #stopTimer(message) {
    clearInterval(this.#timers.get(message.message_id));
    this.#timers.delete(message.message_id);
  }
}
