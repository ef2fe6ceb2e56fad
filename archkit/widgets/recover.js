// Words that an earlier form could not save: put back where nothing has changed since, else shown to be copied.

import { freshId, make, same, tokenOf } from "./dom.js";

const bare = (value) => (typeof value === "string" ? value.trim() : value);

export function recover(form) {
  const entries = form.unsaved.takeOver();
  if (!entries.length) return;
  form.unfoldAll();
  for (const entry of entries) {
    const at = tokenOf(entry.place);
    const control = [...form.controls.values()].find((one) => tokenOf(one.place) === at);
    if (control && same(bare(control.read()), bare(entry.value))) continue;
    if (control && same(bare(control.stored), bare(entry.before))) {
      control.made.write(control.input, entry.value);
      form.edits.note(control);
    } else {
      form.root.insertBefore(notice(form, entry), form.body);
    }
  }
  form.edits.flush();
}

function notice(form, entry) {
  const id = freshId();
  const words = make("textarea", { id, readonly: true, rows: 2, class: "ak-area" });
  words.value = Array.isArray(entry.value) ? entry.value.join("\n") : entry.value;
  const label = make("label", { for: id }, `Typed before and not saved (${entry.name}); the document has changed since:`);
  const token = form.unsaved.hold(entry);
  const box = make("div", { class: "ak-notice", role: "group", "aria-label": "Not saved before" }, label, words);
  const forget = () => {
    form.unsaved.drop(token);
    box.remove();
  };
  box.append(make("button", { type: "button", class: "ak-add", "data-at": token, onclick: forget }, "Forget it"));
  return box;
}
