// What has been typed and not been sent: after a pause, on leaving the field, and before rows change.

export const PAUSE = 80;
export const CEILING = 400;

export class Edits {
  constructor(wire, unsaved, changed) {
    this.wire = wire;
    this.unsaved = unsaved;
    this.changed = changed;
    this.dirty = new Set();
    this.failed = new Set();
    this.timer = 0;
    this.since = 0;
    this.touched = false;
  }

  note(control) {
    this.touched = true;
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
    control.underway += 1;
    const op = control.path[0] === "text" ? "text" : "set";
    this.wire.send({ op, path: control.path, value }, (answer) => this.answered(control, value, answer));
  }

  answered(control, value, answer) {
    control.underway -= 1;
    if (answer.saved) control.stored = value;
    control.refuse(answer.saved ? "" : answer.message);
    if (answer.saved) this.failed.delete(control);
    else this.failed.add(control);
    if (answer.saved && !control.underway && !this.dirty.has(control)) this.unsaved.drop(control.token);
  }

  isBusy(control) {
    return control.underway > 0 || this.dirty.has(control) || this.failed.has(control);
  }

  forget(control) {
    this.dirty.delete(control);
    this.failed.delete(control);
  }

  // Fields that are no longer there cannot be mended.
  forgetAllBut(controls) {
    const there = new Set(controls);
    for (const control of this.failed) if (!there.has(control)) this.failed.delete(control);
  }

  // What the status line says.
  state() {
    const [failed] = this.failed;
    const problem = this.wire.problem() || (failed && failed.refused);
    if (problem) return ["failed", `Not saved: ${problem}`];
    if (this.wire.waiting.size && this.touched) return ["saving", "Saving…"];
    if (!this.dirty.size) return this.touched ? ["saved", "Saved"] : ["idle", ""];
    const later = [...this.dirty].every((control) => control.column.commit === "change");
    return ["saving", later ? "Saved when you leave the field" : "Saving…"];
  }

  end() {
    this.flush();
    clearTimeout(this.timer);
  }
}
