// Columns of a grid: how their cells are edited, how wide they are, and what a value looks like.

import { valueFor, wordsFor } from "./picker.js";

const gridColumns = new WeakMap();

// In a grid every field with choices is one in which typing finds them, and that waits until it is left.
export function gridColumn(column) {
  if (!gridColumns.has(column)) {
    const chosen = ["select", "combo"].includes(column.control);
    const more = chosen ? { control: "combo", strict: column.control === "select", commit: "change" } : {};
    gridColumns.set(column, { ...column, ...more });
  }
  return gridColumns.get(column);
}

// A line break is text in these; elsewhere it would end the line.
export const takesLines = (column) => ["area", "names", "prose"].includes(column.control);

export const titleOf = (column) => (column.unit ? `${column.title} (${column.unit})` : column.title);

// A value as its cell shows it.
export function shownText(column, value) {
  if (Array.isArray(value)) return value.join("\n");
  return column.choices.length ? wordsFor(column.choices, value) : value;
}

// A value as it is copied, and one that was pasted.
export const copiedText = (value) => (Array.isArray(value) ? value.join("\n") : value);

export function pastedValue(column, text) {
  if (column.control === "names") return text.split(/[\n;]/).map((name) => name.trim()).filter(Boolean);
  return column.choices.length ? valueFor(column.choices, text.trim()) : text;
}

const WIDTHS = { number: 92, ratio: 88, date: 116, weight: 88, choice: 116, likelihood: 120, impact: 116, details: 180 };
const LETTER = 7;
const NARROWEST = 84;
const WIDEST = 210;
const TEXT = 220;
const LONG = 130;

// Widths in pixels, made from the titles and the first rows; a text takes what is left, at least its width.
export function widthsOf(columns, rows) {
  const some = rows.slice(0, 100);
  return columns.map((column, index) => {
    const words = titleOf(column).split(/\s+/).map((word) => word.length * 8 + 20);
    const buttons = column.kind === "score" ? 76 : column.own ? 150 : 0;
    const least = Math.max(NARROWEST, buttons, ...words);
    if (column.kind === "score") return { width: Math.min(Math.max(least, column.title.length * 4.5), 150), takesMore: false };
    if (WIDTHS[column.kind]) return { width: Math.max(least, WIDTHS[column.kind]), takesMore: false };
    const texts = [...some.map((row) => shownText(column, row.cells[index])), ...column.choices.map(([, shown]) => shown)];
    const longest = Math.max(0, ...texts.map((text) => text.length));
    const wanted = Math.max(least, longest * LETTER + 24);
    if (column.choices.length || (column.kind === "label" && longest)) return { width: Math.min(wanted, WIDEST), takesMore: false };
    if (longest && wanted <= 160) return { width: Math.max(wanted, 100), takesMore: false };
    return { width: longest > LONG ? 1.3 * TEXT : TEXT, takesMore: true };
  });
}
