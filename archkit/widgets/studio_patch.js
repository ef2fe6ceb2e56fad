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

// Where the first tag of an element ends and the nodes directly inside it stand; null for what is not one whole element.
function outlineOf(text) {
  const tags = /<!--[^]*?-->|<(\/?)([a-z][^\s/>]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;
  const first = tags.exec(text);
  if (!first || first.index || first[1] || !first[2]) return null;
  const outline = { name: first[2], tagEnd: tags.lastIndex, inner: [] };
  const open = [outline.name];
  let begin = outline.tagEnd;
  const close = (name, end) => {
    if (end > begin) outline.inner.push({ name, begin, end });
    begin = end;
  };
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [all, isEnd, name] = tag;
    const isWhole = !name || (!isEnd && (VOID.test(name) || all.endsWith("/>")));
    if (isEnd && open.pop() !== name) return null;
    if (open.length < 2 && (!isEnd || !open.length)) close("#text", tag.index);
    if (!open.length) return tags.lastIndex === text.length ? outline : null;
    if (open.length === 1 && (isEnd || isWhole)) close(name ?? "#comment", tags.lastIndex);
    if (!isEnd && !isWhole) open.push(name);
  }
  return null;
}

// The text of a node. What is remembered of it are places, as a part of a text would keep all of it in memory.
export class PageText {
  constructor(text, place = {}) {
    this.text = text;
    this.place = place;
  }

  get name() {
    return this.place.name;
  }

  get outline() {
    if (this.place.outline === undefined) this.place.outline = outlineOf(this.text);
    return this.place.outline;
  }

  get tag() {
    return this.text.slice(0, this.outline.tagEnd);
  }

  inner() {
    return this.outline.inner.map((place) => new PageText(this.text.slice(place.begin, place.end), place));
  }

  // Whether another one is the same; what is known of that is known of this then, too.
  is(other) {
    if (this.text !== other.text) return false;
    this.place.outline ??= other.place.outline;
    return true;
  }
}

// Nothing in it is loaded or run, whatever the text.
const still = document.implementation.createHTMLDocument("");

// The nodes of a text as they are read inside an element: rows in a table, shapes in a drawing.
function nodesOf(text, parent) {
  const box = still.importNode(parent, false);
  box.innerHTML = text;
  return [...box.childNodes];
}

function areThese(nodes, texts) {
  return nodes.length === texts.length && texts.every(({ name }, at) => nodes[at].nodeName.toLowerCase() === name.toLowerCase());
}

// Returns the element that stands there afterwards.
export function patchElement(element, had, text) {
  if (had && text.is(had)) return element;
  const isLong = had && text.text.length > SHORT;
  if (!isLong || !text.outline || had.outline?.name !== text.outline.name) return morphInto(element, text);
  const [nodes, from] = [[...element.childNodes], had.inner()];
  if (!areThese(nodes, from)) return morphInto(element, text);
  if (had.tag !== text.tag) morphAttributes(element, nodesOf(`${text.tag}</${text.outline.name}>`, element.parentNode)[0]);
  patchInside(element, nodes, from, text.inner());
  return element;
}

// Mostly it is one node; what is read as more than one or as none, such as a line break that begins a `pre`, is so here, too.
function morphInto(node, { text }) {
  const [wanted, ...more] = nodesOf(text, node.parentNode);
  if (!wanted) return node.remove();
  const put = morph(node, wanted);
  put.after(...more.map((one) => put.ownerDocument.importNode(one, true)));
  return put;
}

// What is the same at both ends stays; between them nodes are patched in place, put in or taken out at the end.
function patchInside(parent, nodes, from, to) {
  let start = 0;
  while (start < from.length && start < to.length && to[start].is(from[start])) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && to[to.length - 1 - end].is(from[from.length - 1 - end])) end += 1;
  const next = nodes[nodes.length - end] ?? null;
  const [lastFrom, lastTo] = [from.length - end, to.length - end];
  for (let at = start; at < Math.min(lastFrom, lastTo); at += 1) {
    if (from[at].name === to[at].name) patchElement(nodes[at], from[at], to[at]);
    else morphInto(nodes[at], to[at]);
  }
  for (const node of nodes.slice(Math.max(start, lastTo), lastFrom)) node.remove();
  const more = to.slice(Math.max(start, lastFrom), lastTo).map(({ text }) => text);
  for (const node of more.length ? nodesOf(more.join(""), parent) : []) parent.insertBefore(parent.ownerDocument.importNode(node, true), next);
}
