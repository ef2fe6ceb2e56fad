"""More hostile strings: what browsers mend, rare elements and events, and addresses in disguise."""

RUNS = "window.__ran=1"

#: One of each kind of element, event or address, each in one place.
MORE = (
    # Elements whose parsing changes when they are written and read again.
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUNS}>",
    f'<svg><![CDATA[><image xlink:href="]]><img src=xx:x onerror={RUNS}//"></svg>',
    f"<select><style></select><img src=x onerror={RUNS}>",
    f"<style><!--</style><img src=x onerror={RUNS}>//--></style>",
    f"<svg><style>{{font-family:'<img/src=x/onerror={RUNS}>'",
    f"<scr<script>ipt>{RUNS}</scr</script>ipt>",
    f"<<script>{RUNS}//<</script>",
    f"<script\x0c>{RUNS}</script>",
    f"<img src=x onerror\x0b={RUNS}>",
    f"<slot onslotchange={RUNS}><template shadowrootmode=open><img src=x onerror={RUNS}></template>",
    f"<noembed><img src=x onerror={RUNS}>",
    f"<xmp><img src=x onerror={RUNS}></xmp>",
    f"<plaintext><img src=x onerror={RUNS}>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    # Rare events and elements.
    f"<dialog open oncancel={RUNS}><button autofocus>x",
    f"<div popover id=p onbeforetoggle={RUNS}>x</div><button popovertarget=p>y",
    f"<marquee onstart={RUNS}>x</marquee>",
    f"<svg><set attributeName=onload to={RUNS}>",
    f"<svg><animate xlink:href=#x attributeName=href values=javascript:{RUNS} /><a id=x><text>y",
    f'<svg><foreignObject><iframe srcdoc="<script>parent.{RUNS}</script>">',
    f"<button formaction=javascript:{RUNS}>x",
    "<video poster=//evil.example/p controls>",
    "<img srcset=//evil.example/1x loading=eager>",
    "<link rel=preload as=script href=//evil.example/x.js>",
    # Addresses in disguise.
    f"[x](jav&#x0A;ascript:{RUNS})",
    f"[x](&#x6a&#x61&#x76&#x61script:{RUNS})",
    f"[x](javascript\u2028:{RUNS})",
    f"[x](javas\\cript:{RUNS})",
    f"[x](\uff4a\uff41\uff56\uff41\uff53\uff43\uff52\uff49\uff50\uff54:{RUNS})",
    f"[x](javascript\uff1a{RUNS})",
    f"[x](java\u017fcript:{RUNS})",
    f"![x](feed:javascript:{RUNS})",
    f"[x]: jar:javascript:{RUNS}\n\n[x]",
    f"<DATA:text/html,{RUNS}>",
    "[x](http:\\\\evil.example)",
    f'[x](https://evil.example/"onclick={RUNS})',
    # Templates of other languages, and letters that steer a terminal.
    "{{cycler.__init__.__globals__}}",
    "{%set x=1%}{{x}}",
    "<%= 7*7 %>",
    "[[${7*7}]]",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "\x1bP$q\x1b\\",
    "+ADw-script+AD4-",
)
