// Words that an earlier form could not save: put back where nothing has changed since, else shown to be copied.

import { freshId, make, same } from "./dom.js";

const bare = (value) => (typeof value === "string" ? value.trim() : value);

export function recover(form) {
  const entries = form.unsaved.takeOver();
  if (!entries.length) return;
  form.unfoldAll();
  for (const entry of entries) {
    const control = form.controlAt(entry.place);
    if (control && same(bare(control.read()), bare(entry.value))) continue;
    if (control && same(bare(control.stored), bare(entry.before))) {
      control.made.write(control.input, entry.value);
      form.edits.note(control);
    } else {
      leftWords(form, entry);
    }
  }
  form.edits.flush();
}

// Shows words that have no field, until a person says that they can go; returns where the focus can go to.
export function leftWords(form, entry) {
  const id = freshId();
  const token = form.unsaved.hold(entry);
  const at = `words:${token}`;
  const words = make("textarea", { id, readonly: true, rows: 2, class: "ak-area", "data-at": at });
  words.value = Array.isArray(entry.value) ? entry.value.join("\n") : entry.value;
  const lead = entry.lead ?? `Typed before and not saved (${entry.name}); the document has changed since:`;
  const label = make("label", { for: id }, lead);
  const box = make("div", { class: "ak-notice", role: "group", "aria-label": "Not saved before" }, label, words);
  const forget = () => {
    form.unsaved.drop(token);
    box.remove();
  };
  const copy = make("button", { type: "button", class: "ak-add", "data-at": `copy:${token}` }, "Copy");
  copy.addEventListener("click", () => copyFrom(words, copy));
  const drop = make("button", { type: "button", class: "ak-add", "data-at": token, onclick: forget }, "Forget it");
  box.append(make("div", { class: "ak-choices" }, copy, drop));
  form.root.insertBefore(box, form.body);
  return at;
}

async function copyFrom(words, button) {
  words.select();
  try {
    await navigator.clipboard.writeText(words.value);
  } catch {
    // A page without a secure address has no clipboard but that of its selection.
    if (!document.execCommand("copy")) return;
  }
  button.textContent = "Copied";
}
