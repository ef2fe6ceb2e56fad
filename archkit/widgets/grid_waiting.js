// What is typed while a new row is on its way: a field of its own takes it, and it goes on in the row when that has come.

import { make, tokenOf } from "./dom.js";
import { isTyped, keysOf } from "./grid_keys.js";

const ONWARD = new Set(["Tab", "Shift+Tab", "Enter", "Shift+Enter", "Ctrl+Enter", "Ctrl+d", "ArrowUp", "ArrowDown", "F2"]);
const HELD = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

export class WaitingKeys {
  constructor(grid) {
    this.grid = grid;
    this.field = make("input", { type: "text", class: "ak-input" });
    this.element = make("label", { class: "ak-grid-waiting", hidden: true }, make("span", {}));
    // Words and the keys that led on from them, in order.
    this.steps = [];
    this.field.addEventListener("keydown", (event) => this.heed(event));
    this.field.addEventListener("compositionstart", () => { this.isComposing = true; });
    this.field.addEventListener("compositionend", () => {
      this.isComposing = false;
      this.goOn();
    });
  }

  // Whether a key that was pressed in a cell is meant for the row that is on its way.
  takes(event) {
    if (!this.grid.expecting?.isAwaited || this.grid.editor.control || HELD.has(event.key)) return false;
    const isText = event.isComposing || event.keyCode === 229 || isTyped(event);
    this.show();
    event.stopPropagation();
    // The key itself lands in the field, which has the focus by now.
    if (!isText) this.keep(event);
    return true;
  }

  show() {
    const { part, group } = this.grid;
    this.field.dataset.at = `waiting:${tokenOf(part.path)}:${group ?? ""}`;
    this.element.firstChild.textContent = `New ${part.noun}: `;
    this.element.hidden = false;
    // It is there only while it is wanted: who looks for the first field of a section must not find it.
    if (!this.field.isConnected) this.element.append(this.field);
    this.field.focus({ preventScroll: true });
  }

  keep(event) {
    event.preventDefault();
    const name = keysOf(event);
    if (!ONWARD.has(name)) return;
    const { key, ctrlKey, shiftKey, altKey, metaKey } = event;
    this.steps.push({ text: this.field.value, key: { key, ctrlKey, shiftKey, altKey, metaKey } });
    this.field.value = "";
  }

  heed(event) {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const name = keysOf(event);
    if (name === "Escape") this.leave();
    else if (ONWARD.has(name) && this.grid.expecting) this.keep(event);
    else return;
    event.preventDefault();
  }

  // What was typed is given up.
  leave() {
    this.steps = [];
    this.hide();
    (this.grid.element() ?? this.grid.actions.adds).focus({ preventScroll: true });
  }

  hide() {
    this.field.value = "";
    this.field.remove();
    this.element.hidden = true;
  }

  // The row has come, and its first cell has the focus: what was typed is typed there.
  goOn() {
    const { grid } = this;
    if (this.element.hidden || grid.expecting || this.isComposing) return;
    while (this.steps.length) {
      const { text, key } = this.steps.shift();
      this.type(text);
      grid.form.focus.active().dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
      if (grid.expecting) return this.show();
    }
    const text = this.field.value;
    this.hide();
    this.type(text);
  }

  type(text) {
    const { grid } = this;
    if (!text) return;
    grid.editor.begin({ over: true });
    const { input } = grid.editor.control;
    if (document.execCommand("insertText", false, text)) return;
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // No row comes: its words stay in sight.
  refused() {
    if (this.element.hidden) return;
    this.field.value = [...this.steps.map(({ text }) => text), this.field.value].filter(Boolean).join(" ");
    this.steps = [];
    if (!this.field.value) this.leave();
  }
}
