// What a grid says beside its cells: what the active one asks for, and what does not fit.

import { make, tokenOf } from "./dom.js";
import { problemIn } from "./grid_cells.js";
import { titleOf } from "./grid_columns.js";

// The hint of the active cell, and in full what is wrong with it.
export function tellHint(grid) {
  const row = grid.wasUsed && grid.rowAt(grid.at?.row);
  if (!row) return grid.hint.replaceChildren();
  const column = grid.columns[grid.at.column];
  const problem = problemIn(grid, row, grid.at.column);
  const hint = `${titleOf(column)}${column.hint ? `: ${column.hint}` : ""}`;
  grid.hint.replaceChildren(hint, ...(problem ? [make("span", { class: "ak-problem" }, ` ${problem}`)] : []));
}

// Values that do not fit are said, except in the cell in which somebody still types.
export function tellProblems(grid, problems) {
  const found = problems
    .filter(([path, problem]) => problem && grid.editor.control?.token !== tokenOf(path))
    .map(([path, problem]) => [grid.placeOf({ path }), problem])
    .filter(([place]) => place);
  if (found.length > 1) grid.say(`${grid.said.textContent} ${found.length} cells do not fit; each says why.`.trim());
  else for (const [place, problem] of found) grid.say(`${grid.nameOf(place.row, place.column)}: ${problem}`);
}
