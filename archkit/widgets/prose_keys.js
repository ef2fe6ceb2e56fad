// Keys of prose: bold, italic, link, lists. What they write can be undone like what is typed.

import { linked, nextItem, shiftItems, wrapped } from "./prose_text.js";

// Puts words in place of others, as one step of the field's own undo.
export function typeInto(input, { start, end, put, select }) {
  input.focus();
  input.setSelectionRange(start, end);
  const done = put ? document.execCommand?.("insertText", false, put) : document.execCommand?.("delete");
  if (!done) {
    input.setRangeText(put, start, end, "end");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (select) input.setSelectionRange(...select);
}

const PROSE_KEYS = {
  b: (text, start, end) => wrapped(text, start, end, "**"),
  i: (text, start, end) => wrapped(text, start, end, "*"),
  k: linked,
  "]": (text, start, end) => shiftItems(text, start, end, true),
  "[": (text, start, end) => shiftItems(text, start, end, false),
};

function changeFor(event, { value, selectionStart, selectionEnd }, lists) {
  if (event.isComposing) return null;
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (command) return PROSE_KEYS[event.key.toLowerCase()]?.(value, selectionStart, selectionEnd);
  const isPlain = event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return isPlain && lists ? nextItem(value, selectionStart, selectionEnd) : null;
}

// Tab always leaves the field; lists go deeper by Ctrl+] and back by Ctrl+[.
export function proseKeys(input, { lists }) {
  input.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const change = changeFor(event, input, lists);
    // JupyterLab, too, has a meaning for some of these keys.
    if (change || (command && event.key.toLowerCase() in PROSE_KEYS)) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (change) typeInto(input, change);
  });
}
