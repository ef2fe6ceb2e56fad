// The wire: operations go out numbered, answers come back, and silence is noticed.

export const PATIENCE = 2000;
const SILENCE = "the kernel does not answer.";

// What brings a kernel back, where there are no cells and where there are.
function remedyAt(place) {
  if (place?.closest(".archkit-document")) return "Press Start again above.";
  return place?.closest(".archkit-alone") ? "Load the page again." : "Run the cells again from the top.";
}

export class Wire {
  constructor(model, changed) {
    this.model = model;
    this.changed = changed;
    this.place = null;
    this.client = Math.random().toString(36).slice(2);
    this.sent = 0;
    this.waiting = new Map();
    this.silent = false;
    this.refusal = "";
    this.timer = 0;
  }

  // Sends an operation; `done` is called with its answer.
  send(message, done = () => {}) {
    this.sent += 1;
    this.waiting.set(this.sent, done);
    try {
      this.model.send({ ...message, client: this.client, seq: this.sent });
    } catch {
      this.silent = true;
    }
    this.listen();
    this.changed();
  }

  // An operation on rows, whose refusal is said in the status line.
  ask(message, done = () => {}) {
    this.send(message, (answer) => {
      this.refusal = answer.saved ? "" : answer.message;
      done(answer);
    });
  }

  receive(answer) {
    if (answer.client !== this.client || !this.waiting.has(answer.ack)) return;
    const done = this.waiting.get(answer.ack);
    this.waiting.delete(answer.ack);
    this.silent = false;
    // A refused operation is told until something else is done.
    if (answer.saved) this.refusal = "";
    clearTimeout(this.timer);
    if (this.waiting.size) this.listen();
    done(answer);
    this.changed();
  }

  listen() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.silent = true;
      this.changed();
    }, PATIENCE);
  }

  problem() {
    return this.silent ? `${SILENCE} ${remedyAt(this.place)}` : this.refusal;
  }

  end() {
    clearTimeout(this.timer);
  }
}
