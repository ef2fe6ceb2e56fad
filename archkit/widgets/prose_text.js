// Words of prose: pure functions of a text and a caret. Each returns what is replaced by what, or null for nothing.

const LIST_MARK = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)(\[[ xX]\]\s+)?/;

const lineStart = (text, at) => text.lastIndexOf("\n", at - 1) + 1;

function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

// Whether a place stands inside a fenced block.
export function isInFence(text, at) {
  const before = text.slice(0, lineStart(text, at)).split("\n");
  let fence = "";
  for (const line of before) {
    const found = line.match(/^\s{0,3}(`{3,}|~{3,})/)?.[1];
    if (!fence && found) fence = found;
    else if (fence && found?.startsWith(fence) && !line.trim().slice(found.length)) fence = "";
  }
  return Boolean(fence);
}

// Enter in a list: the next item begins, and an empty one ends the list.
export function nextItem(text, start, end) {
  const from = lineStart(text, start);
  const found = text.slice(from, start).match(LIST_MARK);
  if (!found || isInFence(text, start)) return null;
  const rest = text.slice(from + found[0].length, lineEnd(text, end));
  if (!rest.trim() && start === end) return { start: from, end: lineEnd(text, end), put: "" };
  const number = parseInt(found[2], 10);
  const mark = Number.isNaN(number) ? found[2] : `${number + 1}${found[2].at(-1)}`;
  const box = found[4] ? "[ ] " : "";
  return { start, end, put: `\n${found[1]}${mark}${found[3]}${box}` };
}

// Deeper into a list, or out of it: every line that is touched.
export function shiftItems(text, start, end, deeper) {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const lines = text.slice(from, to).split("\n");
  if (!lines.some((line) => LIST_MARK.test(line))) return null;
  const shifted = lines.map((line) => (deeper ? (line ? `  ${line}` : line) : line.replace(/^ {1,2}|^\t/, "")));
  const put = shifted.join("\n");
  if (put === lines.join("\n")) return null;
  const moved = shifted[0].length - lines[0].length;
  return { start: from, end: to, put, select: [Math.max(from, start + moved), Math.max(from, end + put.length - (to - from))] };
}

// Marks around what is selected; once more takes them away.
export function wrapped(text, start, end, mark) {
  const { length } = mark;
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const from = start + (words.trim() ? lead : 0);
  const to = words.trim() ? from + words.trim().length : end;
  const inner = text.slice(from, to);
  const isBare = (one, other) => mark.length === 2 || (one !== "*" && other !== "*") || (one === "*" && text.slice(from - 3, from) === "***");
  if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark && isBare(text[from - length - 1], text[to + length])) {
    return { start: from - length, end: to + length, put: inner, select: [from - length, to - length] };
  }
  return { start: from, end: to, put: `${mark}${inner}${mark}`, select: [from + length, to + length] };
}

// A link: its address is selected, or its words where an address was.
export function linked(text, start, end) {
  const words = text.slice(start, end).trim();
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(words);
  const put = isAddress ? `[](${words})` : `[${words}](https://)`;
  const at = isAddress || !words ? start + 1 : start + words.length + 3;
  const to = isAddress || !words ? at : at + "https://".length;
  return { start, end, put, select: [at, to] };
}

// The mermaid texts of a prose; the last may still be open.
export function mermaidTexts(text) {
  if (!/mermaid/i.test(text)) return [];
  const found = [];
  let open = null;
  for (const line of text.split("\n")) {
    const fence = line.match(/^\s{0,3}(`{3,}|~{3,})\s*(.*)$/);
    if (open && fence && fence[1].startsWith(open.fence) && !fence[2].trim()) {
      if (open.lines) found.push(open.lines.join("\n"));
      open = null;
    } else if (open) open.lines?.push(line);
    else if (fence) open = { fence: fence[1], lines: /^\{?\.?mermaid\b/i.test(fence[2]) ? [] : null };
  }
  if (open?.lines?.some((line) => line.trim())) found.push(open.lines.join("\n"));
  return found;
}

// What is being cited in front of a caret: where its bracket stands, and what was typed behind it.
export function citationBefore(text, caret) {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const found = before.match(/(^|[^\\\]!])\[([^[\]\n]{0,40})$/);
  if (!found || isInFence(text, caret)) return null;
  return { start: caret - found[2].length - 1, words: found[2] };
}

// Findings that fit what was typed, best first: ids that begin so, words that begin so, any place.
export function fittingFindings(findings, typed) {
  const words = typed.trim().toLowerCase();
  const rank = ([id, text]) => {
    if (id.toLowerCase().startsWith(words)) return 0;
    const place = ` ${text.toLowerCase()}`.indexOf(words);
    return place < 0 ? 3 : ` ${text.toLowerCase()}`.includes(` ${words}`) ? 1 : 2;
  };
  const ranked = findings.map((one, at) => ({ one, at, rank: rank(one) })).filter((found) => found.rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map((found) => found.one);
}
