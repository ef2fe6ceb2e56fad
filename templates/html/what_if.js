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

const drawScores = (found) => {
  const [rows, last] = [[...scores.tBodies[0].rows], scores.tFoot];
  data.order.forEach(([isGate, at], row) => {
    const cell = rows[row].cells[1];
    if (isGate && state.open.has(at)) cell.append(scale("does not count"));
    if (isGate || !Object.keys(state.weights).length) return;
    const given = at in state.weights || typeof data.weights[at].given !== "number" ? scale(change(at)) : "";
    cell.replaceChildren(percent(found.shares[at]), given || cell.querySelector(".scale") || "");
  });
  if (!last) return;
  const row = (name) => [...last.rows].find((it) => it.cells[0].textContent.startsWith(name));
  const ranked = row("Rank") || row("Weighted").insertAdjacentElement("afterend", row("Weighted").cloneNode(true));
  ranked.className = "";
  ranked.cells[0].textContent = "Rank";
  data.columns.forEach((place, column) => {
    const option = found.options[place];
    if (!option) return;
    const [cell, rank] = [row("Weighted").cells[column + 2], ranked.cells[column + 2]];
    const score = option.score === null ? "" : make("strong", {}, fixed(option.score, 2));
    cell.replaceChildren(option.out.length ? make("span", { class: "chip bad" }, "out") : score);
    if (!option.out.length && interval(option)) cell.append(scale(interval(option)));
    if (score && pending(option)) cell.append(scale("if its open must is met", " pending"));
    rank.textContent = option.rank || "–";
  });
};

const interval = (option) => {
  const ends = option.score === null ? ["", ""] : [fixed(option.from, 2), fixed(option.to, 2)];
  return ends[0] === ends[1] ? "" : ends.join("–");
};

const pending = ({ out, unanswered }) => {
  if (out.length || !unanswered.length) return "";
  return unanswered.length > 1 ? `${unanswered.length} musts are open` : "a must is open";
};

const colours = data.weights.map((_, at) => at).sort((a, b) => !written.shares[a] - !written.shares[b] || a - b);
const colour = (at) => (colours.indexOf(at) % 24) + 1;

const drawBars = (found) => {
  const shown = found.options.filter((option) => option.score !== null);
  shown.sort((a, b) => !!a.out.length - !!b.out.length || b.score - a.score);
  const counted = data.weights.map((_, at) => at).filter((at) => found.shares[at]);
  const adds = (option, at) => found.shares[at] * option.middle[at];
  figure.querySelector(".bars").replaceChildren(...shown.map((option) => bar(option, counted, adds)));
  const key = (at) =>
    make("li", {}, make("svg", { class: "swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
      make("rect", { class: `fill-${colour(at)}`, width: 10, height: 10 })), data.weights[at].name);
  const legend = figure.querySelector(".legend");
  if (legend) legend.replaceChildren(...counted.map(key));
  const line = (kind, name, texts, look = "") =>
    make("tr", { class: look }, make("th", { scope: kind === "th" ? "col" : "row" }, name),
      ...texts.map((text) => make(kind, kind === "th" ? { scope: "col", class: "right" } : { class: "right" }, text)));
  contributions.tHead.replaceChildren(line("th", "Criterion", shown.map((option) => option.name)));
  contributions.tBodies[0].replaceChildren(
    ...counted.map((at) => line("td", data.weights[at].name, shown.map((option) => fixed(adds(option, at), 3)))));
  contributions.tFoot.replaceChildren(line("td", "Sum", shown.map((option) => fixed(option.score, 3)), "result"));
};

const bar = (option, counted, adds) => {
  const isOut = option.out.length > 0;
  const between = interval(option);
  const text = isOut ? "out" : fixed(option.score, 2);
  const note = pending(option);
  const label = `${option.name}: ${text}` + (between && `, between ${between}`) + (note && `, ${note}`);
  const svg = make("svg", { class: "bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", role: "img", "aria-label": label },
    make("title", {}, label), make("rect", { class: "track", width: 100, height: 14 }));
  let start = 0;
  for (const at of counted) {
    const width = 100 * adds(option, at);
    const [isOpen, too] = data.weights[at].values[option.place] === null ? [" open", ", not known"] : ["", ""];
    const title = make("title", {}, `${data.weights[at].name}: ${fixed(width / 100, 2)}${too}`);
    const look = `segment fill-${colour(at)}${isOpen}`;
    if (width > 0) svg.append(make("rect", { class: look, x: fixed(start, 2), width: fixed(width, 2), height: 14 }, title));
    start += width;
  }
  const [low, high] = [fixed(100 * option.from, 2), fixed(100 * option.to, 2)];
  if (between) svg.append(make("path", { class: "whisker", d: `M${low} 15V20M${low} 17.5H${high}M${high} 15V20` }));
  const beside = make("p", { class: "bar-value" }, text);
  if (between && !isOut) beside.append(" ", scale(between));
  if (note) beside.append(" ", scale(note, " pending"));
  const before = written.options[option.place].rank;
  if (before !== option.rank) beside.append(scale(`rank ${option.rank || "–"}, was ${before || "–"}`));
  return make("div", { class: `bar-row${isOut ? " out" : ""}` }, make("p", { class: "bar-name" }, option.name), svg, beside);
};

const outcome = (found) => {
  const { kind, leaders, lead, next } = standing(found);
  const names = leaders.map((option) => option.name);
  const rest = names.slice(1).join(", ");
  if (!names.length) return [kind, "No option with a score passes every must."];
  if (names.length === 1 && lead === undefined) return [`${names[0]} is the only option that can be ranked`, ""];
  if (kind === "ahead") return [`${names[0]} is ahead`, `${names[0]} scores ${fixed(lead, 2)} more than ${next.name}, the next one.`];
  if (kind === "close call") return [`close call: ${names[0]} before ${rest}`, `The lead is ${fixed(lead, 2)}.`];
  return [`no clear winner: ${names[0]} and ${rest}`, "The lead is under 0.01."];
};

const chip = (it) => it.append(" ", make("span", { class: "chip" }, "as in the document"));

const drawComparison = () => {
  const found = compare(data, state);
  drawScores(found);
  if (figure) drawBars(found);
  const [first, then] = outcome(found);
  if (verdict) verdict.replaceChildren(make("strong", {}, `What if: ${first}`));
  if (reasons)
    reasons.replaceChildren(make("li", {},
      `${then} Here the rule counts leads, intervals, raters and single weights; what it draws stays in the document.`));
  later.forEach(chip);
  const ranks = found.playing.map((option) => `${option.name} rank ${option.rank}, ${fixed(option.score, 2)}`);
  return [first, ranks.join("; ")].filter(Boolean).join(". ");
};

const drawEffort = () => {
  const { effort } = data;
  const at = (row) => percentiles(row, effort, state.correlation);
  effort.rows.forEach((row, place) => {
    if (row) at(row).forEach((days, column) => (totals.tBodies[0].rows[place].cells[column + 2].textContent = fixed(days, 1)));
  });
  const total = effort.rows.at(-1);
  const days = at(total);
  const text = days.map((value, place) => `P${[10, 50, 80, 90][place]} ${grouped(value)}`);
  const svg = curve.querySelector("svg");
  svg.setAttribute("aria-label", `What if: ${text.join(", ")}`);
  curve.querySelector("figcaption").textContent =
    `What if: chance that the total takes at most so many working days: ${text.join(", ")}`;
  for (const dl of main.querySelectorAll("dl.totals dd"))
    dl.textContent = dl.textContent.replace(/(80 % chance of at most )[\d.]+/, `$1${fixed(days[2], 1)}`);
  drawCurve(svg, total, days, text);
  effort.options.forEach(([place, row]) => {
    const column = data.columns.indexOf(place);
    const p80 = scores && [...scores.tFoot.rows].find((it) => it.textContent.startsWith("Effort"));
    const cell = p80 && column >= 0 && p80.cells[column + 2].querySelector(".scale");
    if (cell) cell.textContent = `≤ ${fixed(at(row)[2], 1)}`;
  });
  if (ranges) effort.drawn.forEach((place, line) => drawRange(line, effort.options[place][1], at(effort.options[place][1])));
  unmoved.forEach(chip);
  return `Total: ${text.join(", ")} days`;
};

// The drawing's own marks say which place is how many days, and how likely.
const drawCurve = (svg, total, days, text) => {
  const marks = [...svg.querySelectorAll("circle.point")];
  const place = (mark, name) => +mark.getAttribute(name);
  const line = (from, to, one, two) => (value) => from + ((value - one) * (to - from)) / (two - one);
  const [p10, p90] = [marks[0], marks[3]];
  const x = line(place(p10, "cx"), place(p90, "cx"), total[1][0], total[1][3]);
  const back = line(total[1][0], total[1][3], place(p10, "cx"), place(p90, "cx"));
  const chance = line(0.1, 0.9, place(p10, "cy"), place(p90, "cy"));
  const move = moved(total, data.effort.correlation, state.correlation);
  const inside = (value) => fixed(Math.min(360, Math.max(42, value)), 1);
  const path = svg.querySelector(".curve");
  const points = path.getAttribute("d").slice(1).split("L").map((point) => point.split(" ").map(Number));
  const places = points.map(([across, up]) => {
    const q = Math.min(0.999, Math.max(0.001, chance(up)));
    const z = 4.91 * (q ** 0.14 - (1 - q) ** 0.14);
    return `${inside(x(move(back(across), (z * z - 1) / 6)))} ${up}`;
  });
  path.setAttribute("d", `M${places.join("L")}`);
  const labels = [...svg.querySelectorAll("text.words")];
  marks.forEach((mark, at) => {
    mark.setAttribute("cx", inside(x(days[at])));
    mark.querySelector("title").textContent = text[at];
    labels[at].setAttribute("x", +inside(x(days[at])) + 8);
    labels[at].textContent = text[at];
  });
  [svg.querySelector(".square"), ...labels.slice(4)].forEach((it) => it && it.remove());
};

const drawRange = (line, row, days) => {
  const cells = ranges.tBodies[0].rows[line].cells;
  days.forEach((value, at) => (cells[at + 2].textContent = fixed(value, 1)));
  const box = ranges.closest("figure").querySelectorAll(".bar-row")[line];
  const drawn = box.querySelector(".range");
  const [start, width] = [+drawn.getAttribute("x"), +drawn.getAttribute("width")];
  if (!(width > 0)) return;
  const [first, , , final] = row[1];
  const x = (value) => Math.min(100, Math.max(0, start + ((value - first) * width) / (final - first)));
  drawn.setAttribute("x", fixed(x(days[0]), 2));
  drawn.setAttribute("width", fixed(x(days[3]) - x(days[0]), 2));
  const spoken = `P10 ${grouped(days[0])}, P50 ${grouped(days[1])}, P80 ${grouped(days[2])}, P90 ${grouped(days[3])} days`;
  for (const it of [box.querySelector("svg"), box.querySelector("title")]) {
    const name = `${box.querySelector(".bar-name").textContent}: ${spoken}`;
    if (it.tagName === "svg") it.setAttribute("aria-label", name);
    else it.textContent = name;
  }
  const lines = [...box.querySelectorAll(".whisker")];
  lines.slice(-2).forEach((it, at) => it.setAttribute("d", at ? `M${fixed(x(days[2]), 2)} 2V18` : `M${fixed(x(days[1]), 2)} 0V20`));
  box.querySelector(".bar-value").textContent = `${fixed(days[0], 0)}–${fixed(days[3], 0)} days`;
};

// The line that says what differs, and what is read aloud when the hand rests.
const told = make("span");
const spoken = make("p", { class: "what-if-said", role: "status" });
const link = make("a", { href: "#" }, "Link with these settings");
const button = (text, press) => {
  const made = make("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
};
const copy = button("Copy link", async () => {
  try {
    await navigator.clipboard.writeText(link.href);
    say("The link is copied.");
  } catch {
    link.focus();
    say("Copying is not allowed here; copy the address of the link beside.");
  }
});
const notice = make("div", { class: "what-if-notice", hidden: "" }, make("p", {}, make("strong", {}, "What if: "), told),
  make("p", { class: "what-if-press" }, button("Reset", () => { set(nothing()); panels[0].querySelector("summary").focus(); }), copy, link));
let timer = 0;
const say = (text) => {
  clearTimeout(timer);
  timer = setTimeout(() => (spoken.textContent = text), 400);
};

const controls = [];
const render = () => {
  for (const [it, nodes] of kept) it.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
  if (curve) curve.querySelector("svg").setAttribute("aria-label", drawn);
  const isOther = words().length > 0;
  const parts = [];
  if (Object.keys(state.weights).length || state.open.size) parts.push(drawComparison());
  if (state.correlation !== null) parts.push(drawEffort());
  controls.forEach((control) => control());
  notice.hidden = !isOther;
  document.documentElement.classList.toggle("is-what-if", isOther);
  told.textContent = `${words().join("; ")}. The document says otherwise.`;
  link.setAttribute("href", toLink(data, state));
  say(isOther ? `What if: ${parts.join(". ")}.` : "As the document says.");
};
const set = (other) => {
  state = other;
  render();
};
const drawn = curve && curve.querySelector("svg").getAttribute("aria-label");

const slider = (name, range, step, read, write, text) => {
  const input = make("input", { type: "range", min: range[0], max: range[1], step });
  const output = make("span", { class: "what-if-value" });
  input.addEventListener("input", () => (write(+input.value), render()));
  controls.push(() => {
    const value = String(read());
    if (+input.value !== +value) input.value = value;
    output.textContent = text();
    input.setAttribute("aria-valuetext", text());
  });
  return make("div", { class: "what-if-row" }, make("label", {}, make("span", {}, name), input), output);
};

const weightRow = (row, at) =>
  slider(
    row.name, data.range, data.step,
    () => (at in state.weights ? state.weights[at] : row.start),
    (value) => {
      delete state.weights[at];
      if (value !== row.given) state.weights[at] = value;
    },
    () => `${change(at)} (${percent(compare(data, state).shares[at])})`,
  );

const gateRow = (gate, at) => {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", () => {
    if (input.checked) state.open.delete(at);
    else state.open.add(at);
    render();
  });
  controls.push(() => (input.checked = !state.open.has(at)));
  return make("label", { class: "what-if-must" }, input, `Must: ${gate.name}`);
};

const panel = (before, title, about, ...rows) =>
  before.insertAdjacentElement("beforebegin",
    make("details", { class: "more what-if" }, make("summary", {}, title), make("p", { class: "note" }, about), ...rows));

const panels = [];
if (scores && data.weights.length + data.gates.length) {
  const place = figure && figure.previousElementSibling ? figure.previousElementSibling : scores.closest(".scroll").nextSibling;
  const before = place.nodeType === 1 ? place : scores.closest(".scroll");
  panels.push(panel(before, `What if: other ${data.weighed}s${data.gates.length ? " or musts" : ""}`,
    `Nothing is saved. Scores, ranks, intervals and bars follow at once.${data.method === "rank" ? " 1 matters most." : ""}`,
    ...data.weights.map(weightRow), ...data.gates.map(gateRow)));
}
if (totals)
  panels.push(panel(curve, "What if: another correlation of the estimates",
    "How strongly estimates rise and fall together: 0 is not at all, 1 is all as one. Means stay. The deviation is computed in closed form from the estimates; the drawn percentiles keep their place in it, corrected for skewness.",
    slider("Correlation", [0, 1], 0.05,
      () => state.correlation ?? data.effort.correlation,
      (value) => (state.correlation = value === data.effort.correlation ? null : value),
      () => (state.correlation === null ? String(data.effort.correlation) : `${data.effort.correlation} → ${state.correlation}`))));

const follow = () => {
  if (!location.hash.startsWith("#what-if=")) return;
  const found = fromLink(data, location.hash);
  if (found) {
    set(found);
    panels.forEach((it) => (it.open = true));
  } else say("The settings of this link do not fit this document, so it is shown as it says.");
};
if (panels.length) {
  main.prepend(notice, spoken);
  render();
  clearTimeout(timer);
  follow();
  window.addEventListener("hashchange", follow);
}
