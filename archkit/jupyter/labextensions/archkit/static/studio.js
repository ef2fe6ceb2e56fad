// The studio as a JupyterLab document: a Python kernel of its own, the widget that it answers with, no code in sight.
import { bar } from './bar.js';
import { titles } from './new_document.js';

const MANAGER = '@jupyter-widgets/jupyterlab-manager';
const GONE = new Set(['dead', 'restarting', 'autorestarting', 'terminating']);

/** The class of the studio, made of what JupyterLab shares. */
export const studioClass = lab => {
  const { apputils, outputarea, rendermime, signaling, widgets } = lab;

  return class Studio extends widgets.Panel {
    constructor({ app, context, registry, dialogs, views }) {
      super();
      Object.assign(this, { app, context, dialogs, views });
      this.addClass('archkit-document');
      this.bar = bar();
      this.kept = [];
      this.addWidget(new widgets.Widget({ node: this.bar.node }));
      this.registry = registry.clone({ resolver: context.urlResolver });
      this.running = Promise.resolve();
      context.pathChanged.connect(() => this.again({ fresh: true }), this);
      this.again({});
    }

    /** Show the document, after whatever is under way; `fresh` asks for a new kernel, `restart` for the same anew. */
    again(how) {
      this.running = this.running.then(() => this.show(how)).catch(error => this.fail(error));
    }

    async show({ fresh = false, restart = false }) {
      await this.context.ready;
      if (this.isDisposed) return;
      this.bar.say('Starting Python…');
      if (fresh) await this.leave();
      await this.connect({ restart });
      if (this.isDisposed) return;
      const path = this.app.serviceManager.contents.localPath(this.context.path);
      const given = [path.split('/').pop(), titles.get(this.context.path) ?? ''];
      // A string in JSON is a string in Python, whatever it holds.
      const data = given.map(text => JSON.stringify(text)).join(', ');
      const code = `from archkit.standalone import studio\nstudio(${data})`;
      this.area?.dispose();
      const model = new outputarea.OutputAreaModel({ trusted: true });
      this.area = new outputarea.SimplifiedOutputArea({ model, rendermime: this.registry });
      this.addWidget(this.area);
      this.isShown = false;
      const reply = await outputarea.OutputArea.execute(code, this.area, this.session);
      if (reply?.content.status !== 'ok') {
        model.clear();
        throw new Error(reply?.content.evalue || 'Python did not answer');
      }
      titles.delete(this.context.path);
      this.isShown = true;
      this.bar.hide();
    }

    /** Have a kernel, and the widgets of archkit drawn from it. */
    async connect({ restart }) {
      const manager = await lab.shared(MANAGER);
      if (!manager?.registerWidgetManager) {
        throw new Error('the widgets of Jupyter are missing; install them with: pip install ipywidgets');
      }
      if (this.session) {
        if (restart || !this.session.session?.kernel) await this.session.restartKernel();
        return;
      }
      const { kernels, kernelspecs, sessions } = this.app.serviceManager;
      const session = new apputils.SessionContext({
        kernelManager: kernels,
        sessionManager: sessions,
        specsManager: kernelspecs,
        path: this.context.path,
        name: this.context.path.split('/').pop(),
        type: 'file',
        kernelPreference: { name: this.chosen ?? (await pythonKernel(kernelspecs)), shouldStart: true, canStart: true },
      });
      this.session = session;
      await session.initialize();
      await session.ready;
      session.statusChanged.connect((_, status) => this.watch(status), this);
      session.connectionStatusChanged.connect((_, status) => this.watch(status), this);
      this.registration = manager.registerWidgetManager(
        // A notebook without cells and metadata is all that the manager needs of a document.
        {
          sessionContext: session,
          path: this.context.path,
          saveState: new signaling.Signal(this),
          model: { getMetadata: () => undefined, setMetadata: () => {} },
        },
        this.registry,
        [],
      );
      // It registers its renderer once the session is ready, which it is.
      await new Promise(resolve => setTimeout(resolve));
    }

    /** Say when Python went away; the words on the screen stay, and what reached Python is in the journal. */
    watch(status) {
      if (!this.isShown || this.isDisposed) return;
      if (GONE.has(status)) {
        this.isShown = false;
        this.bar.say('Python stopped. What was acknowledged as saved is kept.', {
          'Start again': () => this.again({ restart: !this.session.session?.kernel || status === 'dead' }),
        });
      } else if (status === 'disconnected') {
        this.bar.say('The connection to Jupyter is lost. Nothing is saved until it is back.');
      } else if (status === 'connected') this.bar.hide();
    }

    fail(error) {
      if (this.isDisposed) return;
      const missing = /No module named '(archkit[\w.]*)'/.test(error.message);
      const words = missing
        ? 'archkit is not installed for this Python; choose another kernel, or install it there: pip install archkit'
        : error.message;
      const choose = async () => {
        await this.dialogs.selectKernel(this.session);
        this.chosen = this.session.session?.kernel?.name;
        this.again({});
      };
      const actions = { 'Try again': () => this.again({ restart: true }) };
      if (this.dialogs && this.session) actions['Choose a kernel'] = choose;
      actions['Open as text'] = () =>
        this.app.commands.execute('docmanager:open', { path: this.context.path, factory: 'Editor' });
      this.bar.say(words, actions);
    }

    /** Let the kernel end, which saves what is typed. */
    async leave() {
      const held = this.handOver();
      held.forEach(({ registration }) => registration?.dispose());
      await held[0]?.session.shutdown().catch(console.error);
      held.forEach(({ session }) => session.dispose());
    }

    /** Let go of what holds the kernel, and return it: a list of sessions with their widget managers. */
    handOver() {
      const { session, registration } = this;
      const held = [...(session ? [{ session, registration }] : []), ...this.kept];
      Object.assign(this, { session: undefined, registration: undefined, kept: [] });
      return held;
    }

    dispose() {
      if (this.isDisposed) return;
      // Another view of the document lives on the same kernel and its widgets: it keeps them.
      const other = this.views().find(view => view !== this && !view.isDisposed);
      if (other) other.kept.push(...this.handOver());
      else this.leave().catch(console.error);
      super.dispose();
    }
  };
};

/** The name of the kernel to start: Jupyter's own Python, or any other one. */
const pythonKernel = async kernelspecs => {
  await kernelspecs.ready;
  const { default: usual, kernelspecs: known } = kernelspecs.specs ?? { kernelspecs: {} };
  const isPython = name => known[name]?.language.toLowerCase() === 'python';
  const name = ['python3', usual, ...Object.keys(known)].find(isPython);
  if (!name) throw new Error('there is no Python kernel here; install one with: pip install ipykernel');
  return name;
};
