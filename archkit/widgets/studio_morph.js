// Gives an element the content of another one and leaves alone what is the same: place, selection and folds stay.

export function morph(from, to) {
  if (from.isEqualNode(to)) return from;
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    const other = from.ownerDocument.importNode(to, true);
    from.replaceWith(other);
    return other;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return from;
  }
  morphAttributes(from, to);
  morphChildren(from, [...to.childNodes]);
  return from;
}

export function morphAttributes(from, to) {
  // A person folded it.
  const own = from.nodeName === "DETAILS" ? "open" : "";
  for (const { name } of [...from.attributes]) if (name !== own && !to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of to.attributes) {
    if (name !== own && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

// What is the same at both ends stays; between them nodes are changed in place, and put in or taken out at the end.
// What stands from `rest` on stays as it is.
export function morphChildren(parent, wanted, rest = null) {
  const all = [...parent.childNodes];
  const had = rest ? all.slice(0, all.indexOf(rest)) : all;
  let start = 0;
  while (start < had.length && start < wanted.length && had[start].isEqualNode(wanted[start])) start += 1;
  let end = 0;
  const most = Math.min(had.length, wanted.length) - start;
  while (end < most && had[had.length - 1 - end].isEqualNode(wanted[wanted.length - 1 - end])) end += 1;
  const before = had.slice(start, had.length - end);
  const after = wanted.slice(start, wanted.length - end);
  const next = had[had.length - end] ?? rest;
  after.forEach((node, index) => {
    if (before[index]) morph(before[index], node);
    else parent.insertBefore(parent.ownerDocument.importNode(node, true), next);
  });
  for (const node of before.slice(after.length)) node.remove();
}
