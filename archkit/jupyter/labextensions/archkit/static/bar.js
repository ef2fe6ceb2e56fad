// The line above the studio: what Python does, what went wrong, and what can be done about it.

const STYLE = `
.archkit-document { overflow: auto; padding: 8px 12px; box-sizing: border-box; background: var(--jp-layout-color1); }
.archkit-head { position: sticky; top: 0; z-index: 20; }
.archkit-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 8px; padding: 8px 12px;
  border: 1px solid var(--jp-border-color1); border-left: 4px solid var(--jp-brand-color1); border-radius: 2px;
  color: var(--jp-ui-font-color1); background: var(--jp-layout-color2);
  font: var(--jp-ui-font-size1) var(--jp-ui-font-family); }
.archkit-bar[hidden] { display: none; }
.archkit-bar span { flex: 1 1 20em; overflow-wrap: anywhere; }
.archkit-bar button { min-height: 28px; padding: 2px 12px;
  border: 1px solid var(--jp-border-color0); border-radius: 2px;
  color: var(--jp-ui-font-color1); background: var(--jp-layout-color1); font: inherit; cursor: pointer; }
.archkit-bar button:focus-visible { outline: 2px solid var(--jp-brand-color1); outline-offset: 1px; }
.archkit-document .jp-OutputArea-child, .archkit-document .jp-OutputArea-output { overflow: visible; max-height: none; }
.archkit-document .jp-OutputPrompt { display: none; }
`;

/** A line of words with buttons, read aloud when it changes. */
export const bar = () => {
  const node = document.createElement('div');
  node.className = 'archkit-bar';
  node.setAttribute('role', 'status');
  const style = document.createElement('style');
  style.textContent = STYLE;
  const head = document.createElement('div');
  head.className = 'archkit-head';
  head.append(style, node);
  const words = document.createElement('span');
  return {
    node: head,
    say: (text, actions = {}) => {
      words.textContent = text;
      const buttons = Object.entries(actions).map(([label, act]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = label;
        button.addEventListener('click', act);
        return button;
      });
      node.replaceChildren(words, ...buttons);
      node.hidden = false;
    },
    hide: () => {
      node.hidden = true;
      node.replaceChildren();
    },
  };
};
