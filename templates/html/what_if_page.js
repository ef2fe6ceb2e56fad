// Controls that try other weights, musts and correlations on this page. Without it the page is complete.
const data = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
const main = document.querySelector("main");
const table = (label) => main.querySelector(`[aria-label="${label}"] table`);
const make = (name, attributes = {}, ...children) => {
  const isDrawn = ["svg", "rect", "path", "title"].includes(name);
  const made = isDrawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const scale = (text, look = "") => make("span", { class: `scale${look}` }, text);
const percent = (share) => `${fixed(100 * share, 0)} %`;
const tidy = (value) => String(+value.toFixed(2));

const scores = table("Table of scores");
const contributions = table("Table of contributions to the scores");
const figure = contributions && contributions.closest("figure");
const verdict = main.querySelector("p.verdict");
const reasons = verdict && verdict.nextElementSibling.matches("ul") ? verdict.nextElementSibling : null;
const totals = data.effort && table("Table of totals");
const curve = totals && totals.closest("figure");
const ranges = data.effort && table("Table of effort by option");
const headings = verdict ? [...verdict.parentElement.querySelectorAll(":scope > h4")] : [];
const later = headings.filter((it) => verdict.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
if (figure) later.push(...figure.querySelectorAll(":scope > .note"));
const captions = totals ? [...curve.parentElement.querySelectorAll("figcaption, summary")] : [];
const unmoved = captions.filter((it) => /^(What makes|The curve as)/.test(it.textContent));
if (curve) unmoved.push(curve.querySelector(".note"));

// What changes is drawn from what the document says, which is kept here.
const kept = [
  scores,
  contributions,
  figure && figure.querySelector(".bars"),
  figure && figure.querySelector(".legend"),
  verdict,
  reasons,
  totals,
  curve && curve.querySelector("figcaption"),
  curve && curve.querySelector("svg"),
  ranges,
  ranges && ranges.closest("figure").querySelector(".bars"),
  ...main.querySelectorAll("dl.totals"),
  ...later,
  ...unmoved,
]
  .filter(Boolean)
  .map((it) => [it, [...it.childNodes].map((node) => node.cloneNode(true))]);
const nothing = () => ({ weights: {}, open: new Set(), correlation: null });
const written = compare(data, nothing());
let state = nothing();

const words = () => [
  ...Object.keys(state.weights).map(
    (at) => `${data.weighed} of ${data.weights[at].name} ${change(at)}`,
  ),
  ...[...state.open].map((at) => `must “${data.gates[at].name}” does not count`),
  ...(state.correlation === null ? [] : [`correlation ${data.effort.correlation} → ${state.correlation}`]),
];
const change = (at) => {
  const { given } = data.weights[at];
  const before = typeof given === "number" ? tidy(given) : data.raters.length ? "not agreed" : "not known";
  return at in state.weights ? `${before} → ${tidy(state.weights[at])}` : before;
};
