// The studio's own keys. None is one of JupyterLab's, of a browser's pages, or of a screen reader.

import { make } from "./dom.js";

const KEY_WORDS = [
  ["F6, Shift+F6", "Go to the next or the previous part: sections, form, the view beside it"],
  ["Alt+Page Down, Alt+Page Up", "Open the next or the previous section"],
  ["F8", "Go to the field that is missing next"],
  ["F9, Shift+F9", "Show the next or the previous view beside the form"],
  ["Up, Down, Home, End", "In the list of sections: walk through it; Enter opens"],
];

const STUDIO_KEYS = {
  F6: (studio, event) => studio.walk(event.shiftKey ? -1 : 1),
  F8: (studio) => studio.side.missing.openNext(),
  F9: (studio, event) => studio.side.step(event.shiftKey ? -1 : 1),
};
const WITH_ALT = {
  PageDown: (studio) => studio.step(1),
  PageUp: (studio) => studio.step(-1),
};
// JupyterLab forbids a field its undo from the moment it hears of the Control key.
const OWN_TO_FIELDS = new Set(["a", "c", "v", "x", "y", "z", "control", "meta"]);

// In the studio itself, and in the document of a frame, whose keys nobody outside hears of.
export function heedOwnKeys(studio, place) {
  // Who goes on with something else is not led away from it.
  const stay = () => { studio.side.missing.isAwaited = false; };
  for (const kind of ["keydown", "pointerdown", "focusin", "focusout"]) place.addEventListener(kind, stay, { capture: true });
  // Before a form stops them.
  place.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const work = (event.altKey ? WITH_ALT : STUDIO_KEYS)[event.key];
      if (!work) return;
      event.preventDefault();
      event.stopPropagation();
      work(studio, event);
    },
    { capture: true },
  );
}

export function heedStudioKeys(studio) {
  heedOwnKeys(studio, studio.root);
  studio.root.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (!command || OWN_TO_FIELDS.has(event.key.toLowerCase())) event.stopPropagation();
  });
}

export function keysHelp(id) {
  const entries = KEY_WORDS.flatMap(([keys, words]) => [make("dt", {}, keys), make("dd", {}, words)]);
  return make("div", { class: "ak-studio-keys", id, hidden: true }, make("h3", {}, "Keys"), make("dl", {}, ...entries));
}
