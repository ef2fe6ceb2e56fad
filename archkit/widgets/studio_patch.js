// Gives an element of the page the text that it has now, where the text before it is known: what is the same is not read.

import { morph, morphAttributes } from "./studio_morph.js";

// A shorter text is read as a whole.
const SHORT = 1500;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

// What is new of a text, put together with the lines that stay; a whole text stands for itself.
export function linesJoined(runs, before = "") {
  if (typeof runs === "string") return runs;
  const old = before.split("\n");
  return runs.flatMap((run) => (typeof run === "string" ? [run] : old.slice(run[0], run[1]))).join("\n");
}

// The nodes directly inside an element, as texts with their names; null for what is not one element, all of it closed.
export function nodesInside(text) {
  const tags = /<!--[^]*?-->|<(\/?)([a-z][^\s/>]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
  const opening = tags.exec(text);
  if (!opening || opening.index || opening[1] || !opening[2]) return null;
  const open = [opening[2]];
  const inner = [];
  // Where the node begins that is being read.
  let begin = tags.lastIndex;
  const close = (name, end) => {
    if (end > begin) inner.push({ name, text: text.slice(begin, end) });
    begin = end;
  };
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [all, isEnd, name] = tag;
    const isWhole = !name || (!isEnd && (VOID.test(name) || all.endsWith("/>")));
    if (isEnd && open.pop() !== name) return null;
    if (!open.length) {
      close("#text", tag.index);
      return tags.lastIndex === text.length ? { tag: opening[0], name: opening[2], inner } : null;
    }
    if (open.length === 1 && !isEnd) close("#text", tag.index);
    if (open.length === 1 && (isEnd || isWhole)) close(name ?? "#comment", tags.lastIndex);
    if (!isEnd && !isWhole) open.push(name);
  }
  return null;
}

// Nothing in it is loaded or run, whatever the text.
const still = document.implementation.createHTMLDocument("");

// The nodes of a text as they are read inside an element: rows in a table, shapes in a drawing.
function nodesOf(text, parent) {
  const box = still.importNode(parent, false);
  box.innerHTML = text;
  return [...box.childNodes];
}

function areThese(nodes, found) {
  return nodes.length === found.length && found.every(({ name }, at) => nodes[at].nodeName.toLowerCase() === name.toLowerCase());
}

// Returns the element that stands there afterwards.
export function patchElement(element, had, text) {
  if (had === text) return element;
  const [from, to] = had && text.length > SHORT ? [nodesInside(had), nodesInside(text)] : [];
  const nodes = [...element.childNodes];
  if (!from || !to || from.name !== to.name || !areThese(nodes, from.inner)) return morphInto(element, text);
  if (from.tag !== to.tag) morphAttributes(element, nodesOf(`${to.tag}</${to.name}>`, element.parentNode)[0]);
  patchInside(element, nodes, from.inner, to.inner);
  return element;
}

// Mostly it is one node; what is read as more than one or as none, such as a line break that begins a `pre`, is so here, too.
function morphInto(node, text) {
  const [wanted, ...more] = nodesOf(text, node.parentNode);
  if (!wanted) return node.remove();
  const put = morph(node, wanted);
  put.after(...more.map((one) => put.ownerDocument.importNode(one, true)));
  return put;
}

// What is the same at both ends stays; between them nodes are patched in place, put in or taken out at the end.
function patchInside(parent, nodes, from, to) {
  let start = 0;
  while (start < from.length && start < to.length && from[start].text === to[start].text) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end].text === to[to.length - 1 - end].text) end += 1;
  const next = nodes[nodes.length - end] ?? null;
  const [lastFrom, lastTo] = [from.length - end, to.length - end];
  for (let at = start; at < Math.min(lastFrom, lastTo); at += 1) {
    if (from[at].text === to[at].text) continue;
    if (from[at].name === to[at].name) patchElement(nodes[at], from[at].text, to[at].text);
    else morphInto(nodes[at], to[at].text);
  }
  for (const node of nodes.slice(Math.max(start, lastTo), lastFrom)) node.remove();
  const more = to.slice(Math.max(start, lastFrom), lastTo).map(({ text }) => text);
  for (const node of more.length ? nodesOf(more.join(""), parent) : []) parent.insertBefore(parent.ownerDocument.importNode(node, true), next);
}
