// Widths of a grid's columns: as they would like to be, or as narrow as their room asks for.

import { shownText, titleOf } from "./grid_columns.js";

const WIDTHS = { number: 92, ratio: 88, date: 116, weight: 88, choice: 116, likelihood: 120, impact: 116, details: 180 };
const NARROWEST = 84;
const WIDEST = 210;
const TEXT = 220;
const LONG = 130;
// Beside a text: its padding and its line; and the sign of a list of choices.
const BESIDE = 14;
const SIGN = 10;

// What the number of a row takes: three digits, or as many as there are.
export const numberWidth = (count) => 36 + 10 * Math.max(0, String(count).length - 3);

// What a column needs at least, where there is little room: two buttons above a score, a few words of a text.
const SCORE_LEAST = 56;
const TEXT_LEAST = 190;
const CHOICE_LEAST = 120;
const BESIDE_SCORES = { label: 100, cell: 82, line: 82 };

// Widths in pixels, made from the titles and the first rows; a text takes what is left, at least its width.
export function widthsOf(columns, rows, room = 0, beside = numberWidth(rows.length)) {
  const some = rows.slice(0, 100);
  const texts = columns.map((column, index) => some.map((row) => shownText(column, row.cells[index])));
  const wanted = columns.map((column, index) => wantedWidth(column, texts[index]));
  const total = beside + sum(wanted.map(({ width }) => width));
  if (!room || total <= room) return wanted;
  const hasScores = columns.some((column) => column.kind === "score");
  const least = columns.map((column, index) => leastWidth(column, wanted[index], hasScores, texts[index]));
  // All give the same share of what they can spare.
  const share = Math.min(1, (total - room) / Math.max(1, total - beside - sum(least)));
  return wanted.map(({ width }, index) => ({ width: Math.floor(width - share * (width - least[index])), takesMore: false }));
}

const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
const longestOf = (texts) => Math.max(0, ...texts.map((text) => text.length));
const buttonsIn = (column) => (column.own ? 150 : 0);

// Letters of 13 pixels in one of the widest fonts, so that words fit in any; titles are bold.
const LETTERS = [[/[iIjl.,:;'|!]/, 4], [/[ftr\-/()[\]"]/, 5.5], [/[mwMW@%]/, 12], [/[A-HJ-LN-VX-Z]/, 9]];
const BOLD = 1.12;
const letterWidth = (letter) => LETTERS.find(([sort]) => sort.test(letter))?.[1] ?? 8;
const widthOf = (word) => sum([...word].map(letterWidth));
const longestWord = (texts) => Math.max(0, ...texts.flatMap((text) => text.split(/[\s-]+/)).map(widthOf));
const titleWord = (column) => longestWord([titleOf(column)]) * BOLD + BESIDE;

function wantedWidth(column, texts) {
  const buttons = column.kind === "score" ? 76 : buttonsIn(column);
  const least = Math.max(NARROWEST, buttons, titleWord(column));
  if (column.kind === "score") return { width: Math.min(Math.max(least, column.title.length * 4.5), 150), takesMore: false };
  const longest = longestOf([...texts, ...column.choices.map(([, shown]) => shown)]);
  // Details that nobody wrote ask for no more room than their title.
  if (WIDTHS[column.kind] && (longest || column.kind !== "details")) return { width: Math.max(least, WIDTHS[column.kind]), takesMore: false };
  if (column.kind === "details") return { width: least, takesMore: false };
  const wanted = Math.max(least, longest * 7 + 24);
  if (column.choices.length || (column.kind === "label" && longest)) return { width: Math.min(wanted, WIDEST), takesMore: false };
  if (longest && wanted <= 160) return { width: Math.max(wanted, 100), takesMore: false };
  return { width: longest > LONG ? 1.3 * TEXT : TEXT, takesMore: true };
}

// No word is broken that has a chance to stand on one line.
function leastWidth(column, { width }, hasScores, texts) {
  const words = longestWord(texts) + BESIDE + (column.choices.length ? SIGN : 0);
  if (column.kind === "score") return Math.min(width, Math.max(SCORE_LEAST, Math.min(Math.max(words, (titleWord(column) - BESIDE) * 0.93 + 8), 96)));
  if (WIDTHS[column.kind] && column.kind !== "details") return Math.min(width, Math.max(52, words, titleWord(column)));
  const asked = (hasScores && BESIDE_SCORES[column.kind]) || (column.choices.length ? Math.max(words, titleWord(column), CHOICE_LEAST) : TEXT_LEAST);
  return Math.min(width, Math.max(asked, buttonsIn(column)));
}
