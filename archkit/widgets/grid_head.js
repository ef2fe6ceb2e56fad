// The head and the foot of a grid: titles with their hints, and totals.

import { orderButtons, ownTitle } from "./buttons.js";
import { make, patchChildren, tokenOf } from "./dom.js";
import { titleOf } from "./grid_columns.js";

// `beside` is what the numbers of the rows take.
export function columnsElement(table, widths, beside) {
  const column = ({ width, takesMore }) => {
    const element = make("col");
    if (!takesMore) element.style.width = `${width}px`;
    return element;
  };
  table.style.minWidth = `${widths.reduce((sum, { width }) => sum + width, beside)}px`;
  table.style.setProperty("--ak-number", `${beside}px`);
  return make("colgroup", {}, column({ width: beside, takesMore: false }), ...widths.map(column));
}

function headElement(grid) {
  const number = make("th", { scope: "col", class: "ak-count", "aria-colindex": 1 }, make("span", { class: "ak-unseen" }, "Number"));
  return [number, ...grid.columns.map((column, index) => head(grid, column, index))];
}

const titleAt = (element) => element.querySelector(".ak-own")?.dataset.at;

// Other columns: a title that somebody types stays where it is, as a field that is moved takes its words for final.
export function headAnew(grid) {
  const at = grid.heads.contains(grid.form.focus.active()) && grid.form.focus.active().dataset.at;
  const had = new Map([...grid.heads.children].map((element) => [titleAt(element), element]));
  const elements = headElement(grid).map((element) => {
    const kept = titleAt(element) && had.get(titleAt(element));
    if (!kept) return element;
    for (const name of ["class", "aria-colindex"]) kept.setAttribute(name, element.getAttribute(name));
    return kept;
  });
  patchChildren(grid.heads, elements);
  if (at && !grid.hasFocus()) grid.heads.querySelector(`[data-at="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
}

// The name of an option is cut where its column is narrow; it can be read whole nevertheless.
const hintOf = (column, title) => (column.kind === "score" ? [title, column.hint].filter(Boolean).join("\n") : column.hint || null);

function head(grid, column, index) {
  const title = titleOf(column);
  const shown = column.own ? ownTitle(grid.form, grid.part.path, column.title, "column") : make("span", { class: "ak-title" }, title);
  const attributes = { scope: "col", class: `ak-cell ak-kind-${column.kind}`, title: hintOf(column, title), "aria-colindex": index + 2 };
  const element = make("th", attributes, shown);
  if (column.hint) element.append(make("span", { class: "ak-unseen", id: grid.hintIds[index] }, column.hint));
  if (grid.part.order && column.kind === "score") element.append(orderButtons(grid.form, grid.part, column.title));
  // The grid is one stop of the Tab key: its cell; arrows come here from the first row.
  for (const widget of element.querySelectorAll("button, input")) widget.tabIndex = -1;
  return element;
}

export function footElement(grid) {
  const { part, columns } = grid;
  const first = columns.findIndex((column) => column.kind === "score");
  const texts = part.footer.texts.map((text) => make("td", { role: "gridcell", class: "ak-number" }, text));
  grid.form.computed.set(tokenOf(part.footer.path), texts);
  const title = make("th", { scope: "row", colspan: (first < 0 ? columns.length : first) + 1 }, part.footer.title);
  const rest = columns.length - Math.max(first, 0) - texts.length;
  const end = first >= 0 && rest > 0 ? [make("td", { role: "gridcell", colspan: rest })] : [];
  return make("tfoot", {}, make("tr", { "aria-rowindex": grid.rows.length + 2 }, title, ...texts, ...end));
}
