// The comparison under other settings: table of scores, bars, contributions, verdict.
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
