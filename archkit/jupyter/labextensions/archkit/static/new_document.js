// A new document: asks what is designed, and puts the template into a file of that name.
const ENDING = 'architecture.md';
const TRIES = 100;
const TAKEN = 409;

/** What is designed, told by path until the studio has it: Notebook 7 opens a document in a page of its own. */
export const titles = {
  key: path => `archkit:title:${path}`,
  get: path => localStorage.getItem(titles.key(path)) ?? '',
  set: (path, title) => localStorage.setItem(titles.key(path), title),
  delete: path => localStorage.removeItem(titles.key(path)),
};

/** The path of the new document, or undefined when there is none to be. */
export const newDocument = async ({ lab, contents, folder }) => {
  const { InputDialog, showErrorMessage } = lab.apputils;
  const answer = await InputDialog.getText({
    title: 'New architecture document',
    label: 'What is designed?',
    placeholder: 'Payments ledger',
    okLabel: 'Create',
  });
  if (!answer.button.accept) return undefined;
  const title = (answer.value ?? '').trim();
  try {
    const path = await create(contents, folder, fileStem(title));
    if (title) titles.set(path, title);
    return path;
  } catch (error) {
    await showErrorMessage('The document could not be made', error);
    return undefined;
  }
};

/** The letters and digits of a title, as a file name that every system takes. */
export const fileStem = title => {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const short = [...words].slice(0, 60).join('').replace(/-$/, '').replace(/-architecture$/, '');
  return short && short !== 'architecture' ? short : 'untitled';
};

const create = async (contents, folder, stem) => {
  const answer = await fetch(new URL(ENDING, import.meta.url));
  if (!answer.ok) throw new Error(`the template is missing (${answer.status}); install archkit again`);
  const content = await answer.text();
  const { path } = await contents.newUntitled({ path: folder, type: 'file', ext: '.md' });
  try {
    await contents.save(path, { type: 'file', format: 'text', content });
    return await rename(contents, path, stem);
  } catch (error) {
    await contents.delete(path);
    throw error;
  }
};

/** Give the file its name; a file that has it already is never touched. */
const rename = async (contents, path, stem) => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (let number = 1; number <= TRIES; number += 1) {
    const name = [stem, ...(number > 1 ? [number] : []), ENDING].join('-');
    try {
      return (await contents.rename(path, folder + name)).path;
    } catch (error) {
      if (error.response?.status !== TAKEN) throw error;
    }
  }
  throw new Error(`there are ${TRIES} files of that name already`);
};
