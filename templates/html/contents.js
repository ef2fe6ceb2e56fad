// Marks in the contents which section is being read. Without it the page is complete.
(() => {
  const links = [...document.querySelectorAll(".contents a[href^='#']")];
  const byAnchor = new Map(links.map((link) => [link.getAttribute("href").slice(1), link]));
  const headings = [...byAnchor.keys()].map((anchor) => document.getElementById(anchor)).filter(Boolean);
  const box = document.querySelector(".contents");
  if (!headings.length || !window.IntersectionObserver) return;
  let current = null;

  const mark = () => {
    const line = Math.max(96, window.innerHeight / 4);
    const isEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    const above = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
    const heading = isEnd && window.scrollY > 0 ? headings[headings.length - 1] : above[above.length - 1];
    const link = heading ? byAnchor.get(heading.id) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    const [seen, place] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
    // The contents alone scroll, and only where they have room of their own.
    if (place.top < seen.top || place.bottom > seen.bottom) box.scrollTop += place.top - seen.top - seen.height / 3;
  };

  // A heading that crosses the upper quarter changes which section is read; so does one that enters or leaves the window.
  const watch = (rootMargin) => {
    const observer = new IntersectionObserver(mark, { rootMargin, threshold: [0, 1] });
    headings.forEach((heading) => observer.observe(heading));
  };
  watch("0px 0px -75% 0px");
  watch("0px");
  window.addEventListener("scrollend", mark);
  window.addEventListener("hashchange", mark);
  mark();
})();
