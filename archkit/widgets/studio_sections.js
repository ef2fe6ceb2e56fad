// The list of sections in the order of reading, each with how complete it is; a menu where there is little room.

import { freshId, make } from "./dom.js";

const MARKS = { complete: "✓", begun: "◐", empty: "○", "to mend": "!" };

function fullness([word, filled, of]) {
  return word === "begun" && of ? `${filled} of ${of}` : word;
}

export class Sections {
  constructor(studio, outline) {
    this.studio = studio;
    this.tabs = new Map(outline.map(([key, title]) => [key, this.tab(key, title)]));
    this.keys = outline.map(([key]) => key);
    const id = freshId();
    this.list = make("div", { class: "ak-tabs", role: "tablist", id, "aria-label": "Sections", "aria-orientation": "vertical" });
    this.list.append(...[...this.tabs.values()].map(({ element }) => element));
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.menu = make("button", { type: "button", class: "ak-menu", "aria-expanded": "false", "aria-controls": id });
    this.menu.addEventListener("click", () => this.unfold(!this.isUnfolded));
    this.root = make("nav", { class: "ak-sections", "aria-label": "Sections of the document" }, this.menu, this.list);
    this.root.addEventListener("focusout", (event) => {
      if (this.isUnfolded && !this.root.contains(event.relatedTarget)) this.unfold(false);
    });
  }

  tab(key, title) {
    const mark = make("span", { class: "ak-mark", "aria-hidden": "true" });
    const words = make("span", { class: "ak-how" });
    const name = make("span", { class: "ak-tab-name" }, title);
    const attributes = { type: "button", role: "tab", class: "ak-tab", id: freshId(), "data-section": key, tabindex: -1 };
    const element = make("button", { ...attributes, "aria-selected": "false" }, mark, name, " ", words);
    element.addEventListener("click", () => {
      this.unfold(false);
      this.studio.open(key);
    });
    return { element, mark, words, title };
  }

  select(key) {
    for (const [other, { element }] of this.tabs) {
      element.setAttribute("aria-selected", String(other === key));
      element.tabIndex = other === key ? 0 : -1;
    }
    this.key = key;
    this.tabs.get(key).element.setAttribute("aria-controls", this.studio.panel.id);
    this.studio.panel.setAttribute("aria-labelledby", this.tabs.get(key).element.id);
    this.sayMenu();
  }

  sayMenu() {
    if (!this.key) return;
    const at = this.keys.indexOf(this.key) + 1;
    this.menu.textContent = `${this.tabs.get(this.key).title} (section ${at} of ${this.keys.length})`;
  }

  // How complete each section is: a mark and words.
  progress(found) {
    for (const [key, tab] of this.tabs) {
      const told = found[key];
      tab.element.dataset.word = told?.[0] ?? "";
      tab.mark.textContent = told ? MARKS[told[0]] : "";
      tab.words.textContent = told ? fullness(told) : "";
    }
  }

  onKey(event) {
    const tabs = [...this.list.children];
    const at = tabs.indexOf(event.target.closest("[role=tab]"));
    const last = tabs.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape" && this.isUnfolded) {
      this.unfold(false);
      this.menu.focus();
    }
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    tabs[Math.max(0, Math.min(to, last))].focus();
  }

  unfold(wide) {
    this.isUnfolded = wide;
    this.root.classList.toggle("ak-unfolded", wide);
    this.menu.setAttribute("aria-expanded", String(wide));
    if (wide) this.tabs.get(this.key).element.focus();
  }

  // Where the list is a menu, it unfolds.
  focus() {
    if (this.menu.offsetParent) this.unfold(true);
    this.tabs.get(this.key).element.focus();
  }
}
