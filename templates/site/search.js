// Full-text search without a server: blocks of the index are scripts, which load from a folder, too.
"use strict";
const archkitSearch = (() => {
  const SIGNS = [...Array(94).keys()].map((at) => String.fromCharCode(33 + at)).filter((sign) => !'"\\|<'.includes(sign)).join("");
  const HALF = SIGNS.length >> 1;
  const PLACE = new Map([...SIGNS].map((sign, place) => [sign, place]));
  const MOST = 50;
  const input = document.getElementById("search");
  const said = document.getElementById("search-said");
  const list = document.getElementById("search-found");
  const folder = document.currentScript.src.replace(/search\.js$/, "search/");
  const blocks = [];
  let sections = [], total = 0, loaded = 0, failed = 0, isAsked = false;

  // The same as folded_words in archkit/site/words.py.
  const folded = (text) => archkitFolded(text).replace(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/g, " $& ")
    .match(/[\p{L}\p{N}]+/gu) || [];

  const load = (name) => {
    const script = document.createElement("script");
    script.src = folder + name;
    script.addEventListener("error", () => { failed += 1; show(); });
    document.head.append(script);
  };
  const ask = () => {
    if (!isAsked) { isAsked = true; load("sections.js"); }
  };
  const begin = (count, given) => {
    total = count;
    sections = given;
    for (let number = 0; number < count; number += 1) load(`${number}.js`);
  };
  const add = (number, documents, words) => {
    blocks[number] = { documents, words: words ? words.split("|") : [] };
    loaded += 1;
    show();
  };

  // The documents of a block that have a word, or one that begins so: document → the first section.
  const having = (block, wanted, isPrefix) => {
    const found = new Map();
    let word = "";
    for (const piece of block.words) {
      const blank = piece.indexOf(" ");
      word = word.slice(0, PLACE.get(piece[0])) + piece.slice(1, blank);
      if (word === wanted || (isPrefix && word.startsWith(wanted))) {
        spread(piece.slice(blank + 1), word === wanted ? 0 : 0.5, found);
      } else if (word > wanted && !word.startsWith(wanted)) {
        break;
      }
    }
    return found;
  };
  const spread = (postings, penalty, found) => {
    let value = 0, weight = 1, at = 0;
    for (const sign of postings) {
      const place = PLACE.get(sign);
      value += (place % HALF) * weight;
      if (place >= HALF) { weight *= HALF; continue; }
      at += Math.floor(value / sections.length);
      const rank = (value % sections.length) + penalty;
      if (!found.has(at) || found.get(at) > rank) found.set(at, rank);
      value = 0;
      weight = 1;
    }
  };

  const matches = (words) => {
    const all = [];
    for (const block of blocks) {
      if (!block) continue;
      // The last word may be one that is still being typed.
      const each = words.map((word, at) => having(block, word, at === words.length - 1));
      for (const at of each[0].keys()) {
        if (!each.every((found) => found.has(at))) continue;
        const ranks = each.map((found) => found.get(at));
        const score = ranks.reduce((sum, rank) => sum + rank, 0);
        all.push({ shown: block.documents[at], section: Math.floor(Math.max(...ranks)), score });
      }
    }
    const text = (item) => item.shown[2];
    return all.sort((one, two) => one.score - two.score || (text(one) < text(two) ? -1 : 1));
  };

  // Words of the query are marked where they stand in a text; nothing is ever parsed as HTML.
  const marked = (text, words) => {
    const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
      const [own] = folded(piece);
      if (!own || !words.some((word, at) => own === word || (at === words.length - 1 && own.startsWith(word)))) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
    const line = document.createElement("span");
    line.append(...pieces);
    return line;
  };

  const shownAs = ({ shown: [, page, title, status, date, snippet], section }, words) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const [heading, anchor] = sections[section];
    link.href = page.split("/").map(encodeURIComponent).join("/") + (section && anchor ? `#${anchor}` : "");
    link.append(marked(title, words));
    const where = document.createElement("p");
    where.className = "muted";
    where.textContent = [section ? `In ${heading}` : "In the title", status, date].filter(Boolean).join(" · ");
    item.append(link, where);
    const text = document.createElement("p");
    text.append(marked(snippet, words));
    // The index knows no texts: a first sentence without any of the words would not say why this was found.
    if (text.querySelector("mark")) item.append(text);
    return item;
  };

  const show = () => {
    // How names of documents end stands in no index.
    const words = folded(input.value.replace(/(-architecture)?\.md(?![\p{L}\p{N}_])/giu, " "));
    if (!words.length) {
      list.replaceChildren();
      said.textContent = "";
      return;
    }
    const found = matches(words);
    const isAll = total && loaded + failed >= total;
    list.replaceChildren(...found.slice(0, MOST).map((item) => shownAs(item, words)));
    const number = found.length === 1 ? "1 document" : `${found.length} documents`;
    const more = found.length > MOST ? `, the first ${MOST} of them` : "";
    const lost = failed ? " Part of the index could not be loaded; build the site again." : "";
    said.textContent = (isAll ? `${number}${more}.` : failed ? "" : `${number} so far; the index is being loaded.`) + lost;
  };

  let timer = 0;
  input.addEventListener("focus", ask);
  input.addEventListener("input", () => {
    ask();
    clearTimeout(timer);
    timer = setTimeout(show, 80);
  });
  // Whoever comes back from a result, or loads the page again while typing, finds the words.
  input.addEventListener("input", () => history.replaceState({ ...history.state, search: input.value }, ""));
  document.querySelector(".find").hidden = false;
  if (history.state?.search) {
    input.value = history.state.search;
    ask();
  }
  if (location.hash === "#search") input.focus();
  return { begin, add };
})();
