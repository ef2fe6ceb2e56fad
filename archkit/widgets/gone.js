// Fields that are no longer in the document while somebody types into them: their words are handed over, never dropped.

import { tokenOf } from "./dom.js";
import { leftWords } from "./recover.js";
import { holds } from "./section.js";

// After a section was drawn anew; `typing` is the field that was being typed into, `before` all that were drawn.
export function keepWords(form, before, typing) {
  const busy = [...before.values()].filter((control) => form.edits.isBusy(control));
  for (const control of new Set([...busy, ...form.edits.unsent(), ...(typing ? [typing] : [])])) {
    if (!holds(form.section, control.token)) handOver(form, control, control === typing);
    // A field in a part that is folded is drawn again with its words.
    else if (!form.controls.has(control.token)) form.controls.set(control.token, control);
  }
}

// Words of a field whose row somebody deleted, as a notice from which they can be copied.
export function handOver(form, control, hadFocus = false) {
  if (control.gone) return;
  control.gone = true;
  form.edits.forget(control);
  form.unsaved.drop(control.token);
  const value = control.read();
  if (form.deleted.some((path) => tokenOf(control.path.slice(0, path.length)) === tokenOf(path)) || !value.length) return;
  const { place, name, stored } = control;
  const lead = `This field was deleted elsewhere while you typed into it (${name}). Your words, to be put where they belong:`;
  const at = leftWords(form, { place, name, value, before: stored, lead });
  if (hadFocus) form.focus.after(at);
}

// A field is drawn as another sort of control, as when its choices have changed: what was typed goes along.
export function moveWords(form, from, to) {
  const isBusy = form.edits.isBusy(from);
  from.gone = true;
  form.edits.forget(from);
  if (!isBusy) return;
  to.made.write(to.input, from.read());
  form.edits.note(to);
}
