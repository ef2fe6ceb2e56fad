"""What the studio's benchmark runs inside the page: JavaScript."""

from __future__ import annotations

#: Runs a cell and returns the milliseconds until something stands on the screen.
READY = """async ([cell, selector]) => {
    const { content } = window.jupyterapp.shell.currentWidget;
    content.activeCellIndex = cell;
    content.deselectAll();
    const begin = performance.now();
    window.jupyterapp.commands.execute('notebook:run-cell');
    while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - begin;
}"""

#: How many widget models the notebook holds in the browser.
COUNT_MODELS = """async () => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const reply = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
    return Object.keys(reply.content.comms).length;
}"""

#: Types a digit into the open editor again and again; returns the milliseconds until the page has changed and painted.
KEYSTROKES = """async ([watched, keys]) => {
    const frame = document.querySelector('iframe.ak-page');
    const field = document.activeElement;
    const root = document.querySelector('.archkit-studio');
    const target = watched === 'ack' ? root.querySelector('.ak-status') : frame.contentDocument.querySelector('main');
    const times = [];
    const type = text => {
        const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
        setter.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const painted = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    for (let key = 0; key < keys; key += 1) {
        const changed = new Promise((resolve, reject) => {
            const limit = setTimeout(() => reject(new Error(`nothing changed after key ${key}`)), 20000);
            const observer = new MutationObserver(() => {
                clearTimeout(limit);
                observer.disconnect();
                resolve();
            });
            observer.observe(target, { subtree: true, childList: true, characterData: true, attributes: true });
        });
        const begin = performance.now();
        type(String(2 + (key % 3)));
        await changed;
        await painted();
        times.push(performance.now() - begin);
        await new Promise(resolve => setTimeout(resolve, 150 + (key * 37) % 100));
    }
    return times.slice(3);
}"""

#: Scrolls the grid to its end and back.
SCROLL = """async () => {
    const box = document.querySelector('.ak-grid-scroll');
    for (const top of [box.scrollHeight, 0]) {
        box.scrollTop = top;
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
    }
}"""
