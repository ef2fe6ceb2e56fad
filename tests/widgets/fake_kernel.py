"""A form in a blank page, with no Jupyter behind it: the browser's side is real, the kernel's is played by the test."""

import json

from archkit.session import Session
from archkit.widgets.assets import SCRIPT, STYLE
from archkit.widgets.form import SectionForm
from tests.widgets.cells import cell, field

FAKE_MODEL = """async ([script, style, traits]) => {
    document.documentElement.lang = 'en';
    document.title = 'Form';
    const sheet = document.createElement('style');
    sheet.textContent = style;
    document.head.append(sheet);
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const module = await import(address);
    const listeners = {};
    window.sent = [];
    window.keys = [];
    document.addEventListener('keydown', event => window.keys.push(event.key));
    window.model = {
        get: name => traits[name],
        on: (name, listener) => (listeners[name] ??= []).push(listener),
        off: (name, listener) => { listeners[name] = listeners[name].filter(other => other !== listener); },
        send: message => window.sent.push(message),
        put: (name, value) => { traits[name] = value; listeners[`change:${name}`].forEach(listener => listener()); },
        say: message => listeners['msg:custom'].forEach(listener => listener(message)),
        answer: (more = {}) => {
            const last = window.sent.at(-1);
            window.model.say({ ack: last.seq, client: last.client, saved: true, message: '', ...more });
        },
    };
    const place = document.createElement('main');
    document.body.append(place);
    window.end = await module.default.render({ model: window.model, el: place });
    window.model.answer();
}"""


TRAITS = ("section", "standing")


class FakeKernel:
    """A form in a blank page, and the kernel's side of it, played by the test."""

    address = "about:blank"

    def __init__(self, page, path):
        self.page = page
        self.session = Session.open(path)

    def show(self, key):
        self.form = SectionForm(self.session, key)
        self.page.goto(self.address)
        self.news = []
        self.form.send = lambda content, buffers=None: self.news.append(content)
        self.told = {name: getattr(self.form, name) for name in TRAITS}
        traits = {name: plain(value) for name, value in self.told.items()}
        self.page.evaluate(FAKE_MODEL, [SCRIPT, STYLE, {**traits, "opened": True}])
        return self

    def label(self, name):
        return self.page.get_by_label(name, exact=True)

    def cell(self, name):
        return cell(self.page, name)

    def field(self, name):
        return field(self.page, name)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def sent(self, op):
        return [message for message in self.page.evaluate("sent") if message["op"] == op]

    def wait_for(self, op):
        self.page.wait_for_function("op => sent.some(message => message.op === op)", arg=op)
        return self.sent(op)[-1]

    def serve(self):
        """Let the real form answer the last message, as a kernel would."""
        self.form.handle(self.page.evaluate("sent.at(-1)"))
        self.tell()

    def catch_up(self):
        """Let the real form answer all that was sent since the last time, in order."""
        messages = self.page.evaluate("sent.splice(0)")
        for message in messages:
            self.form.handle(message)
        self.tell()
        return messages

    def tell(self):
        """Let the browser hear what the real form has to say."""
        for name in TRAITS:
            value = getattr(self.form, name)
            if value is not self.told[name]:
                self.told[name] = value
                self.page.evaluate("([name, value]) => model.put(name, value)", [name, plain(value)])
        for content in self.news:
            self.page.evaluate("content => model.say(content)", plain(content))
        self.news.clear()


def plain(value):
    return json.loads(json.dumps(value))
