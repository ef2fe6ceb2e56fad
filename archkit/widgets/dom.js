// Small words for making elements. Text goes in as text; nothing here reads HTML.

let given = 0;

const OWN = Math.random().toString(36).slice(2, 8);

export function freshId() {
  given += 1;
  // Each form has its own copy of this module, so a count alone would give two forms the same ids.
  return `archkit-${OWN}-${given}`;
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Gives an element these children; those that stay are not moved, and keep their focus and what is typed into them.
export function patchChildren(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}

export const tokenOf = (path) => JSON.stringify(path);

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// A text in one line, cut where a title would grow too long.
export function brief(text, limit = 90) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

const PLURALS = { criterion: "criteria" };

export function counted(count, noun) {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${PLURALS[noun] ?? noun.replace(/([^aeiou])y$/, "$1ie") + "s"}`;
}
