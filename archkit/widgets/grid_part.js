// Rows of a section as grids: one for each group, below their titles.

import { addOwn } from "./buttons.js";
import { make, patchChildren, tokenOf } from "./dom.js";
import { Grid } from "./grid.js";

export function gridPart(form, part, place, isTitled) {
  const token = tokenOf(part.path);
  if (!form.grids.has(token)) form.grids.set(token, new GridPart(form));
  return form.grids.get(token).update(part, place, isTitled);
}

class GridPart {
  constructor(form) {
    this.form = form;
    this.box = make("div", { class: "ak-rows ak-table", role: "group" });
    this.grids = new Map();
    this.titles = new Map();
  }

  update(part, place, isTitled) {
    this.part = part;
    this.box.setAttribute("aria-label", part.title);
    const elements = isTitled ? [this.title("", part.title)] : [];
    const groups = part.groups ?? [null];
    for (const [group, grid] of this.grids) if (!groups.includes(group)) this.forget(group, grid);
    for (const group of groups) {
      const rows = group === null ? part.rows : part.rows.filter((row) => row.group === group);
      if (group !== null) elements.push(this.title(`group ${group}`, group || "Without a group"));
      if (!this.grids.has(group)) this.grids.set(group, new Grid(this.form, group));
      const grid = this.grids.get(group);
      elements.push(grid.root);
      grid.update(part, rows, place);
    }
    if (part.own && part.rows.length) elements.push(this.own ??= addOwn(this.form, part.path, "column"));
    patchChildren(this.box, elements);
    return this.box;
  }

  title(key, words) {
    if (!this.titles.has(key)) this.titles.set(key, make("h4", {}));
    const title = this.titles.get(key);
    title.textContent = words;
    return title;
  }

  controlAt(place) {
    // A section that is kept as text by now has no cells, whatever it had before.
    if (!this.box.isConnected) return undefined;
    return [...this.grids.values()].map((grid) => grid.controlAt(place)).find(Boolean);
  }

  heed(message) {
    for (const grid of this.grids.values()) grid.heed(message);
  }

  forget(group, grid) {
    grid.end();
    this.grids.delete(group);
  }

  end() {
    for (const grid of this.grids.values()) grid.end();
  }
}
