// What has been typed and not been sent: after a pause, on leaving the field, and before rows change.

import { make } from "./dom.js";
import { sides } from "./notices.js";

const BELOW_EACH_OTHER = new Set(["area", "prose", "markdown"]);

// Keys that follow each other within the pause are sent together.
export const PAUSE = 16;
export const CEILING = 400;
// How long until what the disk refused is sent again.
export const AGAIN = 4000;

export class Edits {
  constructor(wire, unsaved, changed) {
    this.wire = wire;
    this.unsaved = unsaved;
    this.changed = changed;
    this.dirty = new Set();
    this.failed = new Set();
    this.last = null;
    this.timer = 0;
    this.again = 0;
    this.since = 0;
    this.touched = false;
  }

  note(control) {
    this.touched = true;
    this.last = control;
    this.dirty.add(control);
    this.unsaved.keep(control);
    if (control.column.commit !== "change") this.schedule();
    this.changed();
  }

  schedule() {
    const now = Date.now();
    if (!this.since) this.since = now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(PAUSE, this.since + CEILING - now));
    this.timer = setTimeout(() => this.flush((control) => control.column.commit !== "change"), wait);
  }

  // Sends what waits, or those of it that `which` names.
  flush(which = () => true) {
    clearTimeout(this.timer);
    this.since = 0;
    for (const control of [...this.dirty].filter(which)) this.send(control);
    if ([...this.dirty].some((control) => control.column.commit !== "change")) this.schedule();
  }

  send(control) {
    this.dirty.delete(control);
    const value = control.read();
    // What this value was made from, so that words which somebody else wrote meanwhile are not overwritten.
    const before = [control.stored, ...control.sent];
    control.sent.push(value);
    const op = control.path[0] === "text" ? "text" : "set";
    this.wire.send({ op, path: control.path, value, before }, (answer) => this.answered(control, value, answer));
  }

  answered(control, value, answer) {
    control.sent.shift();
    if (control.gone) return;
    control.refuse(answer.saved ? "" : answer.message);
    if (!answer.saved) {
      this.failed.add(control);
      control.isToldAgain = Boolean(answer.again);
      if ("now" in answer) this.tell(control, answer.now);
      if (answer.again) this.waitToRetry();
      return;
    }
    this.failed.delete(control);
    // What the disk takes of one field it may take of the others.
    this.retry();
    control.beside();
    const rests = !control.underway && !this.dirty.has(control);
    if (answer.merged && !rests) control.stored = value;
    else if (answer.merged) control.write(answer.now);
    else control.stored = answer.now ?? value;
    if (rests) this.unsaved.drop(control.token);
  }

  // Somebody else wrote into the field meanwhile: theirs is shown below it, and what was typed stays in it.
  tell(control, theirs) {
    const lines = (value) => (Array.isArray(value) ? value.join("\n") : value);
    const both = BELOW_EACH_OTHER.has(control.column.control) ? ["both"] : [];
    const found = { mine: lines(control.read()), theirs: lines(theirs), choices: ["mine", "theirs", ...both] };
    const choose = (choice) => this.settle(control, theirs, choice);
    const parts = sides(`told:${control.token}`, found, choose);
    control.beside(make("div", { class: "ak-told", role: "group", "aria-label": `Changed elsewhere: ${control.name}` }, ...parts));
  }

  settle(control, theirs, choice) {
    control.input.focus();
    control.beside();
    control.refuse("");
    this.forget(control);
    if (choice === "both") control.made.write(control.input, `${control.read()}\n${theirs}`);
    control.stored = theirs;
    if (choice === "theirs") {
      control.write(theirs);
      this.unsaved.drop(control.token);
      this.changed();
      return;
    }
    control.grow();
    this.note(control);
    this.flush((one) => one === control);
  }

  waitToRetry() {
    clearTimeout(this.again);
    this.again = setTimeout(() => this.retry(), AGAIN);
  }

  // Sends again what the disk refused, unless a person has to change it or an answer is awaited.
  retry() {
    clearTimeout(this.again);
    for (const control of this.failed) if (control.isToldAgain && !control.underway) this.send(control);
  }

  isBusy(control) {
    return control.underway > 0 || this.dirty.has(control) || this.failed.has(control);
  }

  forget(control) {
    this.dirty.delete(control);
    this.failed.delete(control);
  }

  // The fields with words that the kernel has not taken.
  unsent() {
    return [...this.dirty, ...this.failed];
  }

  // What the status line says; `standing` is how the kernel has the file.
  state(standing) {
    const [failed] = this.failed;
    const problem = this.wire.problem() || (failed && failed.refused);
    const many = this.failed.size > 1 ? ` ${this.failed.size} fields:` : "";
    if (problem) return ["failed", `Not saved:${many} ${problem}`];
    if (this.wire.waiting.size && this.touched) return ["saving", "Saving…"];
    if (!this.dirty.size) return [standing.state, standing.words];
    const later = [...this.dirty].every((control) => control.column.commit === "change");
    return ["saving", later ? "Saved when you leave the field" : "Saving…"];
  }

  end() {
    this.flush();
    clearTimeout(this.timer);
    clearTimeout(this.again);
  }
}
