// What archkit adds to JupyterLab and Notebook 7: a kind of file, the studio that opens it, and a way to begin one.
import { newDocument } from './new_document.js';
import { studioClass } from './studio.js';

const FILE_TYPE = 'architecture-document';
const STUDIO = 'Architecture studio';
const NEW = 'archkit:new-document';
const PACKAGES = {
  application: '@jupyterlab/application',
  apputils: '@jupyterlab/apputils',
  docregistry: '@jupyterlab/docregistry',
  outputarea: '@jupyterlab/outputarea',
  rendermime: '@jupyterlab/rendermime',
  icons: '@jupyterlab/ui-components',
  signaling: '@lumino/signaling',
  widgets: '@lumino/widgets',
  // These bring what only some applications have.
  filebrowser: '@jupyterlab/filebrowser',
  launcher: '@jupyterlab/launcher',
  mainmenu: '@jupyterlab/mainmenu',
};
const OPTIONAL = new Set(['filebrowser', 'launcher', 'mainmenu']);
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
<path class="jp-icon3" fill="#616161" d="M6 2h8l6 6v13a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm7 1.7V9h5.3z"/>
<path class="jp-icon-inverse-0" fill="#fff" d="M8 12h8v1.5H8zm0 3h3v4.5H8zm4.5 0H16v1.5h-3.5zm0 3H16v1.5h-3.5z"/>
</svg>`;

/** The plugins, or none in an application that has no documents to open, such as Voila's. */
export const plugins = async shared => {
  const entries = Object.entries(PACKAGES).map(async ([key, name]) => [key, await shared(name)]);
  const lab = { ...Object.fromEntries(await Promise.all(entries)), shared };
  if (Object.keys(PACKAGES).some(key => !lab[key] && !OPTIONAL.has(key))) return [];
  const tokens = {
    restorer: lab.application.ILayoutRestorer,
    palette: lab.apputils.ICommandPalette,
    dialogs: lab.apputils.ISessionContextDialogs,
    browser: lab.filebrowser?.IDefaultFileBrowser,
    launcher: lab.launcher?.ILauncher,
    menu: lab.mainmenu?.IMainMenu,
  };
  const known = Object.keys(tokens).filter(name => tokens[name]);
  return [
    {
      id: 'archkit:plugin',
      description: 'Architecture documents: the studio, and a card to begin one.',
      autoStart: true,
      requires: [lab.rendermime.IRenderMimeRegistry],
      optional: known.map(name => tokens[name]),
      activate: (app, registry, ...given) => {
        const parts = Object.fromEntries(known.map((name, index) => [name, given[index]]));
        const icon = new lab.icons.LabIcon({ name: 'archkit:document', svgstr: PICTURE });
        addStudio({ app, lab, icon, registry, ...parts });
        addCommand({ app, lab, icon, ...parts });
        parts.palette?.addItem({ command: NEW, category: 'Architecture', args: { isPalette: true } });
        parts.launcher?.add({ command: NEW, category: 'Architecture', rank: 0 });
        parts.menu?.fileMenu.newMenu.addGroup([{ command: NEW }], 30);
      },
    },
  ];
};

/** Files named `…-architecture.md` open in the studio; any other Markdown can, by "Open With". */
const addStudio = ({ app, lab, icon, registry, dialogs, restorer }) => {
  const { apputils, docregistry } = lab;
  const { docRegistry } = app;
  const Studio = studioClass(lab);
  const tracker = new apputils.WidgetTracker({ namespace: 'archkit' });

  // Its own kind of model, so that no editor shares the text that JupyterLab holds of the file.
  class Model extends docregistry.TextModelFactory {
    get name() {
      return FILE_TYPE;
    }
  }

  class Factory extends docregistry.ABCWidgetFactory {
    createNewWidget(context) {
      neverWrite(context);
      const views = () => tracker.filter(each => each.context === context).map(each => each.content);
      const content = new Studio({ app, context, registry, dialogs, views });
      const widget = new docregistry.DocumentWidget({ content, context });
      widget.toolbar.hide();
      widget.title.icon = icon;
      tracker.add(widget).catch(console.error);
      context.pathChanged.connect(() => tracker.save(widget).catch(console.error), widget);
      return widget;
    }
  }

  docRegistry.addFileType({
    name: FILE_TYPE,
    displayName: 'Architecture document',
    pattern: '-architecture\\.md$',
    extensions: [],
    mimeTypes: ['text/markdown'],
    contentType: 'file',
    fileFormat: 'text',
    icon,
  });
  docRegistry.addModelFactory(new Model());
  const factory = new Factory({
    name: STUDIO,
    modelName: FILE_TYPE,
    fileTypes: [FILE_TYPE, 'markdown'],
    defaultFor: [FILE_TYPE],
  });
  docRegistry.addWidgetFactory(factory);
  restorer?.restore(tracker, {
    command: 'docmanager:open',
    args: widget => ({ path: widget.context.path, factory: STUDIO }),
    name: widget => widget.context.path,
  });
};

/** The studio alone writes the file: what JupyterLab read of it is old as soon as something is typed. */
const neverWrite = context => {
  const saveAs = context.saveAs.bind(context);
  context.save = async () => {};
  context.saveAs = async () => {
    await context.revert();
    return saveAs();
  };
};

const addCommand = ({ app, lab, icon, browser }) => {
  app.commands.addCommand(NEW, {
    label: given => (given.isPalette ? 'New architecture document' : 'Architecture document'),
    caption: 'Begin an architecture document from the template',
    icon: given => (given.isPalette ? undefined : icon),
    execute: async given => {
      const folder = given.cwd ?? browser?.model.path ?? '';
      const path = await newDocument({ lab, contents: app.serviceManager.contents, folder });
      return path && app.commands.execute('docmanager:open', { path, factory: STUDIO });
    },
  });
};
