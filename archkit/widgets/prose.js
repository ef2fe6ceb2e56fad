// A field of prose is pleasant to write: citations by a bracket, keys for marks, a panel that tells the marks, drawings.

import { freshId, make } from "./dom.js";
import { ProseCitations } from "./prose_citations.js";
import { proseDrawings } from "./prose_diagrams.js";
import { proseKeys } from "./prose_keys.js";

const WRITTEN = new Set(["prose", "markdown"]);
const CLAIMED = new Set(["area"]);

const MARKDOWN_HELP = [
  ["[F2]", "cites a finding; type [ and a few letters"],
  ["**bold**", "Ctrl+B"],
  ["*italic*", "Ctrl+I"],
  ["[words](address)", "Ctrl+K"],
  ["- item  or  1. item", "Enter continues; Ctrl+] and Ctrl+[ go deeper and back"],
  ["`code`", "names in the code"],
  ["```mermaid", "a flowchart, drawn below"],
];

function helpButton(control) {
  const rows = MARKDOWN_HELP.flatMap(([mark, words]) => [make("dt", {}, make("code", {}, mark)), make("dd", {}, words)]);
  const panel = make("dl", { class: "ak-marks", id: freshId(), hidden: true }, ...rows);
  const label = `Markdown help for ${control.name}`;
  const attributes = { type: "button", class: "ak-marks-button", "aria-label": label, title: "Markdown help" };
  const open = (isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const button = make("button", { ...attributes, "aria-expanded": "false", "aria-controls": panel.id }, "?");
  button.addEventListener("click", () => open(panel.hidden));
  button.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
  return [button, panel];
}

// Makes a control of a form one that is pleasant to write in, if it holds prose.
export function proseful(form, control) {
  const { control: sort, cites } = control.column;
  const isWritten = WRITTEN.has(sort);
  if (control.input.tagName !== "TEXTAREA" || !(isWritten || CLAIMED.has(sort))) return;
  if (!cites) control.citations = new ProseCitations(form, control);
  proseKeys(control.input, { lists: isWritten });
  if (!isWritten) return;
  control.element.classList.add("ak-written");
  control.element.append(...helpButton(control));
  control.input.placeholder ||= "Markdown. Type [ to cite a finding.";
  proseDrawings(form, control);
}
