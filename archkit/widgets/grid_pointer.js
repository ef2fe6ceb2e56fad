// A pointer in a grid: a press selects, a second one edits, Shift or a drag selects more.

export function heedPointer(grid) {
  const { scroller } = grid;
  scroller.addEventListener("mousedown", (event) => pressed(grid, event));
  scroller.addEventListener("mouseover", (event) => dragged(grid, event));
  scroller.addEventListener("dblclick", (event) => {
    if (placeOf(grid, event) && !isField(event)) grid.editor.begin();
  });
  // Who came to a cell by keys presses it for the first time.
  scroller.addEventListener("keydown", () => { grid.pressed = null; }, { capture: true });
  scroller.addEventListener("focusin", (event) => entered(grid, event));
  scroller.addEventListener("focusout", (event) => left(grid, event));
}

const isField = (event) => Boolean(event.target.closest(".ak-control, .ak-own-title, button"));

function placeOf(grid, event) {
  const cell = event.target.closest("tbody [data-row]");
  const row = cell && grid.index.get(cell.dataset.row);
  if (row === undefined || row === null) return null;
  const { col } = event.target.closest("td[data-col]")?.dataset ?? {};
  return { row, column: col === undefined ? null : Number(col) };
}

function pressed(grid, event) {
  const place = placeOf(grid, event);
  if (!place || event.button || isField(event)) return;
  event.preventDefault();
  grid.editor.end(false);
  if (place.column === null) return wholeRow(grid, place.row, event.shiftKey);
  const element = grid.element();
  const td = event.target.closest("td");
  const isAgain = td === grid.pressed && td === element && td === grid.form.focus.active() && !grid.range();
  grid.pressed = td;
  if (isAgain && event.detail < 2) return grid.editor.begin();
  grid.goTo(place.row, place.column, { isMore: event.shiftKey });
}

function wholeRow(grid, row, isMore) {
  const first = isMore ? grid.from.row : grid.rows[row].id;
  grid.goTo(row, 0);
  grid.from = { row: first, column: grid.columns.length - 1 };
  grid.draw();
}

function dragged(grid, event) {
  const place = event.buttons === 1 && !grid.editor.control && grid.hasFocus() && placeOf(grid, event);
  if (!place || place.column === null) return;
  const isHere = grid.at.row === grid.rows[place.row].id && grid.at.column === place.column;
  if (!isHere) grid.goTo(place.row, place.column, { isMore: true });
}

function entered(grid, event) {
  grid.use();
  const control = [...grid.form.controls.values()].find((one) => one.input === event.target);
  const found = control && grid.placeOf(control);
  if (found) {
    grid.at = { row: found.row.id, column: found.column };
    grid.from = grid.at;
    grid.editor.adopt(control);
  }
  grid.actions.show();
}

function left(grid, event) {
  grid.isLeaving = false;
  const { control } = grid.editor;
  // Another window took the focus, or the form is being drawn: the field is the same when it comes back.
  if (!control || grid.form.drawing || !document.hasFocus() || control.element.contains(event.relatedTarget)) return;
  // After the event: what follows of it may be a press on a choice or a new field for the same cell.
  queueMicrotask(() => {
    if (grid.editor.control === control && !grid.form.focus.isIn(control)) grid.editor.end(false);
  });
}
