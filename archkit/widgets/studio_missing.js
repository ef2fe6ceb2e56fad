// What is missing next, most valuable first: each entry leads to its field, some can be mended by a press.

import { freshId, make, patchChildren } from "./dom.js";

export class MissingView {
  constructor(studio) {
    this.studio = studio;
    this.items = new Map();
    this.list = make("ol", { class: "ak-next" });
    this.words = make("p", { class: "ak-hint", role: "status" });
    this.element = make("div", { class: "ak-missing" }, this.words, this.list);
    this.entries = [];
  }

  take(entries) {
    this.entries = entries;
    const kept = new Map();
    const focused = this.list.contains(this.studio.focus.active());
    for (const entry of entries) {
      const sign = JSON.stringify({ ...entry, number: 0 });
      const item = this.items.get(sign) ?? this.item(entry);
      item.entry = entry;
      kept.set(sign, item);
    }
    this.items = kept;
    patchChildren(this.list, [...kept.values()].map(({ element }) => element));
    const words = entries.length ? "Most valuable first. Each leads to its field." : "Nothing is missing.";
    if (this.words.textContent !== words) this.words.textContent = words;
    if (focused && !this.list.contains(this.studio.focus.active())) this.focus();
  }

  item(entry) {
    const item = { entry };
    const id = freshId();
    const title = this.studio.titles.get(entry.section) ?? "";
    const more = entry.more ? ` (and ${entry.more} more like it)` : "";
    const go = make("button", { type: "button", class: "ak-go", id });
    go.append(make("span", { class: "ak-where" }, title), " ", make("span", {}, `${entry.words}${more}`));
    go.addEventListener("click", () => this.studio.open(item.entry.section, { place: item.entry.path }));
    const fix = make("button", { type: "button", class: "ak-add", "aria-describedby": id }, "Fix");
    fix.addEventListener("click", () => this.studio.change({ op: "fix", number: item.entry.number }));
    item.element = make("li", {}, go, entry.fix ? fix : null);
    return item;
  }

  focus() {
    const button = this.list.querySelector("button");
    if (button) return button.focus();
    this.words.tabIndex = -1;
    return this.words.focus();
  }
}
