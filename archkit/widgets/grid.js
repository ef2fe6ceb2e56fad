// A grid: rows of a section as cells that are walked through, selected, edited, copied and pasted by keys.

import { freshId, make, tokenOf } from "./dom.js";
import { GridActions } from "./grid_actions.js";
import { copiedText, gridColumn } from "./grid_columns.js";
import { valueIn } from "./grid_cells.js";
import { CellEditor } from "./grid_editor.js";
import { footElement, headAnew } from "./grid_head.js";
import { tellProblems } from "./grid_words.js";
import { heedKeys } from "./grid_keys.js";
import { heedPointer } from "./grid_pointer.js";
import { GridRoom } from "./grid_room.js";
import { GridRows } from "./grid_rows.js";
import { WaitingKeys } from "./grid_waiting.js";
import { numberWidth } from "./grid_widths.js";

export class Grid {
  constructor(form, group) {
    Object.assign(this, { form, group, rows: [], columns: [], hintIds: [], at: null, from: null, expecting: null });
    this.index = new Map();
    this.heads = make("tr", { "aria-rowindex": 1 });
    this.head = make("thead", {}, this.heads);
    this.body = make("tbody");
    this.table = make("table", { role: "grid", class: "ak-grid", "aria-multiselectable": "true" }, this.head, this.body);
    this.scroller = make("div", { class: "ak-scroll ak-grid-scroll" }, this.table);
    this.hint = make("p", { class: "ak-hint ak-grid-hint" });
    this.said = make("p", { class: "ak-grid-said", "aria-live": "polite" });
    this.editor = new CellEditor(this);
    this.actions = new GridActions(this);
    this.room = new GridRoom(this);
    this.drawer = new GridRows(this);
    this.waiting = new WaitingKeys(this);
    const below = [this.waiting.element, this.room.more, this.actions.bar, this.actions.help, this.said];
    this.root = make("div", { class: "ak-grid-box" }, this.room.element, ...below);
    heedKeys(this);
    heedPointer(this);
  }

  // The rows and columns as they stand now; cells, focus and what is being typed stay where they are.
  update(part, rows, place) {
    const columns = this.form.columns(part).map(gridColumn);
    const signs = JSON.stringify([columns, part.gone, numberWidth(part.rows.length)]);
    const isNew = this.signs !== signs;
    const hadFocus = this.hasFocus();
    const typing = this.editor.typing();
    const before = this.at && this.index.get(this.at.row);
    Object.assign(this, { part, rows, place, columns, signs });
    this.index = new Map(rows.map((row, index) => [row.id, index]));
    this.homes = new Map(part.rows.map((row, index) => [row.id, index]));
    if (isNew) this.columnsAnew();
    this.footer();
    this.table.setAttribute("aria-label", this.group ? `${part.title}, ${this.group}` : part.title);
    this.table.setAttribute("aria-rowcount", rows.length + 1 + (part.footer ? 1 : 0));
    this.table.setAttribute("aria-colcount", columns.length + 1);
    this.scroller.hidden = !rows.length;
    this.drawer.use(rows);
    this.settle(before);
    this.carry();
    const isAdded = this.toNewRow();
    this.drawer.draw();
    this.actions.show();
    if (isAdded) this.goTo(this.index.get(this.at.row), this.at.column);
    else if (!this.editor.goOn(typing) && hadFocus && !this.hasFocus()) (this.element() ?? this.actions.adds).focus({ preventScroll: true });
  }

  columnsAnew() {
    this.hintIds = this.columns.map((column) => (column.hint ? freshId() : ""));
    headAnew(this);
    this.room.fit(true);
  }

  footer() {
    this.foot?.remove();
    this.foot = this.part.footer && this.rows.length ? footElement(this) : null;
    if (this.foot) this.table.append(this.foot);
  }

  // The active cell stays with its row; where that is gone, its neighbour takes over.
  settle(before) {
    const last = this.columns.length - 1;
    for (const name of ["at", "from"]) {
      const place = this[name];
      if (!place) continue;
      const index = this.index.get(place.row) ?? Math.min(before ?? 0, this.rows.length - 1);
      this[name] = this.rows.length ? { row: this.rows[index].id, column: Math.min(place.column, last) } : null;
    }
    this.at ??= this.rows.length ? { row: this.rows[0].id, column: 0 } : null;
    this.from ??= this.at;
  }

  // Fields with words in them go along when a form is drawn anew.
  carry() {
    for (const control of [...(this.form.before?.values() ?? [])]) {
      const found = this.placeOf(control);
      if (!found || !(this.editor.control === control || this.form.edits.isBusy(control) || control.below)) continue;
      const kept = this.makeControl(found.row, found.column);
      if (this.editor.control !== control) continue;
      this.editor.control = kept;
      // Columns may have come or gone on its left.
      if (this.at.column !== found.column) this.from = this.at = { row: found.row.id, column: found.column };
    }
  }

  // The row and the column of a field, if this grid holds it.
  placeOf(control) {
    const { path } = this.part;
    if (tokenOf(control.path.slice(0, path.length)) !== tokenOf(path)) return null;
    const row = this.rowAt(control.path[path.length]);
    const rest = tokenOf(control.path.slice(path.length + 1));
    const column = this.columns.findIndex((one) => tokenOf(one.path) === rest);
    return row && column >= 0 ? { row, column } : null;
  }

  expectRow(column = 0) {
    this.expecting = { ids: new Set(this.part.rows.map((row) => row.id)), column };
  }

  toNewRow() {
    const row = this.expecting && this.rows.find((one) => !this.expecting.ids.has(one.id));
    if (!row) return false;
    this.at = { row: row.id, column: this.expecting.column };
    this.from = this.at;
    this.expecting = null;
    // Once all is drawn.
    queueMicrotask(() => this.waiting.goOn());
    return true;
  }

  // News of values and problems, which the description knows by now.
  heed({ problems = [] }) {
    for (const control of [...this.form.controls.values()]) {
      if (this.placeOf(control)) this.letRest(control);
    }
    tellProblems(this, problems);
    this.draw();
  }

  draw() {
    this.drawer.draw();
    this.actions.show();
  }

  rowAt(id) {
    return this.rows[this.index.get(id)];
  }

  pathAt(row, index) {
    return [...this.part.path, row.id, ...this.columns[index].path];
  }

  tokenAt(row, index) {
    return tokenOf(this.pathAt(row, index));
  }

  controlOf(row, index) {
    return this.form.controls.size ? this.form.controls.get(this.tokenAt(row, index)) : undefined;
  }

  nameOf(row, index) {
    return `${this.columns[index].title}, ${this.part.noun} ${this.homes.get(row.id) + 1}`;
  }

  makeControl(row, index) {
    const column = this.columns[index];
    const place = [...this.place, this.homes.get(row.id), ...column.path];
    const name = this.nameOf(row, index);
    const control = this.form.control(column, this.pathAt(row, index), place, name, row.cells[index], row.problems[index]);
    control.input.setAttribute("aria-label", name);
    control.describe(this.hintIds[index]);
    return control;
  }

  // The field for a place, as it is kept of words that were not saved.
  controlAt(place) {
    const before = this.place.length;
    const row = tokenOf(place.slice(0, before)) === tokenOf(this.place) && this.part.rows[place[before]];
    const rest = tokenOf(place.slice(before + 1));
    const column = this.columns.findIndex((one) => tokenOf(one.path) === rest);
    return row && this.index.has(row.id) && column >= 0 ? this.makeControl(row, column) : null;
  }

  // A field that nobody needs any more goes; its cell shows the value.
  letRest(control) {
    if (this.editor.control === control || control.below || this.form.edits.isBusy(control)) return;
    if (this.form.controls.get(control.token) === control) this.form.controls.delete(control.token);
  }

  // The selected cells, as indexes.
  range() {
    if (this.isAll && this.rows.length) return { top: 0, bottom: this.rows.length - 1, left: 0, right: this.columns.length - 1 };
    if (!this.at || !this.from || (this.at.row === this.from.row && this.at.column === this.from.column)) return null;
    const rows = [this.index.get(this.at.row), this.index.get(this.from.row)];
    const columns = [this.at.column, this.from.column];
    return { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
  }

  selected() {
    const row = this.index.get(this.at.row);
    return this.range() ?? { top: row, bottom: row, left: this.at.column, right: this.at.column };
  }

  copied({ top, bottom, left, right }) {
    const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
    return this.rows.slice(top, bottom + 1).map((row) => columns.map((index) => copiedText(valueIn(this, row, index))));
  }

  // Makes a cell the active one; `isMore` leaves the other end of the selection where it is.
  goTo(row, column, { isMore = false, isFocused = true } = {}) {
    const place = {
      row: this.rows[Math.max(0, Math.min(row, this.rows.length - 1))].id,
      column: Math.max(0, Math.min(column, this.columns.length - 1)),
    };
    this.at = place;
    this.isAll = false;
    if (!isMore) this.from = place;
    this.use();
    this.drawer.reveal(this.index.get(place.row));
    this.actions.show();
    if (isFocused) this.focus();
  }

  // Somebody works here: from now on the active cell can be seen.
  use() {
    this.wasUsed = true;
    this.root.classList.add("ak-used");
  }

  focus() {
    this.element()?.focus({ preventScroll: true });
    this.element()?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  element(place = this.at) {
    const tr = place && this.drawer.drawn.get(place.row);
    return tr?.children[place.column + 1];
  }

  hasFocus() {
    return this.scroller.contains(this.form.focus.active());
  }

  say(words) {
    this.said.textContent = words;
  }

  end() {
    this.drawer.end();
  }
}
