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
