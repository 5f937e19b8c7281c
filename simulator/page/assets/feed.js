// The server's event stream. After a loss it comes back by itself and asks for a fresh look at everything.

const EVENTS = ["message", "typing", "toast", "callback", "keyboard", "commands", "clock", "blocked", "scene", "reset"];
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/** Calls `hear(event, data)` for each event, `state(true|false)` on connection changes and `refetch()` after a gap. */
export function listen({ hear, state, refetch }) {
  let source;
  let wait = FIRST_WAIT;
  let lost = false;
  let timer;

  function open() {
    source = new EventSource("/sim/feed");
    source.onopen = () => {
      wait = FIRST_WAIT;
      state(true);
      if (lost) refetch();
      lost = false;
    };
    source.onerror = () => {
      source.close();
      lost = true;
      state(false);
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
    for (const name of EVENTS) source.addEventListener(name, (event) => hear(name, JSON.parse(event.data || "{}")));
  }

  window.addEventListener("online", () => { if (lost) { clearTimeout(timer); open(); } });
  open();
}
