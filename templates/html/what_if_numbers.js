// The numbers of a comparison and of an effort under other settings, as archkit's Python computes them.
const TIE = 1e-9;
const sum = (values) => values.reduce((total, value) => total + value, 0);
const dot = (shares, values) => sum(shares.map((share, at) => share * values[at]));
const mean = (values) => sum(values) / values.length;
const highest = (given) => Math.max(0, ...given.filter((weight) => weight !== null));

// The share of place k of n is (1/k + … + 1/n) / n.
const places = (count) => {
  const shares = [];
  let total = 0;
  for (let place = count; place > 0; place--) {
    total += 1 / place;
    shares[place - 1] = total / count;
  }
  return shares;
};

const choose = (n, k) => {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at;
  return ways;
};

// Equal ranks share the mean of their places; one that is not known may have any place.
const centroid = (ranks) => {
  const order = ranks.filter((rank) => rank !== null).sort((one, other) => one - other);
  const [size, count] = [ranks.length, order.length];
  if (!count) return ranks.map(() => 0);
  const all = places(size);
  const means = order.map((_, kth) =>
    count === size
      ? all[kth]
      : sum(all.map((s, at) => ((choose(at, kth) * choose(size - 1 - at, count - 1 - kth)) / choose(size, count)) * s)),
  );
  const tied = (rank) => means.slice(order.indexOf(rank), order.lastIndexOf(rank) + 1);
  return ranks.map((rank) => (rank === null ? 1 / size : mean(tied(rank))));
};

const weighing = (method, given, by) => {
  const half = highest(given) / 2;
  const weights = given.map((weight) => (weight === null ? half : weight));
  const total = sum(weights);
  const shares = method === "rank" ? centroid(given) : weights.map((weight) => (total ? weight / total : 0));
  return { method, given, by, shares, isCertain: !given.includes(null) || !shares.some(Boolean) };
};

// The largest sum of share × value over all weights that may be meant.
const most = (one, values) => {
  if (one.isCertain) return dot(one.shares, values);
  const free = values.filter((_, at) => one.given[at] === null).sort((a, b) => b - a);
  return one.method === "rank" ? bestPlaces(one, values, free) : bestEnds(one, values, free);
};

const bestEnds = (one, values, free) => {
  const top = highest(one.given);
  let total = sum(one.given);
  let amount = sum(values.map((value, at) => one.given[at] * value));
  let best = amount / total;
  for (const value of free) {
    total += top;
    amount += top * value;
    best = Math.max(best, amount / total);
  }
  return best;
};

const bestPlaces = (one, values, free) => {
  const all = places(values.length);
  const best = [0];
  free.forEach((value, at) => best.push(best[at] + all[at] * value));
  let before = 0;
  for (const rank of [...new Set(one.given.filter((given) => given !== null))].sort((a, b) => a - b)) {
    const tied = values.filter((_, at) => one.given[at] === rank);
    for (let used = 0; used <= free.length; used++) {
      const start = before + used;
      best[used] += mean(all.slice(start, start + tied.length)) * sum(tied);
      if (used) best[used] = Math.max(best[used], best[used - 1] + all[start + tied.length - 1] * free[used - 1]);
    }
    before += tied.length;
  }
  return best[free.length];
};

const least = (one, values) => 0 - most(one, values.map((value) => -value));

// Where no weight is agreed, what each rater gives counts; false is a weight that cannot be read.
const possible = (method, agreed, raters) => {
  const known = agreed.map((weight) => (weight === false ? null : weight));
  const sets = raters
    .filter(([, own]) => own.some((weight, at) => weight !== null && agreed[at] === null))
    .map(([by, own]) => weighing(method, known.map((weight, at) => (agreed[at] === null ? own[at] : weight)), by))
    .filter((one) => one.shares.some(Boolean));
  const same = (one) => one.isCertain && one.shares.every((share, at) => share === sets[0].shares[at]);
  if (sets.length && sets.every(same)) return [weighing(method, sets[0].given, "")];
  return sets.length ? sets : [weighing(method, known, "")];
};

// state: weights by place among the criteria with a weight, and which gates (by place) are open.
const compare = (data, state) => {
  const agreed = data.weights.map((row, at) => (at in state.weights ? state.weights[at] : row.given));
  const sets = possible(data.method, agreed, data.raters);
  const shares = data.weights.map((_, at) => mean(sets.map((one) => one.shares[at])));
  const gates = data.gates.filter((_, at) => !state.open.has(at));
  const options = data.options.map((name, place) => {
    const cells = data.weights.map((row) => row.values[place]);
    const [low, high] = [0, 1].map((end) => cells.map((cell) => (cell === null ? end : [].concat(cell).at(-1 * end))));
    const middle = low.map((value, at) => (value + high[at]) / 2);
    const failed = (answer) => gates.filter((gate) => gate.answers[place] === answer).map((gate) => gate.name);
    const found = { place, name, low, middle, high, out: failed(0), unanswered: failed(null), rank: null, score: null };
    if (!cells.some((cell, at) => cell !== null && shares[at])) return found;
    found.score = dot(shares, middle);
    found.from = Math.min(...sets.map((one) => least(one, low)));
    found.to = Math.max(...sets.map((one) => most(one, high)));
    return found;
  });
  const playing = options.filter((option) => option.score !== null && !option.out.length && !option.unanswered.length);
  for (const option of playing) option.rank = 1 + playing.filter((other) => other.score > option.score + TIE).length;
  return { shares, sets, options, playing };
};

// How far the share of one criterion has to move until another option is as good as the first.
const smallestMove = (shares, first, other) => {
  const lead = first.middle.map((value, at) => value - other.middle[at]);
  const total = dot(shares, lead);
  const moves = shares.map((share, at) => {
    const rest = 1 - share;
    const alike = (sum(lead) - lead[at]) / Math.max(1, shares.length - 1);
    const none = rest <= TIE ? alike : (total - share * lead[at]) / rest;
    const slope = lead[at] - none;
    if (Math.abs(slope) <= 1e-12) return Infinity;
    const end = slope < 0 ? Math.max(-none / slope, share) : Math.min(-none / slope, share);
    return (slope < 0 ? end < 1 - TIE : end > TIE) ? Math.abs(end - share) : Infinity;
  });
  return Math.min(...moves);
};

// The parts of the document's verdict that need no draws.
const standing = ({ shares, sets, playing }) => {
  const [first, ...others] = [...playing].sort((a, b) => b.score - a.score || a.place - b.place);
  if (!others.length) return { kind: "no answer yet", leaders: first ? [first] : [] };
  const top = playing.find((option) => option.score >= first.score - TIE);
  const rest = [first, ...others].filter((option) => option !== top);
  const lead = top.score - rest[0].score;
  const level = rest.filter((option) => top.score - option.score < 0.01 - TIE);
  if (level.length) return { kind: "no clear winner", leaders: [top, ...level], lead };
  const near = rest.filter(
    (option) =>
      dot(shares, option.high) > dot(shares, top.low) + TIE ||
      sets.some((one) => most(one, option.high.map((value, at) => value - top.low[at])) > TIE) ||
      sets.some((one) => one.by && dot(one.shares, option.middle) > dot(one.shares, top.middle) + TIE) ||
      smallestMove(shares, top, option) <= 0.05 + TIE,
  );
  return { kind: near.length ? "close call" : "ahead", leaders: [top, ...near], lead, next: rest[0] };
};

const polynomial = (coefficients, value) => coefficients.reduceRight((result, one) => result * value + one, 0);
const moments = ([, , variance, third], correlation) => {
  const sd = Math.sqrt(Math.max(0, polynomial(variance, correlation)));
  return [sd, sd > 0 ? polynomial(third, correlation) / sd ** 3 : 0];
};

// A drawn number of days keeps its place in standard deviations, corrected for the skewness that changes.
const moved = (row, own, correlation) => {
  const [[before, bent], [after, bends]] = [moments(row, own), moments(row, correlation)];
  return (days, bend) => (before > 0 ? row[0] + after * ((days - row[0]) / before + bend * (bends - bent)) : days);
};

const percentiles = (row, effort, correlation) => {
  const move = moved(row, effort.correlation, correlation);
  if (!(moments(row, effort.correlation)[0] > 0)) return row[1];
  const found = [];
  row[1].forEach((days, at) => found.push(Math.max(0, move(days, effort.bends[at]), ...found)));
  return found;
};

// As Python writes a number: half of the last digit goes to the even one.
const fixed = (value, digits) => {
  if (Math.abs(value * 2 ** (digits + 1)) % 2 !== 1) return value.toFixed(digits);
  const below = Math.floor(Math.abs(value) * 10 ** digits);
  return ((Math.sign(value) * (below + (below % 2))) / 10 ** digits).toFixed(digits);
};
const grouped = (value) => fixed(value, 1).replace(/\B(?=(\d{3})+\.)/g, ",");

// What a link carries. Anything that does not fit, in any part, gives null.
const toLink = (data, state) =>
  [
    `#what-if=${data.id}`,
    ...Object.keys(state.weights).map((at) => `w${at}=${state.weights[at]}`),
    ...[...state.open].sort((a, b) => a - b).map((at) => `g${at}`),
    ...(state.correlation === null ? [] : [`r=${state.correlation}`]),
  ].join("&");

const fromLink = (data, link) => {
  const state = { weights: {}, open: new Set(), correlation: null };
  const [head, ...parts] = link.length > 2000 ? [""] : link.split("&");
  if (head !== `#what-if=${data.id}` || !parts.length || new Set(parts.map((it) => it.split("=")[0])).size < parts.length)
    return null;
  for (const part of parts) {
    const found = /^(?:w(0|[1-9]\d{0,3})=(\d{1,12}(?:\.\d{1,4})?)|g(0|[1-9]\d{0,3})|r=([01](?:\.\d{1,2})?))$/.exec(part);
    if (!found) return null;
    const [, weight, value, gate, correlation] = found;
    if (weight) {
      if (!data.weights[weight] || !(+value >= data.range[0] && +value <= data.range[1])) return null;
      if (data.weights[weight].given !== +value) state.weights[weight] = +value;
    } else if (gate) {
      if (!data.gates[gate]) return null;
      state.open.add(+gate);
    } else {
      if (!data.effort || !(+correlation <= 1)) return null;
      if (+correlation !== data.effort.correlation) state.correlation = +correlation;
    }
  }
  return state;
};
