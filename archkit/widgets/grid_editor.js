// One cell of a grid being edited: the same field as anywhere in a form, for as long as it takes.

import { same } from "./dom.js";
import { takesLines } from "./grid_columns.js";

export class CellEditor {
  constructor(grid) {
    this.grid = grid;
    this.control = null;
    this.isOver = false;
  }

  // Begins in the active cell; `over` empties it for what is typed next.
  begin({ over = false, list = true } = {}) {
    const { grid } = this;
    this.end(false);
    grid.say("");
    const row = grid.rowAt(grid.at.row);
    const control = grid.makeControl(row, grid.at.column);
    this.control = control;
    this.before = control.stored;
    this.isOver = over;
    grid.draw();
    control.grow();
    control.input.focus({ preventScroll: true });
    if (over) control.made.write(control.input, control.column.control === "names" ? [] : "");
    else if ("setSelectionRange" in control.input) control.input.setSelectionRange(-1, -1);
    if (!over && list) control.made.open?.();
    control.input.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // Takes a field over that got the focus by itself, as when a clash in its cell was settled.
  adopt(control) {
    if (this.control === control) return;
    this.end(false);
    this.control = control;
    this.before = control.stored;
    this.isOver = false;
  }

  // What a person who types here would miss: the caret and the list of choices.
  typing() {
    const { control } = this;
    if (!control || !this.grid.form.focus.isIn(control)) return null;
    return { caret: [control.input.selectionStart, control.input.selectionEnd], listed: control.made.listed?.() };
  }

  // Typing goes on in the field, also where it was moved or another one took its place; returns whether it does.
  goOn(typing) {
    const { control } = this;
    if (!typing || !control?.input.isConnected) return false;
    if (this.grid.form.focus.isIn(control)) return true;
    control.grow();
    control.input.focus({ preventScroll: true });
    if ("setSelectionRange" in control.input) control.input.setSelectionRange(...typing.caret);
    if (typing.listed) control.made.resume?.(typing.listed);
    return true;
  }

  // Ends, and what was typed goes to the kernel.
  end(isFocused = true) {
    const { grid, control } = this;
    if (!control) return;
    this.control = null;
    if (isFocused) grid.element()?.focus({ preventScroll: true });
    grid.form.edits.flush((one) => one === control);
    if (!grid.form.edits.isBusy(control)) control.write(control.stored);
    grid.letRest(control);
    // What is still on its way is said when its answer comes.
    if (!control.underway && (control.refused || control.problem)) grid.say(`${control.name}: ${control.refused || control.problem}`);
    grid.draw();
  }

  // Ends, and the cell holds what it held before.
  cancel() {
    const { control, before } = this;
    const { edits, unsaved } = this.grid.form;
    const isSent = control.underway || !same(control.stored, before);
    if (isSent) {
      control.made.write(control.input, before);
      edits.note(control);
    } else {
      edits.forget(control);
      unsaved.drop(control.token);
      control.refuse("");
      control.made.write(control.input, before);
    }
    this.end();
    this.grid.form.sayState();
  }

  // A line break in a cell that can hold one.
  breakLine() {
    const { input, column } = this.control;
    if (!takesLines(column) || input.tagName !== "TEXTAREA") return;
    if (document.execCommand("insertText", false, "\n")) return;
    input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
