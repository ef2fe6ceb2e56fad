// What is typed while a new row is on its way: a field of its own takes it, and it goes on in the row when that has come.

import { readBlock } from "./clipboard.js";
import { freshId, make } from "./dom.js";
import { isTyped, isUsed, keysOf } from "./grid_keys.js";

const HELD = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);
// Keys that open a cell that is walked to.
const OPENS = new Set(["Enter", "F2", "Alt+Enter"]);
const COPIES = { "Ctrl+c": "copy", "Ctrl+x": "cut" };
const REFUSED = "No row was added. Enter tries again, Escape gives these words up.";

const isComposed = (event) => event.isComposing || event.keyCode === 229;

export class WaitingKeys {
  constructor(grid) {
    this.grid = grid;
    this.element = make("div");
    this.begin();
    // The buttons below the table add rows, too, and have the focus until one has come.
    grid.actions.bar.addEventListener("keydown", (event) => this.takes(event));
  }

  begin() {
    // It is there only while it is wanted: who looks for the first field of a section must not find it.
    this.field = null;
    // Words and the keys that led on from them, in order.
    this.steps = [];
    // As in a cell: null where one walks, "over" where one types, "open" where a key opened it.
    this.editing = null;
    this.isComposing = false;
  }

  // Whether a key that was pressed in a cell or on a button below is meant for the row that is on its way.
  takes(event) {
    const { grid } = this;
    if (!grid.expecting || grid.editor.control || HELD.has(event.key)) return false;
    if (event.target !== grid.element() && !grid.actions.bar.contains(event.target)) return false;
    if (!isComposed(event) && !isTyped(event) && !isUsed(keysOf(event), this.editing)) return false;
    this.show();
    // A text lands in the field, which has the focus by now.
    this.heed(event);
    return true;
  }

  show() {
    this.field ??= this.line();
    this.field.focus({ preventScroll: true });
  }

  // A field below the table; words that no row took keep theirs.
  line() {
    const id = freshId();
    const field = make("textarea", { rows: 1, class: "ak-input", "data-at": `waiting:${id}`, "aria-labelledby": id });
    this.element.append(make("div", { class: "ak-grid-waiting" }, make("span", { id }, `New ${this.grid.part.noun}:`), field));
    const heed = (kind, work) => field.addEventListener(kind, (event) => field === this.field && work(event));
    field.addEventListener("keydown", (event) => (field === this.field ? this.heed(event) : this.heedRefused(event, field)));
    heed("paste", (event) => this.takePaste(event));
    heed("input", () => { this.editing ??= "over"; });
    heed("compositionstart", () => { this.isComposing = true; });
    heed("compositionend", () => {
      this.isComposing = false;
      this.goOn();
    });
    return field;
  }

  heed(event) {
    const name = keysOf(event);
    const isOwn = isUsed(name, this.editing);
    if (isComposed(event) || (isTyped(event) && !isOwn)) {
      this.editing ??= "over";
      event.stopPropagation();
      return;
    }
    if (name.endsWith("Enter")) event.preventDefault();
    if (!isOwn) return;
    event.stopPropagation();
    // What is pasted comes by itself.
    if (name === "Ctrl+v") return;
    event.preventDefault();
    if (name === "Escape" && event.target === this.field) this.giveUp();
    else if (name === "F2" && this.editing) this.editing = "open";
    else this.keep(event, name);
  }

  keep({ key, ctrlKey, shiftKey, altKey, metaKey }, name) {
    this.steps.push({ name, text: this.field.value, editing: this.editing, key: { key, ctrlKey, shiftKey, altKey, metaKey } });
    this.field.value = "";
    const isBreak = name === "Alt+Enter" && this.editing;
    if (!isBreak) this.editing = !this.editing && OPENS.has(name) ? "open" : null;
  }

  // Into a cell that is walked to; what the keys before will copy is known when they are played.
  takePaste(event) {
    if (this.editing) return;
    event.preventDefault();
    event.stopPropagation();
    const { clipboardData } = event;
    const block = readBlock(clipboardData.getData("text/plain"), clipboardData.getData("text/html"));
    const isCopied = this.steps.some(({ name }) => COPIES[name]);
    this.steps.push({ name: "Ctrl+v", text: "", editing: null, block: isCopied ? null : block });
  }

  // What was typed is given up, and the row comes by itself; from a kernel that does not answer it never does.
  giveUp() {
    this.grid.expecting = null;
    this.leave();
  }

  leave() {
    this.drop(this.field);
    this.begin();
  }

  drop(field) {
    const { grid } = this;
    if (field === grid.form.focus.active()) (grid.element() ?? grid.actions.adds).focus({ preventScroll: true });
    field.parentElement.remove();
  }

  // The row has come, and its first cell has the focus: what was typed is typed there.
  goOn() {
    const { grid } = this;
    if (!this.field || grid.expecting || this.isComposing) return;
    while (this.steps.length) {
      this.play(this.steps.shift());
      if (grid.expecting) return this.show();
    }
    const { value, selectionStart, selectionEnd } = this.field;
    const { editing } = this;
    this.leave();
    this.type(value, editing);
    const input = value && grid.editor.control?.input;
    if (!input?.setSelectionRange) return;
    const start = input.value.length - value.length;
    input.setSelectionRange(start + selectionStart, start + selectionEnd);
  }

  play({ name, text, editing, key, block }) {
    const { grid } = this;
    this.type(text, editing);
    const active = grid.form.focus.active();
    if (key && !COPIES[name]) this.press(active, key);
    else if (active !== grid.element()) return;
    else if (COPIES[name]) this.copy(COPIES[name]);
    else grid.actions.clipboard.paste(block ?? this.copied);
  }

  press(active, key) {
    const isFree = active.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
    // The step out of the table is the browser's for a key that a person presses.
    if (isFree && key.key === "Tab") this.grid.actions.adds.focus({ preventScroll: true });
  }

  copy(kind) {
    const { grid } = this;
    const { clipboard } = grid.actions;
    this.copied = { isList: false, rows: grid.copied(grid.selected()) };
    clipboard.await();
    document.execCommand(kind);
    if (!clipboard.sink.isConnected) return;
    clipboard.back();
    grid.say(`The browser let nothing be ${kind === "cut" ? "cut" : "copied"}.`);
  }

  // Goes on in a cell that a key before has opened, and else types over the cell.
  type(text, editing) {
    const { grid } = this;
    const { editor } = grid;
    if (!editing) return;
    if (!editor.control && grid.form.focus.active() === grid.element()) editor.begin({ over: true });
    if (!editor.control) return;
    const { input } = editor.control;
    if (text && !document.execCommand("insertText", false, text)) {
      input.value += text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (editing === "open") editor.isOver = false;
  }

  // No row comes: its words stay in sight, and go into another row only when they are told to.
  refused() {
    if (!this.field) return;
    const { field, steps } = this;
    field.value = [...steps.map(({ text }) => text), field.value].filter(Boolean).join(" ");
    if (!field.value) return this.leave();
    const id = freshId();
    field.setAttribute("aria-describedby", id);
    field.after(make("span", { class: "ak-hint", id }, REFUSED));
    this.begin();
  }

  heedRefused(event, field) {
    const name = keysOf(event);
    if (isComposed(event) || !["Enter", "Escape"].includes(name)) return;
    event.preventDefault();
    event.stopPropagation();
    if (name === "Escape") this.drop(field);
    else if (!this.grid.expecting) this.tryAgain(field);
  }

  tryAgain(field) {
    const { value } = field;
    this.drop(field);
    this.grid.actions.addBelow();
    this.show();
    this.field.value = value;
    this.editing = "over";
  }
}
