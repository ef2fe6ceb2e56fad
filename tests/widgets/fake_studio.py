"""A studio in a blank page, with no Jupyter behind it: both sides are real, the wire between them is the test's."""

import json

from archkit.session import Session
from archkit.widgets.studio import Studio
from archkit.widgets.studio_assets import STUDIO_SCRIPT, STUDIO_STYLE

TRAITS = ("outline", "standing", "progress", "missing", "file", "name")
WIRE = """async ([script, style, traits]) => {
    document.documentElement.lang = 'en';
    document.title = 'Studio';
    const sheet = document.createElement('style');
    sheet.textContent = style;
    document.head.append(sheet);
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const module = await import(address);
    const listeners = {};
    const tell = (name, ...given) => [...(listeners[name] ?? [])].forEach(listener => listener(...given));
    window.keys = [];
    window.underway = 0;
    document.addEventListener('keydown', event => window.keys.push(event.key));
    window.hear = ({ traits: changed, news }) => {
        Object.assign(traits, changed);
        Object.keys(changed).forEach(name => tell(`change:${name}`));
        news.forEach(message => tell('msg:custom', message));
    };
    window.model = {
        get: name => traits[name],
        on: (name, listener) => (listeners[name] ??= []).push(listener),
        off: (name, listener) => { listeners[name] = listeners[name].filter(other => other !== listener); },
        send: message => {
            window.underway += 1;
            window.toKernel(message).then(window.hear).finally(() => { window.underway -= 1; });
        },
    };
    const place = document.createElement('main');
    document.body.append(place);
    window.end = await module.default.render({ model: window.model, el: place });
}"""


class FakeStudio:
    """A studio and its browser; what is sent is handled at once, and what follows follows with it."""

    def __init__(self, page, path):
        self.page = page
        self.session = Session.open(path)
        self.studio = Studio(self.session)
        self.news = []
        self.studio.send = lambda content, buffers=None: self.news.append(content)
        self.studio.follower.wake = lambda: None
        self.told = {}
        page.expose_function("toKernel", self.handle)

    def show(self, dark=False):
        # A page with an address of its own, which a browser keeps something for.
        self.page.route("http://localhost/studio", lambda route: route.fulfill(body="", content_type="text/html"))
        self.page.goto("http://localhost/studio")
        if dark:
            self.page.evaluate("() => { document.body.dataset.jpThemeLight = 'false'; }")
            self.page.add_style_tag(content=DARK)
        self.studio._think()
        self.page.evaluate(WIRE, [STUDIO_SCRIPT, STUDIO_STYLE, self.changed()])
        self.page.locator(".archkit-studio .archkit-form .ak-body > *").first.wait_for()
        return self

    def handle(self, message):
        self.studio.handle(message)
        self.follow()
        if message.get("op") in ("hello", "fix", "undo"):
            self.studio._think()
        return self.heard()

    def follow(self):
        """Do what follows an edit: the edited sections, then what depends on them."""
        for _, work in self.studio.follower.stages[:2]:
            work()

    def heard(self):
        news, self.news = self.news, []
        return {"traits": self.changed(), "news": plain(news)}

    def changed(self):
        now = {name: getattr(self.studio, name) for name in TRAITS}
        changed = {name: value for name, value in now.items() if self.told.get(name) is not value}
        self.told = now
        return plain(changed)

    def tell(self):
        """Let the browser hear of what was edited elsewhere."""
        self.follow()
        self.page.evaluate("told => hear(told)", self.heard())

    def settle(self):
        """Wait until all that was sent is answered and drawn."""
        self.page.wait_for_function("() => window.underway === 0")

    def open(self, title):
        self.page.get_by_role("tab", name=title).click()
        self.page.locator(f".ak-form-pane h3:has-text('{title}')").wait_for()

    def side(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def paper(self):
        return self.page.frame_locator("iframe.ak-page")


def plain(value):
    return json.loads(json.dumps(value))


#: JupyterLab's dark theme, as far as the studio takes its colours from it.
DARK = """body { --jp-ui-font-color1: #fff; --jp-layout-color1: #111; --jp-layout-color2: #212121;
    --jp-border-color1: #616161; --jp-brand-color1: #64b5f6; background: #111; }"""
