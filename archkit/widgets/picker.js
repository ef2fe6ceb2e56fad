// A field with choices: an accessible combobox. What is typed finds a choice; other words stay as they are.

import { freshId, make } from "./dom.js";

const MOST_SHOWN = 200;

export const folded = (text) => text.trim().toLowerCase();

// The value that stands for what was typed: the words of a choice mean that choice.
export function valueFor(choices, typed) {
  const words = folded(typed);
  const found = choices.find(([value]) => folded(value) === words) ?? choices.find(([, shown]) => folded(shown) === words);
  return found ? found[0] : typed;
}

export function wordsFor(choices, value) {
  return choices.find(([one]) => one === value)?.[1] ?? value;
}

export function pick(column) {
  const picker = new Picker(column);
  return {
    input: picker.input,
    popup: picker.list,
    read: () => valueFor(column.choices, picker.input.value),
    write: (input, value) => { input.value = wordsFor(column.choices, value); },
    open: () => picker.open(true),
    listed: () => picker.listed(),
    resume: (listed) => picker.resume(listed),
  };
}

export class Picker {
  // A field of its own, or one that is there already and takes choices as words are typed into it.
  constructor({ choices, title, strict, input = null }) {
    Object.assign(this, { choices, strict, shown: [], at: -1 });
    this.list = make("div", { role: "listbox", id: freshId(), class: "ak-list-of-choices", "aria-label": title, hidden: true });
    const attributes = { "aria-autocomplete": "list", "aria-controls": this.list.id };
    const own = { type: "text", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "false" };
    this.input = input ?? make("input", { ...own, ...attributes });
    if (input) for (const [name, value] of Object.entries({ ...attributes, "aria-haspopup": "listbox" })) input.setAttribute(name, value);
    // A text of several lines may have a list, and no state of being expanded.
    this.expands = this.input.getAttribute("role") === "combobox";
    this.input.addEventListener("input", () => this.isQuiet || this.open(false));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focusout", () => this.shut());
    // The list takes the press before the field is left.
    this.follow = () => this.place();
    this.list.addEventListener("mousedown", (event) => this.press(event));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  // Shows the choices that fit what was typed, or all of them.
  open(all) {
    const typed = folded(this.input.value);
    const fits = ([value, words]) => all || !typed || folded(words).includes(typed) || folded(value).includes(typed);
    this.showsAll = all;
    this.shown = this.choices.filter(fits).slice(0, MOST_SHOWN);
    if (!this.shown.length) return this.shut();
    this.unfold(this.shown.map(([, words]) => make("div", { role: "option", id: freshId() }, words)));
    this.mark(this.likely(typed));
  }

  // How the list is open, for a field that takes the place of this one.
  listed() {
    return this.isOpen ? { all: this.showsAll, marked: this.shown[this.at]?.[0] } : null;
  }

  resume({ all, marked }) {
    this.open(all);
    const at = this.shown.findIndex(([value]) => value === marked);
    if (at >= 0) this.mark(at);
  }

  unfold(lines) {
    this.list.replaceChildren(...lines);
    this.list.hidden = false;
    if (this.expands) this.input.setAttribute("aria-expanded", "true");
    window.addEventListener("scroll", this.follow, true);
    this.place();
  }

  // The choice that what was typed most likely means; free words mean none before their begin is that of one.
  likely(typed) {
    if (!typed) return -1;
    const first = (fits) => this.shown.findIndex(([value, words]) => fits(folded(value)) || fits(folded(words)));
    const exact = first((text) => text === typed);
    const begun = exact < 0 ? first((text) => text.startsWith(typed)) : exact;
    return begun < 0 && this.strict && this.shown.length ? 0 : begun;
  }

  // In the page's top layer, where nothing cuts it off.
  place() {
    if (this.list.showPopover && !this.list.popover) this.list.popover = "manual";
    if (this.list.popover && this.list.isConnected && !this.list.matches(":popover-open")) this.list.showPopover();
    const box = this.input.getBoundingClientRect();
    const room = window.innerHeight - box.bottom;
    const { style } = this.list;
    style.minWidth = `${box.width}px`;
    style.maxHeight = `${Math.max(120, Math.min(320, Math.max(room, box.top) - 12))}px`;
    style.left = `${Math.max(0, Math.min(box.left, window.innerWidth - this.list.offsetWidth - 8))}px`;
    style.top = room < this.list.offsetHeight + 8 && box.top > room ? `${box.top - this.list.offsetHeight - 2}px` : `${box.bottom + 2}px`;
  }

  shut() {
    if (this.list.popover && this.list.isConnected && this.list.matches(":popover-open")) this.list.hidePopover();
    window.removeEventListener("scroll", this.follow, true);
    this.list.hidden = true;
    if (this.expands) this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.at = -1;
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === index)));
    const marked = this.list.children[index];
    if (!marked) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView?.({ block: "nearest" });
  }

  // Takes the marked choice.
  accept() {
    const choice = this.isOpen ? this.shown[this.at] : undefined;
    if (choice && this.input.value !== choice[1]) {
      this.input.value = choice[1];
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.shut();
  }

  press(event) {
    event.preventDefault();
    const at = [...this.list.children].indexOf(event.target.closest('[role="option"]'));
    if (at < 0) return;
    this.mark(at);
    this.accept();
  }

  // Keys of the list go no further; Enter and Tab take the marked choice on their way.
  key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "Tab") this.accept();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.isOpen && event.altKey) this.open(true);
    else if (step && this.isOpen) this.step(step);
    else if (event.key === "Escape" && this.isOpen) this.shut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  step(by) {
    const count = this.shown.length;
    this.mark(this.at < 0 ? (by > 0 ? 0 : count - 1) : (this.at + by + count) % count);
  }
}
