// The keys of a grid, for who asks.

import { make } from "./dom.js";

const KEYS = [
  ["Arrows, Home, End, Page Up, Page Down", "go from cell to cell; with Ctrl to the first or last one"],
  ["Tab, Shift+Tab", "next cell, cell before; Escape and then Tab leaves the table"],
  ["Type", "replaces what is in the cell"],
  ["Enter, F2, a second click", "opens the cell; Enter or Tab ends it, Escape takes it back"],
  ["Alt+Enter", "a new line in a cell"],
  ["Alt+Down", "the choices of a cell that is open; Escape shuts them and leaves your words"],
  ["Shift+arrows, Shift+click, Ctrl+A", "selects more cells"],
  ["Ctrl+C, Ctrl+X, Ctrl+V", "copies, cuts, pastes cells, also from a spreadsheet; a list becomes rows"],
  ["Delete", "empties the selected cells"],
  ["Ctrl+Enter", "adds a row below"],
  ["Ctrl+D", "duplicates the row"],
  ["Ctrl+Delete", "deletes the row"],
  ["Alt+Up, Alt+Down", "moves the row"],
  ["Up in the first row", "to the buttons and fields in the titles; Down comes back"],
  ["Ctrl+Z, Ctrl+Y", "takes a step back, and does it again"],
];

export function helpElement(id) {
  const entries = KEYS.flatMap(([keys, words]) => [make("dt", {}, keys), make("dd", {}, words)]);
  return make("dl", { id, class: "ak-keys", hidden: true }, ...entries);
}
