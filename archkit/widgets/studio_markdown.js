// The raw Markdown of the open section, always in step with its form, both ways.

import { Control } from "./controls.js";
import { freshId, make, same } from "./dom.js";
import { Edits } from "./edits.js";
import { leftWords } from "./recover.js";
import { Unsaved } from "./unsaved.js";

const COLUMN = { key: "markdown", control: "markdown", commit: "input", choices: [], path: [] };

export class MarkdownView {
  constructor(studio) {
    this.studio = studio;
    this.unsaved = new Unsaved(studio.file, "markdown", studio.wire.client);
    this.edits = new Edits(studio.wire, this.unsaved, () => studio.sayState());
    this.element = make("div", { class: "ak-markdown archkit-form" });
    this.body = make("div", { class: "ak-body" });
    this.root = this.element;
    this.element.append(this.body);
    this.version = -1;
  }

  // The text of a section; news that is older than an answer is left out.
  take({ key, markdown, reason }, version) {
    if (key !== this.studio.key || version < this.version) return;
    this.version = version;
    if (this.control?.path[1] !== key || this.reason !== reason) this.build(key, markdown, reason);
    else if (this.control.stored !== markdown && !this.edits.isBusy(this.control)) this.control.write(markdown);
    if (this.control?.stored === markdown && !this.edits.isBusy(this.control)) this.control.write(markdown);
  }

  heed(version) {
    if (version > this.version) this.version = version;
  }

  build(key, markdown, reason) {
    this.edits.flush();
    this.reason = reason;
    const title = this.studio.titles.get(key);
    const path = ["markdown", key];
    this.control = new Control(COLUMN, path, `Markdown of ${title}`, markdown);
    const { input } = this.control;
    input.addEventListener("input", () => {
      this.control.grow();
      this.edits.note(this.control);
    });
    input.addEventListener("focusout", () => this.edits.flush());
    const hint = make("p", { class: "ak-hint", id: freshId() });
    hint.textContent = reason || "As the file holds it, without the heading. The form and the page follow.";
    this.control.describe(hint.id);
    const label = make("label", { class: "ak-label", for: input.id }, `Markdown of ${title}`);
    const field = make("div", { class: "ak-field ak-wide" }, label, hint, reason ? null : this.control.element);
    this.body.replaceChildren(field);
    if (!reason) this.recover(key);
  }

  // What an earlier view had not saved: put back where nothing has changed since, else shown to be copied.
  recover(key) {
    for (const entry of this.unsaved.takeOver()) {
      const isHere = entry.place[1] === key;
      if (isHere && same(entry.before, this.control.stored)) {
        this.control.made.write(this.control.input, entry.value);
        this.edits.note(this.control);
      } else if (!isHere || entry.value !== this.control.stored) {
        leftWords(this, entry);
      }
    }
    this.edits.flush();
  }

  focus() {
    (this.reason ? this.element.querySelector("p") : this.control?.input)?.focus();
  }

  end() {
    this.edits.end();
    this.unsaved.end();
  }
}
