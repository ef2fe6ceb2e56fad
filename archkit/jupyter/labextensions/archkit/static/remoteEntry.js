// A prebuilt JupyterLab extension written by hand: the container that JupyterLab loads, as webpack's module federation
// has it. What it holds are plain ES modules beside this file; nothing is built.
(() => {
  const here = document.currentScript.src;
  let scope = {};

  // A package that JupyterLab shares with its extensions, or undefined where there is none.
  const shared = async name => {
    const versions = Object.values(scope[name] ?? {});
    const chosen = versions.find(version => version.loaded) ?? versions.at(-1);
    return chosen && (await chosen.get())();
  };

  const extension = async () => {
    const { plugins } = await import(new URL('plugin.js', here).href);
    const found = await plugins(shared);
    return () => ({ __esModule: true, default: found });
  };

  (window._JUPYTERLAB ??= {}).archkit = {
    init: given => {
      scope = given;
    },
    get: async name => {
      if (name !== './extension') throw new Error(`archkit has no module ${name}`);
      return extension();
    },
  };
})();
