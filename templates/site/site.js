// Sorting and filtering of the table of all documents; without this script the table is complete.
"use strict";
// The same as folded in archkit/site/words.py; the search takes it from here.
const archkitFolded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
  .replace(/ß/g, "ss").replace(/ς/g, "σ");
(() => {
  const table = document.getElementById("documents");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.querySelector(".filter");
  const words = document.getElementById("filter-words");
  const status = document.getElementById("filter-status");
  const tag = document.getElementById("filter-tag");
  const said = document.getElementById("filter-said");
  const compared = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : cell.dataset.value;
  };

  // What is not known stands last in either direction.
  const sort = (column, isNumber, direction) => {
    const keyed = rows.map((row, at) => [row, value(row, column), at]);
    keyed.sort(([, one, first], [, two, second]) => {
      if (one === "" || two === "") return (one === "") - (two === "") || first - second;
      const order = isNumber ? one - two : compared.compare(one, two);
      return order * direction || first - second;
    });
    body.append(...keyed.map(([row]) => row));
  };

  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) {
      texts.set(row, archkitFolded(`${row.cells[0].textContent} ${row.cells[3].textContent} ${row.dataset.path}`));
    }
    return texts.get(row);
  };

  const filter = () => {
    const wanted = archkitFolded(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = (!wanted.length || wanted.every((word) => textOf(row).includes(word)))
        && (!status.value || row.cells[1].textContent.trim() === status.value)
        && (!tag.value || row.dataset.tags.split("\n").includes(tag.value));
      row.hidden = !fits;
      shown += fits;
    }
    said.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} document${rows.length === 1 ? "" : "s"}`;
  };

  // Whoever comes back from a document, or loads the page again while typing, finds the table as it was left.
  const keep = (given) => history.replaceState({ ...history.state, ...given }, "");
  const arrange = (column, direction) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", direction);
    sort(column, heads[column].classList.contains("right"), direction === "ascending" ? 1 : -1);
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const isNumber = head.classList.contains("right");
      // Of numbers the largest, of dates the latest come first; of words the first.
      const first = isNumber || column === 2 ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const now = head.getAttribute("aria-sort") === first ? other : first;
      arrange(column, now);
      keep({ order: [column, now] });
    });
  });
  form.addEventListener("input", filter);
  form.addEventListener("input", () => keep({ filter: [words.value, status.value, tag.value] }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (history.state?.filter) [words.value, status.value, tag.value] = history.state.filter;
  if (history.state?.order) arrange(...history.state.order);
  filter();
})();
