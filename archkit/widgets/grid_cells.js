// Cells of a grid: a text and what is wrong with it, or the field in which it is being edited.

import { freshId, make } from "./dom.js";
import { shownText } from "./grid_columns.js";

// The words of a control that are on their way, or that nobody took, stand for the value of its cell.
export function valueIn(grid, row, index) {
  const control = grid.controlOf(row, index);
  return control && grid.form.edits.isBusy(control) ? control.read() : row.cells[index];
}

export function problemIn(grid, row, index) {
  const control = grid.controlOf(row, index);
  return (control?.refused || row.problems[index]) ?? "";
}

export function rowElement(grid, row) {
  const count = make("th", { scope: "row", class: "ak-count", "aria-colindex": 1, "data-row": row.id });
  const tr = make("tr", { "data-row": row.id }, count, ...grid.columns.map((column, index) => cellElement(grid, row, column, index)));
  paintRow(grid, tr, row);
  return tr;
}

function cellElement(grid, row, column, index) {
  const sort = `ak-kind-${column.kind}${column.control === "combo" ? " ak-has-choices" : ""}`;
  const attributes = { role: "gridcell", class: `ak-cell ${sort}`, tabindex: -1, "aria-colindex": index + 2 };
  const text = make("div", { class: "ak-text" });
  const note = make("div", { class: "ak-problem", id: freshId(), hidden: true });
  return make("td", { ...attributes, "data-row": row.id, "data-col": index, "data-at": `cell:${grid.tokenAt(row, index)}` }, text, note);
}

export function paintRow(grid, tr, row) {
  const number = grid.homes.get(row.id) + 1;
  const index = grid.index.get(row.id);
  tr.setAttribute("aria-rowindex", index + 2);
  tr.firstChild.textContent = number;
  tr.classList.toggle("ak-here", grid.at?.row === row.id);
  const range = grid.range();
  const isIn = range && index >= range.top && index <= range.bottom;
  [...tr.children].slice(1).forEach((td, at) => paintCell(grid, td, row, at, isIn && at >= range.left && at <= range.right, number));
}

export function paintCell(grid, td, row, index, isSelected, number) {
  const column = grid.columns[index];
  const control = grid.controlOf(row, index);
  const isHere = grid.at?.row === row.id && grid.at.column === index;
  td.tabIndex = isHere ? 0 : -1;
  td.dataset.name = `${column.title}, ${grid.part.noun} ${number}`;
  td.classList.toggle("ak-editing", Boolean(control && grid.editor.control === control));
  if (isSelected) td.setAttribute("aria-selected", "true");
  else td.removeAttribute("aria-selected");
  const problem = problemIn(grid, row, index);
  if (problem) td.setAttribute("aria-invalid", "true");
  else td.removeAttribute("aria-invalid");
  if (control && (grid.editor.control === control || control.below)) return hold(td, control);
  release(td);
  const [text, note] = td.children;
  const words = shownText(column, valueIn(grid, row, index));
  if (text.textContent !== words) text.textContent = words;
  // Where the columns are narrow a text is cut, and can be read whole nevertheless.
  if (text.title !== words) text.title = words.length > 12 ? words : "";
  if (note.textContent !== problem) note.textContent = problem;
  note.hidden = !problem;
  const described = `${grid.hintIds[index]} ${problem ? note.id : ""}`.trim();
  if (described) td.setAttribute("aria-describedby", described);
  else td.removeAttribute("aria-describedby");
}

// The field stands in its cell, whose text and note wait beside it.
function hold(td, control) {
  if (control.element.parentElement !== td) {
    release(td);
    td.append(control.element);
  }
  td.firstChild.hidden = true;
  td.children[1].hidden = true;
}

function release(td) {
  td.querySelector(":scope > .ak-control")?.remove();
  td.firstChild.hidden = false;
}
