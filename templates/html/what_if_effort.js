// The effort under another correlation: totals, curve, options.
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
