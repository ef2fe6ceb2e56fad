// Focus: kept while a form is drawn anew, and put where a person expects it after a row came or went.

import { tokenOf } from "./dom.js";
import { rowIds } from "./section.js";

const OPPOSITE = { up: "down", down: "up", left: "right", right: "left" };

export class FocusKeeper {
  constructor(form) {
    this.form = form;
    this.wanted = [];
    this.rowsBefore = null;
    this.newIn = [];
  }

  // Where to go, in order of preference, once the form has been drawn anew.
  after(...tokens) {
    this.wanted = tokens;
  }

  // To the first field of the row that comes; `isSelected` selects its words, which are to be typed over.
  onNewRow(path, isSelected = false) {
    this.rowsBefore = new Set(rowIds(this.form.section));
    this.newIn = path;
    this.isSelected = isSelected;
  }

  isNew(row) {
    return Boolean(this.rowsBefore && !this.rowsBefore.has(row.id));
  }

  active() {
    return this.form.root.getRootNode().activeElement;
  }

  isIn(control) {
    return control.input.contains(this.active());
  }

  remember() {
    const { root } = this.form;
    const active = this.active();
    const scrolled = [...root.querySelectorAll("[data-scroll]")].map((box) => [box.dataset.scroll, box.scrollLeft]);
    if (!active || !root.contains(active)) return { scrolled };
    const holder = active.closest("[data-at]");
    return { scrolled, inside: true, at: holder?.dataset.at, start: active.selectionStart, end: active.selectionEnd };
  }

  restore({ scrolled, inside, at, start, end }) {
    for (const [key, left] of scrolled) {
      const box = this.form.root.querySelector(`[data-scroll="${CSS.escape(key)}"]`);
      if (box) box.scrollLeft = left;
    }
    const news = this.newField();
    const better = [...this.wanted, ...news];
    const wanted = [...better, ...(at ? [at] : [])];
    this.wanted = [];
    this.rowsBefore = null;
    // What stayed in its place has kept the focus, and a grid knows where it goes.
    if (!inside || (!better.length && this.form.root.contains(this.active()))) return;
    const target = this.find(wanted);
    target.focus({ preventScroll: target.dataset.at === at });
    if (target.dataset.at === at && typeof start === "number" && target.type !== "checkbox") target.setSelectionRange(start, end);
    else if (this.isSelected && news.includes(target.dataset.at)) target.select();
  }

  // A row that is first can no longer go up: its other button takes over.
  find(wanted) {
    const twins = wanted.map((at) => at.replace(/^(up|down|left|right):/, (_, way) => `${OPPOSITE[way]}:`));
    const found = [...wanted, ...twins]
      .filter(Boolean)
      .map((at) => this.form.root.querySelector(`[data-at="${CSS.escape(at)}"]`))
      .map((element) => (element?.tagName === "FIELDSET" ? element.querySelector("input") : element));
    return found.find((element) => element && !element.disabled) ?? this.form.fold;
  }

  // The first field of the row that was added.
  newField() {
    if (!this.rowsBefore) return [];
    const added = rowIds(this.form.section).find((id) => !this.rowsBefore.has(id));
    if (!added) return [];
    const start = `${tokenOf([...this.newIn, added]).slice(0, -1)},`;
    return [...this.form.controls.keys()].filter((token) => token.startsWith(start)).slice(0, 1);
  }
}
