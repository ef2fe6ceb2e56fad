// Words that an earlier view could not save, in sections that are not open: sent without being looked for.

import { make } from "./dom.js";
import { Form } from "./form.js";
import { SectionModel } from "./studio_model.js";
import { Unsaved } from "./unsaved.js";

// The sections in which words wait that no form of this page holds.
export function waitingSections(file, keys) {
  return keys.filter((key) => {
    const unsaved = new Unsaved(file, key, "");
    unsaved.end();
    return Object.values(unsaved.read()).some((entry) => !globalThis.archkitForms.has(entry.client));
  });
}

// Builds the form of a section out of sight until its words have gone to the kernel.
export class Rescue {
  constructor(studio, key, section) {
    this.studio = studio;
    this.model = new SectionModel(studio.model, key, section);
    this.box = make("div", { hidden: true });
    studio.root.append(this.box);
    this.form = new Form(this.model, this.box, { sayState: () => this.look() });
  }

  // Ends once the kernel has answered all that was sent, with the first greeting.
  look() {
    if (!this.form || this.ended || this.form.wire.waiting.size) return;
    this.ended = true;
    queueMicrotask(() => {
      this.form.end();
      this.box.remove();
      this.studio.rescued(this);
    });
  }
}

// Says that words wait in a section that is not open, until somebody opens it.
export function sayWaiting(studio, key) {
  takeWaiting(studio, key);
  const title = studio.titles.get(key);
  const words = `Words typed before were not saved; they wait in ${title}.`;
  const show = make("button", { type: "button", class: "ak-add" }, `Open ${title}`);
  const box = make("div", { class: "ak-notice", role: "group", "aria-label": "Not saved before", "data-waits": key }, make("p", {}, words), show);
  show.addEventListener("click", () => {
    box.remove();
    studio.open(key, { place: [key] });
  });
  studio.notices.box.append(box);
  studio.say(words);
}

export function takeWaiting(studio, key) {
  studio.notices.box.querySelector(`[data-waits="${key}"]`)?.remove();
}
