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
