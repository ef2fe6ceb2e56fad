// Blocks of cells as text: what a spreadsheet puts on the clipboard, and what it takes from there.

// A mark of a list: a bullet, a number or a letter with its point or bracket, a box to tick.
const MARK = /^\s*(?:[-*+•◦▪‣–—]|\(?\d{1,4}[.)]|\(?[a-zA-Z][.)])\s+(?:\[[ xX]\]\s+)?/;

// What was copied elsewhere, as rows of texts; a list is lines without cells.
export function readBlock(text, html = "") {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\0/g, "");
  if (plain.includes("\t") || /<(table|tr|td)[\s>]/i.test(html)) return { isList: false, rows: readCells(plain) };
  const lines = plain.split("\n").filter((line) => line.trim());
  if (lines.length < 2) return { isList: false, rows: [[plain.trim()]] };
  const marked = lines.filter((line) => MARK.test(line)).length;
  // One dash at the begin of a line is a dash; marks on most of the lines are a list's.
  const bare = marked * 2 > lines.length ? lines.map((line) => line.replace(MARK, "")) : lines;
  return { isList: true, isMarked: marked * 2 > lines.length, rows: bare.map((line) => [line.trim()]) };
}

// Cells are parted by tabs; one that begins with a quote may hold tabs, line breaks and doubled quotes.
function readCells(text) {
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted ? quoted.end : plainEnd(text, at);
    rows.at(-1).push(quoted ? quoted.value : text.slice(at, end));
    at = end + 1;
    if (text[end] === "\n" && at < text.length) rows.push([]);
    else if (text[end] !== "\t") break;
  }
  return rows;
}

function plainEnd(text, at) {
  const ends = ["\t", "\n"].map((sign) => text.indexOf(sign, at)).filter((index) => index >= 0);
  return ends.length ? Math.min(...ends) : text.length;
}

// The cell that begins with the quote at `at`; null where that quote is only a sign.
function quotedCell(text, at) {
  let value = "";
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return null;
    value += text.slice(from, close);
    if (text[close + 1] === '"') value += '"';
    else return close + 1 === text.length || "\t\n".includes(text[close + 1]) ? { value, end: close + 1 } : null;
    from = close + 2;
  }
}

const cellText = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const asTsv = (rows) => rows.map((row) => row.map(cellText).join("\t")).join("\n");

// Spreadsheets keep line breaks in cells when there is a table; it also tells a copied column from a list of lines.
export function asHtml(rows) {
  const cells = (row) => row.map((text) => `<td>${escaped(text).replaceAll("\n", "<br>")}</td>`).join("");
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
