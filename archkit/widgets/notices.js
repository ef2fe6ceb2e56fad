// Notices: what was recovered, what this side and the other one both changed, what a merge left unfinished, and the
// buttons that decide.

import { make } from "./dom.js";

const CHOICES = { mine: "Keep mine", theirs: "Take theirs", both: "Keep both" };
const KEPT = { ours: "Keep ours", theirs: "Keep theirs", both: "Keep both" };

function press(at, words, done) {
  return make("button", { type: "button", class: "ak-add", "data-at": at, onclick: done }, words);
}

function said(title, words) {
  const text = words === null ? make("em", {}, "deleted") : words || make("em", {}, "empty");
  return [make("dt", {}, title), make("dd", {}, text)];
}

// Mine and theirs below each other, and a button for each way to settle it.
export function sides(at, { mine, theirs, choices }, choose) {
  const list = make("dl", { class: "ak-sides" }, ...said("Mine", mine), ...said("Theirs", theirs));
  const buttons = choices.map((choice) => press(`${at}:${choice}`, CHOICES[choice], () => choose(choice)));
  return [list, make("div", { class: "ak-choices" }, ...buttons)];
}

function clash(form, found) {
  const here = found.mine === null ? "deleted" : "changed";
  const there = found.theirs === null ? "deleted" : "changed";
  const both = here === there ? `${here} here and in the file` : `${here} here and ${there} in the file`;
  const name = found.field[0].toUpperCase() + found.field.slice(1);
  const words = `${name} was ${both}. The file is left alone until you choose.`;
  const choose = (choice) => form.change({ op: "settle", number: found.number, value: choice });
  const parts = sides(`clash:${found.number}`, found, choose);
  const label = `Changed on disk: ${found.field}`;
  return make("div", { class: "ak-notice", role: "group", "aria-label": label }, make("p", {}, words), ...parts);
}

// A section of the file with conflict markers in it: both texts, what differs in words, and a button for each way out.
function conflict(form, found) {
  const label = `Merge to finish in line ${found.line}`;
  const words = `A merge left conflict markers in line ${found.line} of the file. Keep one side here, or edit its text.`;
  const differing = make("ul", { class: "ak-changes" }, ...found.words.map((line) => make("li", {}, line)));
  const lead = make("p", {}, "What differs, from ours to theirs:");
  const choose = (value) => form.change({ op: "finish", number: found.number, value });
  const buttons = found.choices.map((choice) => press(`conflict:${found.number}:${choice}`, KEPT[choice], () => choose(choice)));
  const list = make("dl", { class: "ak-texts" }, side(found.titles[0], found.ours), side(found.titles[1], found.theirs));
  const parts = [make("p", {}, words), ...(found.words.length ? [lead, differing] : []), make("div", { class: "ak-choices" }, ...buttons)];
  return make("div", { class: "ak-notice", role: "group", "aria-label": label }, ...parts, list);
}

// A long text scrolls, also by keys.
function side(title, words) {
  const [term, text] = said(title, words || null);
  text.tabIndex = 0;
  return make("div", {}, term, text);
}

function recovered(form, lines) {
  const changes = make("ul", { class: "ak-changes", hidden: true });
  const show = press("recovered:show", "Show the difference", () => {
    if (!changes.hidden) return fold(true);
    form.wire.send({ op: "difference" }, (answer) => {
      const found = answer.lines?.length ? answer.lines : [answer.message || "Nothing that the document says."];
      changes.replaceChildren(...found.map((line) => make("li", {}, line)));
      fold(false);
    });
  });
  const fold = (hidden) => {
    changes.hidden = hidden;
    show.setAttribute("aria-expanded", String(!hidden));
  };
  fold(true);
  const keep = press("recovered:keep", "Keep", () => form.change({ op: "keep" }));
  const discard = press("recovered:discard", "Discard", () => form.change({ op: "discard" }));
  const buttons = make("div", { class: "ak-choices" }, keep, discard, show);
  const words = lines.map((line) => make("p", {}, line));
  return make("div", { class: "ak-notice ak-calm", role: "group", "aria-label": "Recovered" }, ...words, buttons, changes);
}

// The notices of a form, each drawn once and kept while it says the same.
export class Notices {
  constructor(form) {
    this.form = form;
    this.box = make("div", { class: "ak-notices" });
    this.shown = new Map();
  }

  show({ recovered: lines = [], clashes = [], conflicts = [] }) {
    const wanted = new Map(clashes.map((found) => [`${JSON.stringify(found)}`, () => clash(this.form, found)]));
    for (const found of conflicts) wanted.set(JSON.stringify(found), () => conflict(this.form, found));
    if (lines.length) wanted.set(JSON.stringify(lines), () => recovered(this.form, lines));
    const focused = this.box.contains(this.form.focus.active());
    for (const [key, element] of this.shown) {
      if (wanted.has(key)) continue;
      element.remove();
      this.shown.delete(key);
    }
    for (const [key, draw] of wanted) {
      if (this.shown.has(key)) continue;
      this.shown.set(key, draw());
      this.box.append(this.shown.get(key));
    }
    if (focused && !this.box.contains(this.form.focus.active())) (this.box.querySelector("button") ?? this.form.fold).focus();
  }
}
