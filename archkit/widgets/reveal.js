// A field that is asked for by its place is brought into sight and gets the focus.

import { tokenOf } from "./dom.js";
import { partsOf } from "./section.js";

const isWithin = (place, path) => tokenOf(place.slice(0, path.length)) === tokenOf(path);

// `place` names a field, a row or a section; what is not there yet leads to where it is added.
export function reveal(form, place) {
  if (unfold(form, place)) form.redraw(form.section);
  const found = fieldAt(form, place) ?? gridCell(form, place) ?? adder(form, place) ?? first(form);
  const element = found?.input ?? found;
  // A choice of which nothing can be chosen yet has no field to go to.
  const target = element?.tagName === "FIELDSET" ? element.querySelector("input") : element;
  (target ?? form.fold).focus();
  form.root.getRootNode().activeElement?.scrollIntoView?.({ block: "center", inline: "nearest" });
}

// The cards on the way to the place are unfolded; returns whether one was folded.
function unfold(form, place) {
  let changed = false;
  for (const part of partsOf(form.section.parts)) {
    const row = part.layout === "cards" && isWithin(place, part.path) && part.rows[place[part.path.length]];
    const token = row && tokenOf([...part.path, row.id]);
    if (!token || form.unfolded.get(token)) continue;
    form.unfolded.set(token, true);
    changed = true;
  }
  return changed;
}

function fieldAt(form, place) {
  const controls = [...form.controls.values()].filter((one) => one.input.isConnected);
  const exact = controls.find((one) => tokenOf(one.place) === tokenOf(place));
  return exact ?? (place.length > 1 ? controls.find((one) => isWithin(one.place, place)) : undefined);
}

function gridCell(form, place) {
  for (const { grids, part } of form.grids.values()) {
    const row = part && isWithin(place, part.path) && part.rows[place[part.path.length]];
    for (const grid of row ? grids.values() : []) {
      if (!grid.index.has(row.id)) continue;
      const rest = tokenOf(place.slice(part.path.length + 1));
      const column = grid.columns.findIndex((one) => tokenOf(one.path) === rest);
      grid.goTo(grid.index.get(row.id), Math.max(0, column));
      return grid.element();
    }
  }
  return null;
}

// The button that adds a row where rows are asked for.
function adder(form, place) {
  for (let end = place.length; end > 0; end -= 1) {
    const path = idsOf(form, place.slice(0, end));
    const found = path && form.root.querySelector(`[data-at^="${CSS.escape(`add:${tokenOf(path)}:`)}"]`);
    if (found) return found;
  }
  return null;
}

// A place with the ids of its rows instead of their numbers.
function idsOf(form, place) {
  const path = [...place];
  for (const part of partsOf(form.section.parts)) {
    if (!part.rows || tokenOf(path.slice(0, part.path.length)) !== tokenOf(part.path)) continue;
    const at = part.path.length;
    if (typeof path[at] === "number" && part.rows[path[at]]) path[at] = part.rows[path[at]].id;
  }
  return path;
}

function first(form) {
  return form.body.querySelector("input, textarea, select, [role=grid] [tabindex='0'], button.ak-add");
}
