// Rows: as a table, as cards that fold, as a short list of claims, or as key and value pairs.

import { addButton, addOwn, orderButtons, ownTitle, rowButtons } from "./buttons.js";
import { brief, capital, freshId, make, tokenOf } from "./dom.js";
import { partElement } from "./parts.js";

const OPEN_CARDS = 4;

export function rowsElement(form, part, place, inner) {
  const box = make("div", { class: `ak-rows ak-${part.layout}`, role: "group", "aria-label": part.title });
  const bare = part.layout === "pairs" && !part.rows.length;
  if (!bare && (inner || form.section.parts.filter((one) => one.part !== "text").length > 1)) box.append(make(inner ? "h5" : "h4", {}, part.title));
  const groups = part.groups ?? [null];
  for (const group of groups) {
    const rows = group === null ? part.rows : part.rows.filter((row) => row.group === group);
    if (group !== null) box.append(make("h4", {}, group || "Without a group"));
    if (rows.length) box.append(LAYOUTS[part.layout](form, part, rows, place));
    const last = rows.length ? part.rows.indexOf(rows.at(-1)) + 1 : part.rows.length;
    const more = group === null ? {} : { group, among: group };
    box.append(addButton(form, part.path, part.noun, last, more));
  }
  if (part.own && part.rows.length) box.append(addOwn(form, part.path, "column"));
  return box;
}

const nameOf = (part, row) => `${part.noun} ${part.rows.indexOf(row) + 1}`;

const among = (place, part, row) => [...place, part.rows.indexOf(row)];

function cell(form, part, row, column, index, place, hint) {
  const path = [...part.path, row.id, ...column.path];
  const name = `${column.title}, ${nameOf(part, row)}`;
  const at = [...among(place, part, row), ...column.path];
  const control = form.control(column, path, at, name, row.cells[index], row.problems[index]);
  control.input.setAttribute("aria-label", name);
  control.describe(hint);
  return control.element;
}

function table(form, part, rows, place) {
  const columns = form.columns(part);
  const heads = columns.map((column) => head(form, part, column));
  const end = make("th", { scope: "col", class: "ak-end" }, make("span", { class: "ak-unseen" }, "Change rows"));
  const number = make("th", { scope: "col", class: "ak-count" }, make("span", { class: "ak-unseen" }, "Number"));
  const body = make("tbody");
  for (const row of rows) {
    const count = make("th", { scope: "row", class: "ak-count" }, String(part.rows.indexOf(row) + 1));
    const cells = columns.map((column, index) =>
      make("td", { class: sortOf(column) }, cell(form, part, row, column, index, place, heads[index].dataset.hint)),
    );
    const buttons = rowButtons(form, part, rows, row, nameOf(part, row));
    for (const inside of part.inside) {
      const path = [...part.path, row.id, inside.key];
      const found = row.parts.find((one) => one.key === inside.key);
      if (!found?.rows.length) buttons.append(addButton(form, path, inside.noun, 0, { among: nameOf(part, row), sign: "+" }));
    }
    body.append(make("tr", {}, count, ...cells, make("td", { class: "ak-end" }, buttons)));
    for (const below of row.parts.filter((one) => one.rows?.length)) {
      const inside = partElement(form, below, [...among(place, part, row), below.key], true);
      body.append(make("tr", { class: "ak-below" }, make("td"), make("td", { colspan: columns.length + 1 }, inside)));
    }
  }
  const grid = make("table", { "aria-label": part.title }, make("thead", {}, make("tr", {}, number, ...heads, end)), body);
  if (part.footer) grid.append(footer(form, part, columns));
  return make("div", { class: "ak-scroll", "data-scroll": `${tokenOf(part.path)}${rows[0].group ?? ""}` }, grid);
}

const sortOf = (column) => `ak-col-${column.control} ak-kind-${column.kind} ak-of-${column.key}`;

function head(form, part, column) {
  const hint = column.own ? "" : column.hint;
  const id = hint && column.kind !== "score" ? freshId() : "";
  const title = column.unit ? `${column.title} (${column.unit})` : column.title;
  const shown = column.own ? ownTitle(form, part.path, column.title, "column") : make("span", {}, title);
  const element = make("th", { scope: "col", class: sortOf(column), title: hint || null, "data-hint": id }, shown);
  if (id) element.append(make("span", { class: "ak-hint", id }, hint));
  if (part.order && column.kind === "score") element.append(orderButtons(form, part, column.title));
  return element;
}

function footer(form, part, columns) {
  const first = columns.findIndex((column) => column.kind === "score");
  const texts = part.footer.texts.map((text) => make("td", { class: "ak-number" }, text));
  form.computed.set(tokenOf(part.footer.path), texts);
  const title = make("th", { scope: "row", colspan: first < 0 ? columns.length : first }, part.footer.title);
  return make("tfoot", {}, make("tr", {}, make("td", { class: "ak-count" }), title, ...texts, make("td", { class: "ak-end" })));
}

function cards(form, part, rows, place) {
  const box = make("div", { class: "ak-deck" });
  for (const row of rows) box.append(card(form, part, rows, row, place));
  return box;
}

function card(form, part, rows, row, place) {
  const token = tokenOf([...part.path, row.id]);
  const open = form.unfolded.get(token) ?? (part.rows.length <= OPEN_CARDS || form.isNew(row));
  const id = freshId();
  const title = () => `${capital(nameOf(part, row))}${row.called.length ? `: ${brief(row.called.join(" "), 200)}` : ""}`;
  const words = make("span", {}, title());
  form.titles.set(token, (called) => {
    row.called = called;
    words.textContent = title();
  });
  const body = make("div", { class: "ak-card-body", id, hidden: !open });
  const fill = () => body.append(...row.parts.map((one) => partElement(form, one, cardPlace(place, part, row, one), true)));
  const fold = make("button", { type: "button", class: "ak-fold", "data-at": `fold:${token}`, "aria-expanded": String(open), "aria-controls": id }, words);
  fold.addEventListener("click", () => {
    body.hidden = !body.hidden;
    fold.setAttribute("aria-expanded", String(!body.hidden));
    form.unfolded.set(token, !body.hidden);
    if (!body.childElementCount) fill();
  });
  if (open) fill();
  const top = make("div", { class: "ak-card-head" }, make("h5", {}, fold), rowButtons(form, part, rows, row, nameOf(part, row)));
  return make("div", { class: "ak-card", role: "group", "aria-label": capital(nameOf(part, row)) }, top, body);
}

function cardPlace(place, part, row, inner) {
  return inner.part === "rows" ? [...among(place, part, row), inner.key] : among(place, part, row);
}

function list(form, part, rows, place) {
  const columns = form.columns(part);
  const items = rows.map((row) => {
    const cells = columns.map((column, index) => {
      const hint = make("span", { class: "ak-unseen", id: freshId() }, column.hint);
      const element = cell(form, part, row, column, index, place, hint.id);
      const input = element.querySelector("input, textarea");
      if (input) input.placeholder = column.title;
      return make("div", { class: `ak-line ak-line-${column.key}` }, element, hint);
    });
    const menus = cells.flatMap((one) => [...one.querySelectorAll(".ak-cite")]);
    const side = make("div", { class: "ak-side" }, rowButtons(form, part, rows, row, nameOf(part, row)), ...menus);
    return make("li", {}, make("div", { class: "ak-cells" }, ...cells), side);
  });
  return make("ol", { class: "ak-list" }, ...items);
}

const LAYOUTS = { table, cards, lines: list, pairs: list };
