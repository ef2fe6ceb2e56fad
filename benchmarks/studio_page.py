"""What the studio's benchmark runs inside the page: JavaScript functions for `studio_waiting.py`."""

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

#: Runs a cell to its end.
RUN = """async cell => {
    const { content } = window.jupyterapp.shell.currentWidget;
    content.activeCellIndex = cell;
    content.deselectAll();
    await window.jupyterapp.commands.execute('notebook:run-cell');
}"""

#: How many widget models the notebook holds in the browser.
COUNT_MODELS = """async () => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const reply = await kernel.requestCommInfo({ target_name: 'jupyter.widget' });
    return Object.keys(reply.content.comms).length;
}"""

#: Types into the open field; what has been painted when a timer fires after the next frame.
TYPING = """
    const painted = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
    const type = (field, text) => {
        const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
        setter.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const typeNext = (field, values) => type(field, values[(values.indexOf(field.value) + 1) % values.length]);
    const main = document.querySelector('iframe.ak-page').contentDocument.querySelector('main');
"""

#: Types again and again; returns the milliseconds until what is watched on the page says something else and is painted.
KEYSTROKES = (
    "async ([watched, values, keys]) => {"
    + TYPING
    + """
    const field = document.activeElement;
    const times = [];
    const shown = () => main.querySelector(watched).outerHTML;
    for (let key = 0; key < keys; key += 1) {
        const before = shown();
        const changed = new Promise((resolve, reject) => {
            const limit = setTimeout(() => reject(new Error(`${watched} did not follow key ${key} in 20 s`)), 20000);
            const observer = new MutationObserver(() => {
                if (shown() === before) return;
                clearTimeout(limit);
                observer.disconnect();
                resolve();
            });
            observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
        });
        const begin = performance.now();
        typeNext(field, values);
        await changed;
        await painted();
        times.push(performance.now() - begin);
        await pause(150 + (key * 37) % 100);
    }
    return times.slice(3);
}"""
)

#: Types a key and rests, a few times; returns the milliseconds until the last change of the page is painted.
AT_REST = (
    "async ([values, keys]) => {"
    + TYPING
    + """
    const field = document.activeElement;
    const times = [];
    for (let key = 0; key < keys; key += 1) {
        let last = 0;
        const begin = performance.now();
        const observer = new MutationObserver(() => painted().then(() => { last = performance.now() - begin; }));
        observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
        typeNext(field, values);
        await pause(1500);
        observer.disconnect();
        if (!last) throw new Error(`the page did not follow key ${key} in 1.5 s`);
        times.push(last);
    }
    return times.slice(1);
}"""
)

#: Edits a cell of a grid; returns for each edit the milliseconds until the new text is
#: painted in the grid, and until the kernel has answered that it has it.
GRID_EDITS = (
    "async ([name, edits]) => {"
    + TYPING
    + """
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const answers = [];
    const listen = (_, { msg }) => {
        const content = msg.content?.data?.content;
        if (msg.header.msg_type === 'comm_msg' && content?.ack && content.values) answers.forEach(answer => answer());
    };
    const within = (promise, what) => Promise.race([promise, new Promise((_, reject) =>
        setTimeout(() => reject(new Error(what)), 20000))]);
    const cell = () => document.querySelector(`[role="gridcell"][data-name="${name}"]`);
    const press = (target, key) => target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
    const found = [];
    kernel.anyMessage.connect(listen);
    for (let edit = 0; edit < edits; edit += 1) {
        for (const sort of ['mousedown', 'mouseup', 'dblclick']) {
            cell().dispatchEvent(new MouseEvent(sort, { bubbles: true, cancelable: true, detail: 2 }));
        }
        const field = document.activeElement;
        const text = `Owner ${edit}`;
        const answered = new Promise(resolve => { answers[0] = resolve; });
        const begin = performance.now();
        type(field, text);
        press(field, 'Enter');
        do await painted(); while (cell().textContent !== text && performance.now() - begin < 20000);
        const inGrid = performance.now() - begin;
        if (cell().textContent !== text) throw new Error(`edit ${edit} is not in the grid: ${cell().textContent}`);
        await within(answered.then(() => found.push([inGrid, performance.now() - begin])), `edit ${edit}: no answer`);
        await pause(400 + (edit * 37) % 100);
    }
    kernel.anyMessage.disconnect(listen);
    return found.slice(2);
}"""
)

#: Scrolls the grid to its end and back, a page at a time; returns the milliseconds of each frame.
SCROLL = """async () => {
    const box = document.querySelector('.ak-grid-scroll');
    const frames = [];
    for (const by of [1, -1]) {
        for (let step = 0; step < 40; step += 1) {
            const begin = performance.now();
            box.scrollTop += by * Math.max(1, box.scrollHeight / 40);
            await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
            frames.push(performance.now() - begin);
        }
    }
    return frames;
}"""
