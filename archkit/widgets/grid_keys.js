// The keys of a grid: one table for walking through cells, one for a cell that is being edited.

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

// "Ctrl+Shift+End"; the Command key of a Mac counts as Control.
export function keysOf(event) {
  const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : "", event.shiftKey ? "Shift+" : ""];
  return held.join("") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

export function heedKeys(grid) {
  grid.scroller.addEventListener("keydown", (event) => {
    if (grid.waiting.takes(event)) return;
    const inEditor = grid.editor.control?.input === event.target;
    const inCell = event.target === grid.element();
    // While an input method composes, every key is its own; it needs a field to compose in.
    if (event.isComposing || event.keyCode === 229) {
      if (inCell) grid.editor.begin({ over: true });
      return;
    }
    const heed = inEditor ? whileEditing : inCell ? whileWalking : whileInHead;
    const used = heed(grid, event);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

const step = (rows, columns, isMore = false) => (grid) => {
  grid.goTo(grid.index.get(grid.at.row) + rows, grid.at.column + columns, { isMore });
};
const page = (by, isMore = false) => (grid) => step(by * grid.drawer.page, 0, isMore)(grid);
const jump = (row, column, isMore = false) => (grid) => {
  const place = { here: grid.index.get(grid.at.row), first: 0, last: grid.rows.length - 1 };
  const across = { here: grid.at.column, first: 0, last: grid.columns.length - 1 };
  grid.goTo(place[row], across[column], { isMore });
};

// To the next cell; past the last one the key is the browser's, so that it leaves the grid.
const along = (by) => (grid) => {
  const count = grid.columns.length;
  const next = grid.index.get(grid.at.row) * count + grid.at.column + by;
  if (grid.isLeaving || next < 0 || next >= count * grid.rows.length) return false;
  grid.goTo(Math.floor(next / count), next % count);
  return true;
};

function leaveNext(grid) {
  grid.from = grid.at;
  grid.isAll = false;
  grid.isLeaving = true;
  grid.draw();
  grid.say("Tab now leaves the table.");
  return true;
}

function everything(grid) {
  grid.isAll = true;
  grid.draw();
}

function rowOnly(grid) {
  grid.from = { row: grid.at.row, column: grid.columns.length - 1 };
  grid.goTo(grid.index.get(grid.at.row), 0, { isMore: true });
}

const WALK = {
  ArrowUp: (grid) => enterHead(grid) || step(-1, 0)(grid),
  ArrowDown: step(1, 0),
  ArrowLeft: step(0, -1),
  ArrowRight: step(0, 1),
  PageUp: page(-1),
  PageDown: page(1),
  "Shift+ArrowUp": step(-1, 0, true),
  "Shift+ArrowDown": step(1, 0, true),
  "Shift+ArrowLeft": step(0, -1, true),
  "Shift+ArrowRight": step(0, 1, true),
  "Shift+PageUp": page(-1, true),
  "Shift+PageDown": page(1, true),
  Home: jump("here", "first"),
  End: jump("here", "last"),
  "Ctrl+Home": jump("first", "first"),
  "Ctrl+End": jump("last", "last"),
  "Ctrl+ArrowUp": jump("first", "here"),
  "Ctrl+ArrowDown": jump("last", "here"),
  "Shift+Home": jump("here", "first", true),
  "Shift+End": jump("here", "last", true),
  "Ctrl+Shift+Home": jump("first", "first", true),
  "Ctrl+Shift+End": jump("last", "last", true),
  "Ctrl+a": everything,
  "Shift+ ": rowOnly,
  Tab: along(1),
  "Shift+Tab": along(-1),
  Escape: leaveNext,
  Enter: (grid) => grid.editor.begin(),
  F2: (grid) => grid.editor.begin(),
  "Alt+Enter": (grid) => grid.editor.begin(),
  Delete: (grid) => grid.actions.clear(),
  Backspace: (grid) => grid.actions.clear(),
  "Ctrl+z": (grid) => grid.actions.stepBack("undo"),
  "Ctrl+y": (grid) => grid.actions.stepBack("redo"),
  "Ctrl+Shift+z": (grid) => grid.actions.stepBack("redo"),
};

// Keys for rows work in a cell that is being edited, too.
const ROWS = {
  "Ctrl+Enter": (grid) => grid.actions.addBelow(),
  "Ctrl+d": (grid) => grid.actions.duplicate(),
  "Alt+ArrowUp": (grid) => grid.actions.move(-1),
  "Alt+ArrowDown": (grid) => grid.actions.move(1),
  "Ctrl+Delete": (grid) => grid.actions.remove(),
  "Ctrl+Backspace": (grid) => grid.actions.remove(),
};

// Whether a key writes something; AltGr, and Alt on a Mac, are part of many letters.
export function isTyped(event) {
  const isHeld = event.ctrlKey || event.metaKey || (event.altKey && !isMac);
  const isLetter = event.key.length === 1 && (!isHeld || event.getModifierState("AltGraph"));
  return isLetter || event.key === "Dead";
}

const isClip = (name) => /^Ctrl\+[cxv]$/.test(name);

function whileWalking(grid, event) {
  const name = keysOf(event);
  if (isClip(name)) grid.actions.awaitClipboard();
  if (name !== "Escape" && !/^(Shift\+)?Tab$/.test(name)) grid.isLeaving = false;
  const work = WALK[name] ?? ROWS[name];
  if (work) return work(grid) !== false;
  if (!isTyped(event)) return false;
  // The key itself lands in the field, which has the focus by then.
  grid.editor.begin({ over: true });
  event.stopPropagation();
  return false;
}

const leaveBy = (rows, columns) => (grid) => {
  const row = grid.index.get(grid.at.row) + rows;
  grid.editor.end();
  if (row >= 0 && row < grid.rows.length) grid.goTo(row, grid.at.column + columns);
};

const leaveAlong = (by) => (grid) => {
  grid.editor.end();
  return along(by)(grid);
};

const EDIT = {
  Enter: leaveBy(1, 0),
  "Shift+Enter": leaveBy(-1, 0),
  "Alt+Enter": (grid) => grid.editor.breakLine(),
  Escape: (grid) => grid.editor.cancel(),
  Tab: leaveAlong(1),
  "Shift+Tab": leaveAlong(-1),
  F2: (grid) => { grid.editor.isOver = false; },
};
// A cell that was typed over is left by arrows; one that was opened has them for its caret.
const OVER = { ArrowUp: leaveBy(-1, 0), ArrowDown: leaveBy(1, 0), ArrowLeft: leaveBy(0, -1), ArrowRight: leaveBy(0, 1) };

function whileEditing(grid, event) {
  const name = keysOf(event);
  const rowWork = name === "Ctrl+Enter" || name === "Ctrl+d" ? ROWS[name] : undefined;
  if (rowWork) grid.editor.end();
  const work = EDIT[name] ?? rowWork ?? (grid.editor.isOver ? OVER[name] : undefined);
  return Boolean(work) && work(grid) !== false;
}

// Whether a key does something in a cell: one that is walked to, or one "over" which is typed, or that is "open".
export function isUsed(name, editing) {
  if (!editing) return Object.hasOwn(WALK, name) || Object.hasOwn(ROWS, name) || isClip(name);
  return Object.hasOwn(EDIT, name) || ["Ctrl+Enter", "Ctrl+d"].includes(name) || (editing === "over" && Object.hasOwn(OVER, name));
}

const widgetsIn = (element) => [...(element?.querySelectorAll("button:not(:disabled), input") ?? [])];

// From the first row up to the title above, where there is something to press or to type into.
function enterHead(grid) {
  const [first] = grid.index.get(grid.at.row) ? [] : widgetsIn(grid.heads.children[grid.at.column + 1]);
  first?.focus();
  return Boolean(first);
}

// In the head arrows go from button to button, Tab to what is beside it; Escape and Down go back to the cell.
function whileInHead(grid, event) {
  const widgets = widgetsIn(grid.heads);
  const at = widgets.indexOf(event.target);
  if (at < 0 || !grid.rows.length) return false;
  const name = keysOf(event);
  const by = { ArrowLeft: -1, ArrowRight: 1, Tab: 1, "Shift+Tab": -1 }[name];
  const isText = event.target.tagName === "INPUT" && name.startsWith("Arrow");
  const next = by && !isText ? widgets[at + by] : undefined;
  const isTab = name.endsWith("Tab");
  if (next && (!isTab || next.closest("th") === event.target.closest("th"))) next.focus();
  else if (name === "Escape" || name === "ArrowDown") grid.focus();
  else return false;
  return true;
}
