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
    this.isKnown = false;
    this.isAwaited = false;
  }

  // The entries, once the kernel has looked: it tells how complete the sections are, too.
  take(entries, progress) {
    this.entries = entries;
    this.isKnown = Boolean(entries.length || Object.keys(progress).length);
    const isAwaited = this.isAwaited && this.isKnown;
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
    const words = entries.length ? "Most valuable first. Each leads to its field." : this.nothing();
    if (this.words.textContent !== words) this.words.textContent = words;
    if (isAwaited) this.openNext();
    else if (focused && !this.list.contains(this.studio.focus.active())) this.focus();
  }

  nothing() {
    return this.isKnown ? "Nothing is missing." : "Looking for what is missing…";
  }

  // To the first of them; who asks before it is known gets there when it is, unless a key, a press or the focus went elsewhere.
  openNext() {
    const [entry] = this.entries;
    this.isAwaited = !this.isKnown;
    this.studio.say(entry ? entry.words : this.nothing());
    if (entry) this.studio.open(entry.section, { place: entry.path });
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
