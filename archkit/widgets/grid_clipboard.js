// Copy and paste in a grid: blocks from and to a spreadsheet, and lists that become rows.

import { asHtml, asTsv, readBlock } from "./clipboard.js";
import { counted, make } from "./dom.js";
import { pastedValue, titleOf } from "./grid_columns.js";
import { folded } from "./picker.js";

export const MOST_ROWS = 20000;

export class GridClipboard {
  constructor(grid) {
    this.grid = grid;
    // A browser hands the clipboard to what can be typed into: this stands in for the cell while a key is down.
    this.sink = make("textarea", { class: "ak-unseen ak-sink", tabindex: -1, "aria-label": "Clipboard" });
    for (const kind of ["copy", "cut", "paste"]) this.sink.addEventListener(kind, (event) => this.take(kind, event));
    this.sink.addEventListener("keyup", () => this.back());
    this.sink.addEventListener("keydown", (event) => !(event.ctrlKey || event.metaKey) && this.back());
    grid.scroller.addEventListener("paste", (event) => this.intoField(event));
  }

  await() {
    this.grid.element().append(this.sink);
    this.sink.value = " ";
    this.sink.focus({ preventScroll: true });
    this.sink.select();
  }

  back() {
    if (!this.sink.isConnected) return;
    this.grid.focus();
    this.sink.remove();
  }

  take(kind, event) {
    event.preventDefault();
    event.stopPropagation();
    const { grid } = this;
    const { clipboardData } = event;
    this.back();
    if (kind === "paste") return this.paste(readBlock(clipboardData.getData("text/plain"), clipboardData.getData("text/html")));
    const rows = grid.copied(grid.selected());
    clipboardData.setData("text/plain", asTsv(rows));
    clipboardData.setData("text/html", asHtml(rows));
    if (kind === "cut") grid.actions.clear();
    grid.say(`${kind === "cut" ? "Cut" : "Copied"} ${size(rows.length, rows[0].length)}.`);
  }

  // A list or a block that is pasted into an empty field is meant for the rows.
  intoField(event) {
    const { control } = this.grid.editor;
    if (event.defaultPrevented || !control || event.target !== control.input || control.input.value) return;
    const block = readBlock(event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html"));
    if (block.isList ? !block.isMarked : block.rows.length * block.rows[0].length < 2) return;
    event.preventDefault();
    this.grid.editor.end();
    this.paste(block);
  }

  paste({ rows, isList }) {
    const { grid } = this;
    if (rows.length > MOST_ROWS) {
      const [given, most] = [rows.length, MOST_ROWS].map((count) => count.toLocaleString("en"));
      return grid.say(`That is ${given} rows; ${most} fit at once. Nothing was pasted.`);
    }
    const range = grid.selected();
    if (rows.length === 1 && rows[0].length === 1) return this.everywhere(rows[0][0], range);
    if (isList) return this.asRows(rows, range);
    const titled = this.titled(rows);
    const columns = titled ?? rows[0].map((_, index) => range.left + index);
    const width = Math.max(...rows.map((row) => row.length));
    const room = titled ? columns.length : grid.columns.length - range.left;
    if (width > room) return grid.say(this.tooWide(width, room, range.left));
    this.block(titled ? rows.slice(1) : rows, columns, width, range.top);
  }

  tooWide(width, room, left) {
    const from = left ? ` from ${titleOf(this.grid.columns[left])} on` : "";
    const start = left && width <= this.grid.columns.length ? " Begin further left, or" : " Take some out, or";
    const named = `${start} put the titles of the columns in the first row.`;
    return `The block has ${width} columns, and there ${room === 1 ? "is" : "are"} ${room}${from}. Nothing was pasted.${named}`;
  }

  // The columns that the first row names, where it names nothing else.
  titled(rows) {
    const names = rows[0].map(folded);
    const isCalled = (column, name) => [column.title, titleOf(column)].some((title) => folded(title) === name);
    const found = names.map((name) => this.grid.columns.findIndex((column) => isCalled(column, name)));
    return rows.length > 1 && found.every((index) => index >= 0) && new Set(found).size === found.length ? found : null;
  }

  everywhere(text, { top, bottom, left, right }) {
    const { grid } = this;
    const cells = [];
    for (const row of grid.rows.slice(top, bottom + 1)) {
      for (let index = left; index <= right; index += 1) cells.push([row.id, index, pastedValue(grid.columns[index], text)]);
    }
    this.send({ cells, rows: [] }, "Pasted.");
  }

  // Each line becomes a row below the active one; an empty row takes the first.
  asRows(lines, { bottom, left }) {
    const { grid } = this;
    const below = grid.rows[bottom];
    const isEmpty = grid.columns.every((column, index) => column.key === "group" || !below.cells[index].length);
    const values = lines.map(([text]) => pastedValue(grid.columns[left], text));
    const cells = isEmpty ? [[below.id, left, values.shift()]] : [];
    const rows = values.map((value) => grid.columns.map((_, index) => (index === left ? value : "")));
    this.send({ cells, rows, index: grid.homes.get(below.id) + 1 }, `Pasted a list: ${counted(rows.length, "row")} added.`);
  }

  block(rows, columns, width, top) {
    const { grid } = this;
    const value = (text, at) => pastedValue(grid.columns[columns[at]], text);
    const held = grid.rows.slice(top, top + rows.length);
    const cells = held.flatMap(({ id }, at) => rows[at].map((text, index) => [id, columns[index], value(text, index)]));
    const more = rows.slice(held.length).map((row) => {
      const given = grid.columns.map(() => "");
      row.forEach((text, index) => (given[columns[index]] = value(text, index)));
      return given;
    });
    const short = rows.filter((row) => row.length < width).length;
    const words = `Pasted ${size(rows.length, width)}${more.length ? `, ${counted(more.length, "row")} added` : ""}.`;
    const theirs = short === 1 ? "it" : "them";
    const missing = short ? ` ${counted(short, "row")} had fewer columns; the other cells of ${theirs} are as they were.` : "";
    const index = grid.homes.get(grid.rows.at(-1).id) + 1;
    this.send({ cells, rows: more, index }, `${words}${missing}`);
  }

  send(block, words) {
    this.grid.actions.fill(block, (answer) => {
      this.grid.say(answer.saved ? `${words} Ctrl+Z in the table takes it back.` : `Nothing was pasted: ${answer.message}`);
    });
  }
}

const size = (rows, columns) => `${counted(rows, "row")} × ${counted(columns, "column")}`;
