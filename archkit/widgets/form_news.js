// News of a section: an answer to what was asked here, or an edit that was made elsewhere.

import { tokenOf } from "./dom.js";
import { learn } from "./section.js";

export function takeNews(form, message) {
  // What was drawn meanwhile knows more than an answer that was given before it.
  const isOlder = message.revision < form.section.revision;
  if (!isOlder) learn(form.section, message);
  form.wire.receive(message);
  form.research?.hear(message.research);
  if (isOlder) return form.redraw(form.section);
  takeValues(form, message);
  for (const [path, problem] of message.problems ?? []) form.controls.get(tokenOf(path))?.warn(problem);
  for (const [path, texts] of message.texts ?? []) {
    form.computed.get(tokenOf(path))?.forEach((element, index) => (element.textContent = texts[index]));
  }
  for (const [path, called] of message.titles ?? []) form.titles.get(tokenOf(path))?.(called);
  for (const grid of form.grids.values()) grid.heed(message);
  return form.sayCount();
}

function takeValues(form, { values = [], client }) {
  const isMine = client === form.wire.client;
  if (values.length) form.flow?.change(true);
  for (const [path, value] of values) {
    const control = form.controls.get(tokenOf(path));
    if (control?.below) form.edits.tell(control, value);
    if (!control || form.edits.isBusy(control)) continue;
    // The field being typed in is left alone until it is left.
    if (isMine && form.focus.isIn(control)) control.stored = value;
    else control.write(value);
  }
}
