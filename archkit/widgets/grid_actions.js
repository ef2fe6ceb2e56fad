// What is done with whole rows and selected cells of a grid, by buttons and by keys.

import { addButton } from "./buttons.js";
import { counted, freshId, make, same, tokenOf } from "./dom.js";
import { valueIn } from "./grid_cells.js";
import { GridClipboard } from "./grid_clipboard.js";
import { helpElement } from "./grid_help.js";
import { tellHint } from "./grid_words.js";

export class GridActions {
  constructor(grid) {
    this.grid = grid;
    this.clipboard = new GridClipboard(grid);
    this.bar = make("div", { class: "ak-grid-bar", role: "group" });
    this.help = helpElement(freshId());
    const press = (sign, work) => this.button(sign, () => work());
    this.copies = press("Duplicate", () => this.duplicate());
    this.ups = press("↑", () => this.move(-1));
    this.downs = press("↓", () => this.move(1));
    this.deletes = press("Delete", () => this.remove());
    this.asks = this.button("?", () => this.toggleHelp());
    this.asks.setAttribute("aria-controls", this.help.id);
    this.forRows = [this.copies, this.ups, this.downs, this.deletes, this.asks];
    this.toggleHelp(true);
  }

  button(sign, work) {
    const one = make("button", { type: "button", class: "ak-add" }, make("span", { "aria-hidden": "true" }, sign));
    one.addEventListener("click", () => one.getAttribute("aria-disabled") !== "true" && work());
    return one;
  }

  toggleHelp(isShut = !this.help.hidden) {
    this.help.hidden = isShut;
    this.asks.setAttribute("aria-expanded", String(!isShut));
  }

  // The buttons say which row they are about, and only once somebody was in the grid.
  show() {
    const { grid } = this;
    const { part, group, rows } = grid;
    const last = rows.length ? grid.homes.get(rows.at(-1).id) + 1 : part.rows.length;
    this.bar.setAttribute("aria-label", group ? `Rows of ${part.title}, ${group}` : `Rows of ${part.title}`);
    if (!this.adds || this.last !== last) {
      const hadFocus = this.adds && grid.form.focus.active() === this.adds;
      const work = () => this.addAt(last);
      this.adds = addButton(grid.form, part.path, part.noun, last, group ? { group, among: group, work } : { work });
      this.last = last;
      this.bar.replaceChildren(this.adds, ...this.forRows, grid.hint);
      if (hadFocus) this.adds.focus();
    }
    for (const one of this.forRows) one.hidden = !rows.length;
    const { top, bottom } = rows.length && grid.wasUsed ? grid.selected() : { top: -1, bottom: -1 };
    const name = this.nameOf(top, bottom);
    this.label(this.copies, "duplicate", `Duplicate ${name}`, top < 0);
    this.label(this.ups, "up", `Move ${name} up`, top < 1);
    this.label(this.downs, "down", `Move ${name} down`, top < 0 || bottom === rows.length - 1);
    this.label(this.deletes, "delete", `Delete ${name}`, top < 0);
    this.label(this.asks, "help", "Keys of this table", false);
    tellHint(grid);
  }

  nameOf(top, bottom) {
    const { grid } = this;
    if (top < 0) return grid.part.noun;
    const number = (index) => grid.homes.get(grid.rows[index].id) + 1;
    if (top === bottom) return `${grid.part.noun} ${number(top)}`;
    return `${counted(2, grid.part.noun).slice(2)} ${number(top)} to ${number(bottom)}`;
  }

  label(button, what, words, isOff) {
    button.dataset.at = `${what}:${tokenOf(this.grid.part.path)}:${this.grid.group ?? ""}`;
    button.setAttribute("aria-label", words);
    button.title = words;
    button.setAttribute("aria-disabled", String(isOff));
  }

  get rows() {
    const { top, bottom } = this.grid.selected();
    return this.grid.rows.slice(top, bottom + 1);
  }

  addBelow() {
    const { grid } = this;
    this.addAt(grid.rows.length ? grid.homes.get(this.rows.at(-1).id) + 1 : this.last);
  }

  addAt(index) {
    const { part, group } = this.grid;
    this.add({ op: "insert", path: part.path, index, value: group ? { group } : {} });
  }

  duplicate() {
    const { grid } = this;
    this.add({ op: "duplicate", path: grid.part.path, rows: this.rows.map((row) => row.id) }, grid.at.column);
  }

  // Keys that are pressed before the new row is there are meant for it.
  add(message, column = 0) {
    const { grid } = this;
    grid.expectRow(column);
    const { expecting } = grid;
    grid.form.change(message, () => {
      if (grid.expecting !== expecting) return;
      grid.expecting = null;
      grid.waiting.refused();
    });
  }

  move(by) {
    const { grid } = this;
    const { top, bottom } = grid.selected();
    const neighbour = grid.rows[by < 0 ? top - 1 : bottom + 1];
    if (!neighbour) return;
    // Twins that change places are the same document: only the place is another one.
    if (top === bottom && same(grid.rows[top].cells, neighbour.cells)) return grid.goTo(top + by, grid.at.column);
    // The neighbour goes round the rows that are selected, in one step.
    const moved = top === bottom ? grid.rows[top] : neighbour;
    const aim = top === bottom ? neighbour : grid.rows[by < 0 ? bottom : top];
    grid.form.change({ op: "move", path: [...grid.part.path, moved.id], index: grid.homes.get(aim.id) });
  }

  remove() {
    const { grid } = this;
    const { path } = grid.part;
    const { rows } = this;
    grid.from = grid.at;
    grid.isAll = false;
    for (const row of rows) grid.form.deleted.push([...path, row.id]);
    if (rows.length === 1) grid.form.change({ op: "delete", path: [...path, rows[0].id] });
    else grid.form.change({ op: "delete_rows", path, rows: rows.map((row) => row.id) });
    grid.say(`${counted(rows.length, grid.part.noun)} deleted. Ctrl+Z in the table takes it back.`);
  }

  // Empties the selected cells.
  clear() {
    const { grid } = this;
    const { left, right } = grid.selected();
    const cells = [];
    for (const row of this.rows) {
      for (let index = left; index <= right; index += 1) if (valueIn(grid, row, index).length) cells.push([row.id, index, ""]);
    }
    if (cells.length) this.fill({ cells, rows: [] });
  }

  // Many cells and new rows as one step.
  fill({ cells, rows, index = 0 }, done = () => {}) {
    const { grid } = this;
    for (const [id, column] of cells) this.letGo(grid.controlOf(grid.rowAt(id), column));
    const columns = grid.columns.map((column) => column.path);
    const message = { op: "fill", path: grid.part.path, columns, cells, rows, index, group: grid.group ?? "" };
    grid.form.change(message, (answer) => done(answer));
  }

  // Words that nobody took, in a cell that is filled anew.
  letGo(control) {
    if (!control || !this.grid.form.edits.failed.has(control)) return;
    this.grid.form.edits.forget(control);
    this.grid.form.unsaved.drop(control.token);
    control.refuse("");
    control.beside();
    this.grid.letRest(control);
  }

  stepBack(op) {
    const { standing } = this.grid.form;
    if (standing[op]) this.grid.form.change({ op });
    else this.grid.say(op === "undo" ? "There is nothing to undo." : "There is nothing to do again.");
  }

  awaitClipboard() {
    this.clipboard.await();
  }
}
