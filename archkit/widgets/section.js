// The description of a section: where each cell stands in it, and what a summary says of it.

import { counted, tokenOf } from "./dom.js";

export function* partsOf(parts) {
  for (const part of parts) {
    yield part;
    for (const row of part.rows ?? []) yield* partsOf(row.parts ?? []);
  }
}

export function rowIds(section) {
  return [...partsOf(section.parts)].flatMap((part) => (part.rows ?? []).map((row) => row.id));
}

// Each cell's holder and place in it, by token.
function cellsOf(section) {
  const found = new Map();
  const add = (path, entry, columns) =>
    columns.forEach((column, index) => found.set(tokenOf([...path, ...column.path]), { entry, index }));
  for (const part of partsOf(section.parts)) {
    const columns = section.columns?.[part.columns];
    if (part.cells) add(part.path, part, columns);
    for (const row of part.rows ?? []) if (row.cells) add([...part.path, row.id], row, columns);
  }
  return found;
}

const places = new WeakMap();

function cellsIn(section) {
  if (!places.has(section)) places.set(section, cellsOf(section));
  return places.get(section);
}

// Whether a section has a field for a place.
export function holds(section, token) {
  if (cellsIn(section).has(token)) return true;
  return [...partsOf(section.parts)].some((part) => part.part === "text" && tokenOf(part.path) === token);
}

// Takes news into the description, so that what is drawn later is drawn as it is then.
export function learn(section, { values = [], problems = [], texts = [], titles = [] }) {
  const cells = cellsIn(section);
  for (const [path, value] of values) {
    const found = cells.get(tokenOf(path));
    if (found) found.entry.cells[found.index] = value;
    else partAt(section, path, (part) => (part.markdown = value));
  }
  for (const [path, problem] of problems) {
    const found = cells.get(tokenOf(path));
    if (found && problem) found.entry.problems[found.index] = problem;
    else if (found) delete found.entry.problems[found.index];
  }
  for (const [path, lines] of texts) {
    partAt(section, path, (part) => (part.texts = lines));
    partAt(section, path.slice(0, -1), (part) => part.footer && (part.footer.texts = lines));
  }
  for (const [path, called] of titles) {
    partAt(section, path.slice(0, -1), (part) => {
      const row = part.rows.find((one) => one.id === path.at(-1));
      if (row) row.called = called;
    });
  }
}

function partAt(section, path, change) {
  const token = tokenOf(path);
  for (const part of partsOf(section.parts)) if (tokenOf(part.path) === token) change(part);
}

// "10 risks, 1 to mend".
export function summary(section) {
  const words = section.parts
    .filter((part) => part.part === "rows" && part.layout !== "pairs")
    .map((part) => counted(part.rows.length, part.noun));
  let wrong = 0;
  for (const part of partsOf(section.parts)) {
    for (const entry of [part, ...(part.rows ?? [])]) wrong += Object.keys(entry.problems ?? {}).length;
    if (part.reason) wrong += 1;
  }
  return [...words, ...(wrong ? [`${wrong} to mend`] : [])].join(", ");
}
