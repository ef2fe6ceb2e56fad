"""The templates of the page as Python, made by hatch_build.py; not to be edited."""
# ruff: noqa
# fmt: off
# mypy: ignore-errors

from collections.abc import Callable
from typing import Any

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join

#: The version of Jinja2 that this is made for.
JINJA = '3.1.6'


def contents(environment):
    name = 'contents.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_sections = resolve('sections')
        try:
            t_1 = environment.filters['list']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'list' found.")
        try:
            t_2 = environment.filters['selectattr']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'selectattr' found.")
        pass
        yield '<nav class="contents" id="contents" aria-label="Contents">\n<details open>\n<summary>Contents</summary>\n<ol>\n'
        for l_1_section in (undefined(name='sections') if l_0_sections is missing else l_0_sections):
            _loop_vars = {}
            pass
            yield '<li><a href="#'
            yield written(l_1_section.anchor)
            yield '">'
            yield written((l_1_section.title or 'Text'))
            yield '</a>\n'
            if t_1(context.eval_ctx, t_2(context, l_1_section.blocks, 'title')):
                pass
                yield '<ol>\n'
                def t_3(fiter):
                    for l_2_block in fiter:
                        if l_2_block.title:
                            yield l_2_block
                for l_2_block in t_3(l_1_section.blocks):
                    _loop_vars = {}
                    pass
                    yield '<li><a href="#'
                    yield written(l_2_block.anchor)
                    yield '">'
                    yield written(l_2_block.title)
                    yield '</a></li>\n'
                l_2_block = missing
                yield '</ol>\n'
            yield '</li>\n'
        l_1_section = missing
        yield '</ol>\n</details>\n</nav>\n'

    blocks = {}
    debug_info = '5=26&6=30&7=34&9=37&10=45'
    return locals()


def decider(environment):
    name = 'decider.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_policy = resolve('policy')
        l_0_title = resolve('title')
        l_0_css = resolve('css')
        l_0_status = resolve('status')
        l_0_facts = resolve('facts')
        l_0_decided = resolve('decided')
        l_0_parts = resolve('parts')
        l_0_is_whole = resolve('is_whole')
        l_0_name = resolve('name')
        pass
        yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
        yield written((undefined(name='policy') if l_0_policy is missing else l_0_policy))
        yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n<meta name="generator" content="archkit">\n<title>'
        yield written((undefined(name='title') if l_0_title is missing else l_0_title))
        yield '</title>\n<style>'
        yield written((undefined(name='css') if l_0_css is missing else l_0_css))
        yield '</style>\n</head>\n<body>\n<main>\n<header>\n<p class="kind">Decision on one page'
        if (undefined(name='status') if l_0_status is missing else l_0_status):
            pass
            yield ' <span class="chip '
            yield written((markup_join(('status-', (undefined(name='status') if l_0_status is missing else l_0_status), )) if ((undefined(name='status') if l_0_status is missing else l_0_status) in ('draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded')) else ''))
            yield '">'
            yield written((undefined(name='status') if l_0_status is missing else l_0_status))
            yield '</span>'
        yield '</p>\n<h1>'
        yield written((undefined(name='title') if l_0_title is missing else l_0_title))
        yield '</h1>\n<dl class="facts">\n'
        for (l_1_label, l_1_text) in (undefined(name='facts') if l_0_facts is missing else l_0_facts):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written(l_1_label)
            yield '</dt><dd>'
            yield written(l_1_text)
            yield '</dd></div>\n'
        l_1_label = l_1_text = missing
        yield '</dl>\n</header>\n<section class="decided" aria-labelledby="decided">\n<h2 id="decided">What is decided</h2>\n<p class="name">'
        yield written(environment.getitem((undefined(name='decided') if l_0_decided is missing else l_0_decided), 0))
        yield '</p>\n'
        if environment.getitem((undefined(name='decided') if l_0_decided is missing else l_0_decided), 1):
            pass
            yield '<p class="note">'
            yield written(environment.getitem((undefined(name='decided') if l_0_decided is missing else l_0_decided), 1))
            yield '</p>\n'
        yield '</section>\n<div class="parts">\n'
        l_1_loop = missing
        for l_1_part, l_1_loop in LoopContext((undefined(name='parts') if l_0_parts is missing else l_0_parts), undefined):
            _loop_vars = {}
            pass
            yield '<section class="'
            yield written(('half' if l_1_part.is_half else 'whole'))
            yield '" aria-labelledby="part-'
            yield written(l_1_loop.index)
            yield '">\n<h2 id="part-'
            yield written(l_1_loop.index)
            yield '">'
            yield written(l_1_part.title)
            if (not l_1_part.is_whole):
                pass
                yield ' <span class="cut">· shortened</span>'
            yield '</h2>\n'
            if l_1_part.is_list:
                pass
                yield '<ul>\n'
                for l_2_line in l_1_part.lines:
                    _loop_vars = {}
                    pass
                    yield '<li>'
                    yield written(l_2_line)
                    yield '</li>\n'
                l_2_line = missing
                yield '</ul>\n'
            else:
                pass
                for l_2_line in l_1_part.lines:
                    _loop_vars = {}
                    pass
                    yield '<p'
                    if (l_2_line == 'Not said yet.'):
                        pass
                        yield ' class="note"'
                    yield '>'
                    yield written(l_2_line)
                    yield '</p>\n'
                l_2_line = missing
            yield '</section>\n'
        l_1_loop = l_1_part = missing
        yield '</div>\n<footer>\n<p>'
        if (not (undefined(name='is_whole') if l_0_is_whole is missing else l_0_is_whole)):
            pass
            yield 'Shortened to one page. '
        yield 'The whole document, with its evidence and numbers: '
        if (undefined(name='name') if l_0_name is missing else l_0_name):
            pass
            yield '<strong>'
            yield written((undefined(name='name') if l_0_name is missing else l_0_name))
            yield '</strong>'
        else:
            pass
            yield 'the file that this page was made of'
        yield '.</p>\n</footer>\n</main>\n</body>\n</html>\n'

    blocks = {}
    debug_info = '5=22&10=24&11=26&16=28&17=36&19=38&20=42&26=48&27=50&28=53&32=57&33=61&34=65&35=72&37=75&38=79&42=85&43=89&50=99'
    return locals()


def diagram(environment):
    name = 'diagram.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_svg = resolve('svg')
        l_0_label = resolve('label')
        l_0_diagram = resolve('diagram')
        l_0_table = resolve('table')
        l_0_source = resolve('source')
        pass
        if (undefined(name='svg') if l_0_svg is missing else l_0_svg):
            pass
            yield '<figure class="drawing">\n<div class="scroll" role="region" tabindex="0" aria-label="'
            yield written((undefined(name='label') if l_0_label is missing else l_0_label))
            yield '">\n'
            yield written((undefined(name='svg') if l_0_svg is missing else l_0_svg))
            yield '\n</div>\n</figure>\n'
            if (undefined(name='diagram') if l_0_diagram is missing else l_0_diagram).links:
                pass
                yield '<details class="more">\n<summary>The same as a table</summary>\n<div class="scroll" role="region" tabindex="0" aria-label="'
                yield written(((undefined(name='table') if l_0_table is missing else l_0_table))())
                yield '">\n<table>\n<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">What</th></tr></thead>\n<tbody>\n'
                for (l_1_source, l_1_target, l_1_words) in (undefined(name='diagram') if l_0_diagram is missing else l_0_diagram).links:
                    _loop_vars = {}
                    pass
                    yield '<tr><td>'
                    yield written(l_1_source)
                    yield '</td><td>'
                    yield written(l_1_target)
                    yield '</td><td>'
                    yield written(l_1_words)
                    yield '</td></tr>\n'
                l_1_source = l_1_target = l_1_words = missing
                yield '</tbody>\n</table>\n</div>\n</details>\n'
            if (undefined(name='source') if l_0_source is missing else l_0_source):
                pass
                yield '<details class="more">\n<summary>Source of the flowchart (Mermaid)</summary>\n<pre tabindex="0"><code>'
                yield written((undefined(name='source') if l_0_source is missing else l_0_source))
                yield '</code></pre>\n</details>\n'
        else:
            pass
            if (undefined(name='source') if l_0_source is missing else l_0_source):
                pass
                yield '<pre tabindex="0"><code>'
                yield written((undefined(name='source') if l_0_source is missing else l_0_source))
                yield '</code></pre>\n'
            if (undefined(name='diagram') if l_0_diagram is missing else l_0_diagram).note:
                pass
                yield '<p class="note">'
                yield written((undefined(name='diagram') if l_0_diagram is missing else l_0_diagram).note)
                yield '</p>\n'

    blocks = {}
    debug_info = '1=17&3=20&4=22&7=24&10=27&14=29&15=33&22=41&25=44&29=48&30=51&32=53&33=56'
    return locals()


def fills(environment):
    name = 'fills.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_range = resolve('range')
        pass
        yield '<svg class="fills" width="0" height="0" aria-hidden="true">\n'
        for l_1_number in ((undefined(name='range') if l_0_range is missing else l_0_range))(1, 9, ):
            _loop_vars = {}
            pass
            yield '<pattern id="fill-'
            yield written((l_1_number + 8))
            yield '" width="1.6" height="20" patternUnits="userSpaceOnUse"><rect class="fill-'
            yield written(l_1_number)
            yield '" width="1.6" height="20"/><rect class="gap" x="1" width="0.6" height="20"/></pattern>\n<pattern id="fill-'
            yield written((l_1_number + 16))
            yield '" width="100" height="4" patternUnits="userSpaceOnUse"><rect class="fill-'
            yield written(l_1_number)
            yield '" width="100" height="4"/><rect class="gap" y="2.6" width="100" height="1.4"/></pattern>\n'
        l_1_number = missing
        yield '</svg>\n'

    blocks = {}
    debug_info = '2=14&3=18&4=22'
    return locals()


def macros(environment):
    name = 'macros.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_details = l_0_heading = l_0_table = l_0_amount = l_0_legend = l_0_stack = l_0_pairs = l_0_plot = l_0_ranges = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['round']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'round' found.")
        try:
            t_3 = environment.tests['none']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No test named 'none' found.")
        try:
            t_4 = environment.tests['number']
        except KeyError:
            @internalcode
            def t_4(*unused):
                raise TemplateRuntimeError("No test named 'number' found.")
        pass
        def macro(l_1_rich, l_1_rows):
            t_5 = []
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            if l_1_rows is missing:
                l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
            pass
            if l_1_rows:
                pass
                t_5.append(
                    '<dl class="details">\n',
                )
                for l_2_detail in l_1_rows:
                    _loop_vars = {}
                    pass
                    t_5.extend((
                        '<div><dt>',
                        written((l_1_rich.inline)(l_2_detail.key, )),
                        '</dt><dd>',
                        written((l_1_rich.inline)(l_2_detail.value, )),
                        '</dd></div>\n',
                    ))
                l_2_detail = missing
                t_5.append(
                    '</dl>\n',
                )
            return concat(t_5)
        context.exported_vars.add('details')
        context.vars['details'] = l_0_details = environment.macro(macro, 2, False)
        yield '\n'
        def macro(l_1_rich, l_1_level, l_1_words):
            t_6 = []
            l_1_anchor = missing
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            if l_1_level is missing:
                l_1_level = undefined("parameter 'level' was not provided", name='level')
            if l_1_words is missing:
                l_1_words = undefined("parameter 'words' was not provided", name='words')
            pass
            l_1_anchor = (l_1_rich.anchors.titled)(l_1_words, )
            t_6.extend((
                '<h',
                written(l_1_level),
                ' id="',
                written((undefined(name='anchor') if l_1_anchor is missing else l_1_anchor)),
                '">',
                written(l_1_words),
                ' <a class="anchor" href="#',
                written((undefined(name='anchor') if l_1_anchor is missing else l_1_anchor)),
                '" aria-label="Link to ',
                written(l_1_words),
                '">#</a></h',
                written(l_1_level),
                '>',
            ))
            return concat(t_6)
        context.exported_vars.add('heading')
        context.vars['heading'] = l_0_heading = environment.macro(macro, 3, False)
        yield '\n'
        def macro(l_1_label, l_1_caller):
            t_7 = []
            if l_1_label is missing:
                l_1_label = undefined("parameter 'label' was not provided", name='label')
            pass
            t_7.extend((
                '<div class="scroll" role="region" tabindex="0" aria-label="',
                written(l_1_label),
                '">\n<table>\n',
                written((l_1_caller)()),
                '</table>\n</div>\n',
            ))
            return concat(t_7)
        context.exported_vars.add('table')
        context.vars['table'] = l_0_table = environment.macro(macro, 1, True)
        yield '\n'
        def macro(l_1_value):
            t_8 = []
            if l_1_value is missing:
                l_1_value = undefined("parameter 'value' was not provided", name='value')
            pass
            t_8.append(
                written((('%.10g' % (l_1_value, )) if t_4(l_1_value) else ('' if t_3(l_1_value) else l_1_value))),
            )
            return concat(t_8)
        context.exported_vars.add('amount')
        context.vars['amount'] = l_0_amount = environment.macro(macro, 1, False)
        yield '\n'
        def macro(l_1_rich, l_1_segments):
            t_9 = []
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            if l_1_segments is missing:
                l_1_segments = undefined("parameter 'segments' was not provided", name='segments')
            pass
            t_9.append(
                '<ul class="legend">\n',
            )
            for l_2_segment in l_1_segments:
                _loop_vars = {}
                pass
                t_9.extend((
                    '<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="fill-',
                    written(l_2_segment.colour),
                    '" width="10" height="10"/></svg>',
                    written((l_1_rich.plain)(l_2_segment.name, )),
                    '</li>\n',
                ))
            l_2_segment = missing
            t_9.append(
                '</ul>\n',
            )
            return concat(t_9)
        context.exported_vars.add('legend')
        context.vars['legend'] = l_0_legend = environment.macro(macro, 2, False)
        yield '\n'
        def macro(l_1_bar, l_1_words):
            t_10 = []
            if l_1_bar is missing:
                l_1_bar = undefined("parameter 'bar' was not provided", name='bar')
            if l_1_words is missing:
                l_1_words = undefined("parameter 'words' was not provided", name='words')
            pass
            t_10.extend((
                '<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label="',
                written(l_1_words),
                '">\n<title>',
                written(l_1_words),
                '</title>\n<rect class="track" width="100" height="14"/>\n',
            ))
            for l_2_segment in l_1_bar.segments:
                _loop_vars = {}
                pass
                t_10.extend((
                    '<rect class="segment fill-',
                    written(l_2_segment.colour),
                    written((' open' if l_2_segment.is_open else '')),
                    '" x="',
                    written(l_2_segment.start),
                    '" width="',
                    written(l_2_segment.width),
                    '" height="14"><title>',
                    written(l_2_segment.name),
                    ': ',
                    written(('%.2f' % (l_2_segment.amount, ))),
                    written((', not known' if l_2_segment.is_open else '')),
                    '</title></rect>\n',
                ))
            l_2_segment = missing
            if (not t_3(l_1_bar.low)):
                pass
                t_10.extend((
                    '<path class="whisker" d="M',
                    written(l_1_bar.low),
                    ' 15V20M',
                    written(l_1_bar.low),
                    ' 17.5H',
                    written(l_1_bar.high),
                    'M',
                    written(l_1_bar.high),
                    ' 15V20"/>\n',
                ))
            t_10.append(
                '</svg>\n',
            )
            return concat(t_10)
        context.exported_vars.add('stack')
        context.vars['stack'] = l_0_stack = environment.macro(macro, 2, False)
        yield '\n'
        def macro(l_1_rich, l_1_rows):
            t_11 = []
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            if l_1_rows is missing:
                l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
            pass
            t_11.append(
                '<dl class="details settings">\n',
            )
            for (l_2_label, l_2_text) in l_1_rows:
                _loop_vars = {}
                pass
                t_11.extend((
                    '<div class="short"><dt>',
                    written(l_2_label),
                    '</dt><dd>',
                    written((l_1_rich.inline)(l_2_text, )),
                    '</dd></div>\n',
                ))
            l_2_label = l_2_text = missing
            t_11.append(
                '</dl>\n',
            )
            return concat(t_11)
        context.exported_vars.add('pairs')
        context.vars['pairs'] = l_0_pairs = environment.macro(macro, 2, False)
        yield '\n'
        def macro(l_1_drawn, l_1_words, l_1_labelled):
            t_12 = []
            if l_1_drawn is missing:
                l_1_drawn = undefined("parameter 'drawn' was not provided", name='drawn')
            if l_1_words is missing:
                l_1_words = undefined("parameter 'words' was not provided", name='words')
            if l_1_labelled is missing:
                l_1_labelled = ''
            pass
            t_12.extend((
                '<svg class="plot" viewBox="0 0 ',
                written(l_1_drawn.width),
                ' ',
                written(l_1_drawn.height),
                '" role="img" aria-label="',
                written(l_1_words),
                '">\n',
            ))
            for l_2_tick in l_1_drawn.y_ticks:
                _loop_vars = {}
                pass
                t_12.extend((
                    '<path class="rule" d="M',
                    written(l_1_drawn.left),
                    ' ',
                    written(l_2_tick.at),
                    'H',
                    written(l_1_drawn.right),
                    '"/><text class="end" x="',
                    written((l_1_drawn.left - 5)),
                    '" y="',
                    written((l_2_tick.at + 4)),
                    '">',
                    written(l_2_tick.text),
                    '</text>\n',
                ))
            l_2_tick = missing
            for l_2_tick in l_1_drawn.x_ticks:
                _loop_vars = {}
                pass
                t_12.extend((
                    '<path class="rule" d="M',
                    written(l_2_tick.at),
                    ' ',
                    written(l_1_drawn.bottom),
                    'v4"/><text class="middle" x="',
                    written(l_2_tick.at),
                    '" y="',
                    written((l_1_drawn.bottom + 16)),
                    '">',
                    written(l_2_tick.text),
                    '</text>\n',
                ))
            l_2_tick = missing
            t_12.extend((
                '<text class="end" x="',
                written(l_1_drawn.right),
                '" y="',
                written((l_1_drawn.height - 5)),
                '">',
                written(l_1_drawn.x_title),
                '</text>\n',
            ))
            if l_1_labelled:
                pass
                t_12.extend((
                    '<text x="',
                    written(l_1_drawn.left),
                    '" y="',
                    written((l_1_drawn.height - 5)),
                    '">',
                    written(l_1_labelled),
                    '</text>\n',
                ))
            for l_2_line in l_1_drawn.lines:
                _loop_vars = {}
                pass
                t_12.extend((
                    '<path class="',
                    written(l_2_line.look),
                    '" d="',
                    written(l_2_line.path),
                    '"/>\n',
                ))
            l_2_line = missing
            for l_2_mark in l_1_drawn.marks:
                _loop_vars = {}
                pass
                if (l_2_mark.look == 'square'):
                    pass
                    t_12.extend((
                        '<rect class="point square" x="',
                        written((l_2_mark.x - 4)),
                        '" y="',
                        written((l_2_mark.y - 4)),
                        '" width="8" height="8"><title>',
                        written(l_2_mark.said),
                        '</title></rect>\n',
                    ))
                else:
                    pass
                    t_12.extend((
                        '<circle class="point ',
                        written(l_2_mark.look),
                        '" cx="',
                        written(l_2_mark.x),
                        '" cy="',
                        written(l_2_mark.y),
                        '" r="',
                        written((9 if l_2_mark.inside else 3.5)),
                        '"><title>',
                        written(l_2_mark.said),
                        '</title></circle>\n',
                    ))
                if l_2_mark.inside:
                    pass
                    t_12.extend((
                        '<text class="letter ',
                        written(l_2_mark.look),
                        '" x="',
                        written(l_2_mark.x),
                        '" y="',
                        written((l_2_mark.y + 4)),
                        '">',
                        written(l_2_mark.inside),
                        '</text>\n',
                    ))
                if l_2_mark.beside:
                    pass
                    t_12.extend((
                        '<text class="words ',
                        written(l_2_mark.anchor),
                        '" x="',
                        written((l_2_mark.x + (8 if (l_2_mark.anchor == 'start') else -8))),
                        '" y="',
                        written((l_2_mark.y + (9 if (l_2_mark.anchor == 'start') else -4))),
                        '">',
                        written(l_2_mark.beside),
                        '</text>\n',
                    ))
            l_2_mark = missing
            t_12.append(
                '</svg>\n',
            )
            return concat(t_12)
        context.exported_vars.add('plot')
        context.vars['plot'] = l_0_plot = environment.macro(macro, 3, False)
        yield '\n'
        def macro(l_1_rich, l_1_chart, l_1_label):
            t_13 = []
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            if l_1_chart is missing:
                l_1_chart = undefined("parameter 'chart' was not provided", name='chart')
            if l_1_label is missing:
                l_1_label = undefined("parameter 'label' was not provided", name='label')
            pass
            t_13.append(
                '<div class="bars">\n',
            )
            l_2_loop = missing
            for l_2_bar, l_2_loop in LoopContext(l_1_chart.bars, undefined):
                _loop_vars = {}
                pass
                t_13.extend((
                    '<div class="bar-row wide',
                    written((' apart' if l_2_bar.is_apart else '')),
                    '">\n<p class="bar-name">',
                    written((l_1_rich.plain)(l_2_bar.name, )),
                    '</p>\n<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label="',
                    written((l_1_rich.plain)(l_2_bar.name, )),
                    ': ',
                    written(l_2_bar.said),
                    '">\n<title>',
                    written((l_1_rich.plain)(l_2_bar.name, )),
                    ': ',
                    written(l_2_bar.said),
                    '</title>\n<rect class="track" width="100" height="20"/>\n<rect class="range ',
                    written(l_2_bar.look),
                    '" x="',
                    written(l_2_bar.start),
                    '" y="4" width="',
                    written(l_2_bar.width),
                    '" height="12"/>\n',
                ))
                if (not l_2_bar.width):
                    pass
                    t_13.extend((
                        '<path class="whisker" d="M',
                        written(l_2_bar.start),
                        ' 3V17"/>\n',
                    ))
                if (not t_3(l_2_bar.whisker)):
                    pass
                    t_13.extend((
                        '<path class="whisker" d="M',
                        written(t_2((l_2_bar.start + l_2_bar.width), 2)),
                        ' 10H',
                        written(l_2_bar.whisker),
                        'M',
                        written(l_2_bar.whisker),
                        ' 5V15"/>\n',
                    ))
                l_3_loop = missing
                for l_3_mark, l_3_loop in LoopContext(l_2_bar.marks, undefined):
                    _loop_vars = {}
                    pass
                    t_13.extend((
                        '<path class="whisker" d="M',
                        written(l_3_mark),
                        ' ',
                        written((0 if l_3_loop.first else 2)),
                        'V',
                        written((20 if l_3_loop.first else 18)),
                        '"/>\n',
                    ))
                l_3_loop = l_3_mark = missing
                t_13.extend((
                    '</svg>\n<p class="bar-value">',
                    written(l_2_bar.text),
                    '</p>\n</div>\n',
                ))
            l_2_loop = l_2_bar = missing
            t_13.append(
                '<div class="bar-row wide axis"><p class="ticks" aria-hidden="true">',
            )
            for (l_2_tick, l_2_date) in l_1_chart.ticks:
                _loop_vars = {}
                pass
                t_13.extend((
                    '<span><span>',
                    written(l_2_tick),
                ))
                if l_2_date:
                    pass
                    t_13.extend((
                        '<span class="scale">',
                        written(l_2_date),
                        '</span>',
                    ))
                t_13.append(
                    '</span></span>',
                )
            l_2_tick = l_2_date = missing
            t_13.extend((
                '</p><p class="bar-value">',
                written(l_1_label),
                '</p></div>\n</div>\n',
            ))
            return concat(t_13)
        context.exported_vars.add('ranges')
        context.vars['ranges'] = l_0_ranges = environment.macro(macro, 3, False)

    blocks = {}
    debug_info = '1=37&2=44&4=49&5=54&11=67&12=77&13=80&16=97&17=104&19=106&24=113&26=125&28=135&29=140&34=153&35=162&36=164&38=167&39=172&41=186&42=190&47=206&49=216&50=221&55=234&56=245&57=252&58=257&60=271&61=276&63=290&64=297&65=301&67=308&68=313&70=319&71=322&72=326&74=337&76=348&77=352&79=361&80=365&86=382&88=395&89=400&90=402&91=404&92=408&94=412&95=419&96=423&98=426&99=430&101=438&102=443&105=453&108=460'
    return locals()


def page(environment):
    name = 'page.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_language = resolve('language')
        l_0_policy = resolve('policy')
        l_0_lead = resolve('lead')
        l_0_title = resolve('title')
        l_0_css = resolve('css')
        l_0_sections = resolve('sections')
        l_0_introduction = resolve('introduction')
        l_0_what_if = resolve('what_if')
        l_0_scripts = resolve('scripts')
        pass
        yield '<!doctype html>\n<html lang="'
        yield written((undefined(name='language') if l_0_language is missing else l_0_language))
        yield '">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
        yield written((undefined(name='policy') if l_0_policy is missing else l_0_policy))
        yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n<meta name="generator" content="archkit">\n'
        if (undefined(name='lead') if l_0_lead is missing else l_0_lead):
            pass
            yield '<meta name="description" content="'
            yield written((undefined(name='lead') if l_0_lead is missing else l_0_lead))
            yield '">\n'
        yield '<title>'
        yield written((undefined(name='title') if l_0_title is missing else l_0_title))
        yield '</title>\n<style>'
        yield written((undefined(name='css') if l_0_css is missing else l_0_css))
        yield '</style>\n</head>\n<body id="top">\n'
        template = environment.get_template('fills.html.j2', 'page.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
        yield '<a class="skip" href="#content">Skip to the content</a>\n'
        template = environment.get_template('title.html.j2', 'page.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
        yield '<div class="columns">\n'
        if (undefined(name='sections') if l_0_sections is missing else l_0_sections):
            pass
            template = environment.get_template('contents.html.j2', 'page.html.j2')
            gen = template.root_render_func(template.new_context(context.get_all(), True, {}))
            try:
                for event in gen:
                    yield event
            finally: gen.close()
        yield '<main id="content">\n'
        for l_1_text in (undefined(name='introduction') if l_0_introduction is missing else l_0_introduction):
            _loop_vars = {}
            pass
            yield '<div class="prose">\n'
            yield written(l_1_text)
            yield '</div>\n'
        l_1_text = missing
        for l_1_section in (undefined(name='sections') if l_0_sections is missing else l_0_sections):
            _loop_vars = {}
            pass
            yield '<section aria-labelledby="'
            yield written(l_1_section.anchor)
            yield '">\n<h2 id="'
            yield written(l_1_section.anchor)
            yield '">'
            yield written((l_1_section.title or 'Text'))
            yield ' <a class="anchor" href="#'
            yield written(l_1_section.anchor)
            yield '" aria-label="Link to '
            yield written(l_1_section.title)
            yield '">#</a></h2>\n'
            for l_2_block in l_1_section.blocks:
                _loop_vars = {}
                pass
                if l_2_block.title:
                    pass
                    yield '<h3 id="'
                    yield written(l_2_block.anchor)
                    yield '">'
                    yield written(l_2_block.title)
                    yield ' <a class="anchor" href="#'
                    yield written(l_2_block.anchor)
                    yield '" aria-label="Link to '
                    yield written(l_2_block.title)
                    yield '">#</a></h3>\n'
                yield written(l_2_block.html)
                yield '\n'
            l_2_block = missing
            yield '</section>\n'
        l_1_section = missing
        yield '</main>\n</div>\n'
        if (undefined(name='what_if') if l_0_what_if is missing else l_0_what_if):
            pass
            yield '<script type="application/json">'
            yield written((undefined(name='what_if') if l_0_what_if is missing else l_0_what_if))
            yield '</script>\n'
        for l_1_script in (undefined(name='scripts') if l_0_scripts is missing else l_0_scripts):
            _loop_vars = {}
            pass
            yield '<script>'
            yield written(l_1_script)
            yield '</script>\n'
        l_1_script = missing
        yield '</body>\n</html>\n'

    blocks = {}
    debug_info = '2=22&5=24&10=26&11=29&13=32&14=34&17=36&19=43&21=50&22=52&25=59&27=63&29=66&30=70&31=72&32=80&33=83&34=86&36=94&42=100&43=103&45=105&46=109'
    return locals()


def sections_comparison(environment):
    name = 'sections/comparison.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_criteria = resolve('criteria')
        l_0_marks = resolve('marks')
        l_0_settings = resolve('settings')
        l_0_rich = resolve('rich')
        l_0_method = resolve('method')
        l_0_judgements = resolve('judgements')
        l_0_table = l_0_pairs = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['length']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'length' found.")
        try:
            t_3 = environment.filters['list']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No filter named 'list' found.")
        try:
            t_4 = environment.filters['rejectattr']
        except KeyError:
            @internalcode
            def t_4(*unused):
                raise TemplateRuntimeError("No filter named 'rejectattr' found.")
        try:
            t_5 = environment.filters['selectattr']
        except KeyError:
            @internalcode
            def t_5(*unused):
                raise TemplateRuntimeError("No filter named 'selectattr' found.")
        try:
            t_6 = environment.tests['none']
        except KeyError:
            @internalcode
            def t_6(*unused):
                raise TemplateRuntimeError("No test named 'none' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/comparison.html.j2')._get_default_module(context)
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison.html.j2') does not export the requested name 'table'", name='table')
        l_0_pairs = getattr(included_template, 'pairs', missing)
        if l_0_pairs is missing:
            l_0_pairs = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison.html.j2') does not export the requested name 'pairs'", name='pairs')
        context.vars.update({'table': l_0_table, 'pairs': l_0_pairs})
        context.exported_vars.difference_update(('table', 'pairs'))
        if (undefined(name='criteria') if l_0_criteria is missing else l_0_criteria):
            pass
            def macro():
                t_7 = []
                l_1_columns = resolve('columns')
                l_1_results = resolve('results')
                pass
                t_7.append(
                    '<thead>\n<tr><th scope="col">Criterion</th><th scope="col" class="right">Weight</th>',
                )
                for l_2_name in (undefined(name='columns') if l_1_columns is missing else l_1_columns):
                    l_2_chosen = resolve('chosen')
                    _loop_vars = {}
                    pass
                    t_7.extend((
                        '<th scope="col" class="score',
                        written((' chosen' if (l_2_name in (undefined(name='chosen') if l_2_chosen is missing else l_2_chosen)) else '')),
                        '">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_name, )),
                        '</th>',
                    ))
                l_2_name = l_2_chosen = missing
                t_7.append(
                    '</tr>\n</thead>\n<tbody>\n',
                )
                for (l_2_item, l_2_share, l_2_given, l_2_cells) in (undefined(name='criteria') if l_0_criteria is missing else l_0_criteria):
                    _loop_vars = {}
                    pass
                    t_7.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.criterion, )),
                    ))
                    if l_2_item.scale:
                        pass
                        t_7.extend((
                            ' <span class="scale">',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.scale, )),
                            '</span>',
                        ))
                    t_7.append(
                        '</th><td class="right nowrap">',
                    )
                    if l_2_item.is_gate:
                        pass
                        t_7.append(
                            '<span class="chip">must</span>',
                        )
                    else:
                        pass
                        t_7.append(
                            written(l_2_share),
                        )
                        if l_2_given:
                            pass
                            t_7.extend((
                                '<span class="scale">',
                                written(l_2_given),
                                '</span>',
                            ))
                    t_7.append(
                        '</td>',
                    )
                    for l_3_cell in l_2_cells:
                        _loop_vars = {}
                        pass
                        t_7.extend((
                            '<td class="score ',
                            written(l_3_cell.mark),
                            '">',
                        ))
                        if (l_3_cell.mark == 'blank'):
                            pass
                            t_7.append(
                                '<span title="not known: counts from the worst to the best">not known</span>',
                            )
                        elif (l_3_cell.mark == 'rated'):
                            pass
                            t_7.extend((
                                written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_3_cell.text, )),
                                '<span class="scale">by the raters</span>',
                            ))
                        else:
                            pass
                            t_7.append(
                                written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_3_cell.text, )),
                            )
                        t_7.append(
                            '</td>',
                        )
                    l_3_cell = missing
                    t_7.append(
                        '</tr>\n',
                    )
                l_2_item = l_2_share = l_2_given = l_2_cells = missing
                t_7.append(
                    '</tbody>\n',
                )
                if (undefined(name='columns') if l_1_columns is missing else l_1_columns):
                    pass
                    t_7.append(
                        '<tfoot>\n<tr class="result"><th scope="row">Weighted score</th><td></td>',
                    )
                    for l_2_result in (undefined(name='results') if l_1_results is missing else l_1_results):
                        _loop_vars = {}
                        pass
                        t_7.append(
                            '<td class="score">',
                        )
                        if l_2_result.out_by:
                            pass
                            t_7.append(
                                '<span class="chip bad">out</span>',
                            )
                        else:
                            pass
                            t_7.extend((
                                '<strong>',
                                written(l_2_result.text),
                                '</strong>',
                            ))
                            if l_2_result.interval:
                                pass
                                t_7.extend((
                                    '<span class="scale">',
                                    written(l_2_result.interval),
                                    '</span>',
                                ))
                            if (l_2_result.open_gates and l_2_result.text):
                                pass
                                t_7.append(
                                    '<span class="scale pending">if its open must is met</span>',
                                )
                        t_7.append(
                            '</td>',
                        )
                    l_2_result = missing
                    t_7.append(
                        '</tr>\n',
                    )
                    if t_3(context.eval_ctx, t_5(context, (undefined(name='results') if l_1_results is missing else l_1_results), 'rank')):
                        pass
                        t_7.append(
                            '<tr><th scope="row">Rank</th><td></td>',
                        )
                        for l_2_result in (undefined(name='results') if l_1_results is missing else l_1_results):
                            _loop_vars = {}
                            pass
                            t_7.extend((
                                '<td class="score">',
                                written((l_2_result.rank or '–')),
                                '</td>',
                            ))
                        l_2_result = missing
                        t_7.append(
                            '</tr>\n',
                        )
                    if t_3(context.eval_ctx, t_4(context, (undefined(name='results') if l_1_results is missing else l_1_results), 'effort_mean', 'none')):
                        pass
                        t_7.append(
                            '<tr><th scope="row">Effort <span class="scale">working days, mean and 80 %</span></th><td></td>',
                        )
                        for l_2_result in (undefined(name='results') if l_1_results is missing else l_1_results):
                            _loop_vars = {}
                            pass
                            t_7.append(
                                '<td class="score">',
                            )
                            if (not t_6(l_2_result.effort_mean)):
                                pass
                                t_7.append(
                                    written(('%.1f' % (l_2_result.effort_mean, ))),
                                )
                                if (not t_6(l_2_result.effort_p80)):
                                    pass
                                    t_7.extend((
                                        '<span class="scale">≤ ',
                                        written(('%.1f' % (l_2_result.effort_p80, ))),
                                        '</span>',
                                    ))
                            else:
                                pass
                                t_7.append(
                                    '–',
                                )
                            t_7.append(
                                '</td>',
                            )
                        l_2_result = missing
                        t_7.append(
                            '</tr>\n',
                        )
                    if t_3(context.eval_ctx, t_5(context, (undefined(name='results') if l_1_results is missing else l_1_results), 'loss')):
                        pass
                        t_7.append(
                            '<tr><th scope="row">Expected loss <span class="scale">working days, all its risks before mitigation</span></th><td></td>',
                        )
                        for l_2_result in (undefined(name='results') if l_1_results is missing else l_1_results):
                            _loop_vars = {}
                            pass
                            t_7.extend((
                                '<td class="score">',
                                written((l_2_result.loss or '–')),
                            ))
                            if l_2_result.unknown_risks:
                                pass
                                t_7.extend((
                                    '<span class="scale">',
                                    written(l_2_result.unknown_risks),
                                    ' not known</span>',
                                ))
                            t_7.append(
                                '</td>',
                            )
                        l_2_result = missing
                        t_7.append(
                            '</tr>\n',
                        )
                    t_7.append(
                        '</tfoot>\n',
                    )
                return concat(t_7)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of scores', caller=caller)
            if ((undefined(name='marks') if l_0_marks is missing else l_0_marks).intersection)(('blank', 'range', 'rated'), ):
                pass
                yield '<p class="note">'
                if ((undefined(name='marks') if l_0_marks is missing else l_0_marks).intersection)(('range', 'rated'), ):
                    pass
                    yield 'A range counts with its middle; its ends give the interval of the score. '
                if ('blank' in (undefined(name='marks') if l_0_marks is missing else l_0_marks)):
                    pass
                    yield 'A score that is not known counts from the worst to the best of its scale, with the middle of both. '
                if ('rated' in (undefined(name='marks') if l_0_marks is missing else l_0_marks)):
                    pass
                    yield 'Where nothing was agreed, what the raters say counts from the lowest to the highest.'
                yield '</p>\n'
        if (undefined(name='settings') if l_0_settings is missing else l_0_settings):
            pass
            yield written(((undefined(name='pairs') if l_0_pairs is missing else l_0_pairs))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='settings') if l_0_settings is missing else l_0_settings), ))
            yield '\n'
        for l_1_note in (undefined(name='method') if l_0_method is missing else l_0_method):
            _loop_vars = {}
            pass
            yield '<p class="note">'
            yield written(l_1_note)
            yield '</p>\n'
        l_1_note = missing
        if (undefined(name='judgements') if l_0_judgements is missing else l_0_judgements):
            pass
            yield '<details class="more">\n<summary>Pairwise weights: '
            yield written(t_2((undefined(name='judgements') if l_0_judgements is missing else l_0_judgements)))
            yield ' judgement'
            yield written(('s' if (t_2((undefined(name='judgements') if l_0_judgements is missing else l_0_judgements)) > 1) else ''))
            yield '</summary>\n'
            def macro():
                t_8 = []
                pass
                t_8.append(
                    '<thead><tr><th scope="col">Criterion</th><th scope="col">Against</th><th scope="col" class="right">Ratio</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='judgements') if l_0_judgements is missing else l_0_judgements):
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_row.criterion, )),
                        '</th><td>',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_row.against, )),
                        '</td><td class="right">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_row.ratio, )),
                        '</td></tr>\n',
                    ))
                l_2_row = missing
                t_8.append(
                    '</tbody>\n',
                )
                return concat(t_8)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of pairwise judgements', caller=caller)
            yield '</details>\n'
        template = environment.get_template('sections/comparison/firmness.html.j2', 'sections/comparison.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {'pairs': l_0_pairs, 'table': l_0_table}))
        try:
            for event in gen:
                yield event
        finally: gen.close()

    blocks = {}
    debug_info = '1=55&2=64&3=66&5=74&8=89&9=94&10=126&11=134&15=161&18=166&19=203&20=208&22=220&23=225&25=255&26=260&3=286&31=287&32=290&35=300&36=302&38=304&39=308&41=311&43=314&44=318&47=324&48=329&44=342&54=344'
    return locals()


def sections_comparison_against(environment):
    name = 'sections/comparison/against.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_firm = resolve('firm')
        l_0_rich = resolve('rich')
        l_0_rated = resolve('rated')
        l_0_heading = l_0_table = l_0_plot = l_0_chip = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['join']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'join' found.")
        try:
            t_3 = environment.filters['length']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No filter named 'length' found.")
        try:
            t_4 = environment.filters['list']
        except KeyError:
            @internalcode
            def t_4(*unused):
                raise TemplateRuntimeError("No filter named 'list' found.")
        try:
            t_5 = environment.filters['selectattr']
        except KeyError:
            @internalcode
            def t_5(*unused):
                raise TemplateRuntimeError("No filter named 'selectattr' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/comparison/against.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/against.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/against.html.j2') does not export the requested name 'table'", name='table')
        l_0_plot = getattr(included_template, 'plot', missing)
        if l_0_plot is missing:
            l_0_plot = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/against.html.j2') does not export the requested name 'plot'", name='plot')
        context.vars.update({'heading': l_0_heading, 'table': l_0_table, 'plot': l_0_plot})
        context.exported_vars.difference_update(('heading', 'table', 'plot'))
        def macro(l_1_mark):
            t_6 = []
            if l_1_mark is missing:
                l_1_mark = undefined("parameter 'mark' was not provided", name='mark')
            pass
            if (l_1_mark == 'split'):
                pass
                t_6.append(
                    ' <span class="chip bad">split</span>',
                )
            elif (l_1_mark == 'open'):
                pass
                t_6.append(
                    ' <span class="chip">open</span>',
                )
            return concat(t_6)
        context.exported_vars.add('chip')
        context.vars['chip'] = l_0_chip = environment.macro(macro, 1, False)
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).value:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Value against effort', ))
            yield '\n<figure class="chart">\n<figcaption>Weighted score (0–1, upwards) against mean effort; a dashed line joins the efficient options, thin lines lead to the ends of the score\'s interval and to the P80 of the effort</figcaption>\n<div class="beside">\n'
            yield written(((undefined(name='plot') if l_0_plot is missing else l_0_plot))((undefined(name='firm') if l_0_firm is missing else l_0_firm).value.plot, 'Weighted score against mean effort; the numbers stand in the table', 'Score upwards', ))
            yield '\n'
            def macro():
                t_7 = []
                pass
                t_7.append(
                    '<thead><tr><th scope="col">Option</th><th scope="col" class="right">Score</th><th scope="col" class="right">Mean days</th><th scope="col" class="right">P80</th><th scope="col">Frontier</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_letter, l_2_row) in (undefined(name='firm') if l_0_firm is missing else l_0_firm).value.rows:
                    _loop_vars = {}
                    pass
                    t_7.extend((
                        '<tr><th scope="row"><strong>',
                        written(l_2_letter),
                        '</strong> ',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.option, )),
                        '</th><td class="right">',
                        written(('%.2f' % (l_2_row.score, ))),
                    ))
                    if (l_2_row.low < l_2_row.high):
                        pass
                        t_7.extend((
                            '<span class="scale">',
                            written(('%.2f–%.2f' % (l_2_row.low, l_2_row.high, ))),
                            '</span>',
                        ))
                    t_7.extend((
                        '</td><td class="right">',
                        written(('%.1f' % (l_2_row.effort_mean, ))),
                        '</td><td class="right">',
                        written((('%.1f' % (l_2_row.effort_p80, )) if (l_2_row.effort_p80 == l_2_row.effort_p80) else '')),
                        '</td><td>',
                        written(('out' if l_2_row.out else ('efficient' if l_2_row.efficient else '–'))),
                        '</td></tr>\n',
                    ))
                l_2_letter = l_2_row = missing
                t_7.append(
                    '</tbody>\n',
                )
                return concat(t_7)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of value and effort', caller=caller)
            yield '</div>\n<p class="note">'
            yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).value.notes, ' '), ))
            yield '</p>\n</figure>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Against the reference', ))
            yield '\n'
            def macro():
                t_8 = []
                pass
                t_8.append(
                    '<thead><tr><th scope="col">Criterion</th>',
                )
                for l_2_name in (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.table.options:
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<th scope="col" class="center">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                    ))
                    if (l_2_name == (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.reference):
                        pass
                        t_8.append(
                            ' <span class="scale">reference</span>',
                        )
                    t_8.append(
                        '</th>',
                    )
                l_2_name = missing
                t_8.append(
                    '</tr></thead>\n<tbody>\n',
                )
                l_2_loop = missing
                for l_2_row, l_2_loop in LoopContext((undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.by_criterion, undefined):
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(environment.getitem((undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.table.criteria, l_2_loop.index0), )),
                        '</th>',
                    ))
                    for l_3_sign in l_2_row:
                        _loop_vars = {}
                        pass
                        t_8.extend((
                            '<td class="center">',
                            written(l_3_sign),
                            '</td>',
                        ))
                    l_3_sign = missing
                    t_8.append(
                        '</tr>\n',
                    )
                l_2_loop = l_2_row = missing
                t_8.extend((
                    '</tbody>\n<tfoot>\n<tr class="result"><th scope="row">Better, same, worse',
                    written((', open' if t_4(context.eval_ctx, t_5(context, (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.rows, 'open')) else '')),
                    '</th>',
                ))
                for l_2_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.rows:
                    _loop_vars = {}
                    pass
                    t_8.append(
                        '<td class="center">',
                    )
                    if (l_2_row.option == (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.reference):
                        pass
                        t_8.append(
                            '–',
                        )
                    else:
                        pass
                        t_8.extend((
                            written(l_2_row.better),
                            ', ',
                            written(l_2_row.same),
                            ', ',
                            written(l_2_row.worse),
                            written((markup_join((', ', l_2_row.open, )) if t_4(context.eval_ctx, t_5(context, (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.rows, 'open')) else '')),
                        ))
                    t_8.append(
                        '</td>',
                    )
                l_2_row = missing
                t_8.append(
                    '</tr>\n<tr><th scope="row">Difference of the scores</th>',
                )
                for l_2_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.rows:
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<td class="center">',
                        written((('%+.2f' % (l_2_row.score, )) if ((l_2_row.score == l_2_row.score) and (l_2_row.option != (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.reference)) else '–')),
                        '</td>',
                    ))
                l_2_row = missing
                t_8.append(
                    '</tr>\n</tfoot>\n',
                )
                return concat(t_8)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of differences from the reference', caller=caller)
            yield '<p class="note">+ better, − worse, 0 the same, ? open. '
            yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).deltas.notes, ' '), ))
            yield '</p>\n'
        if (undefined(name='rated') if l_0_rated is missing else l_0_rated):
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Raters', ))
            yield '\n'
            if (undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement:
                pass
                def macro():
                    t_9 = []
                    pass
                    t_9.append(
                        '<thead><tr><th scope="col">Rank, with own weights and scores</th>',
                    )
                    for l_2_name in (undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement.options:
                        _loop_vars = {}
                        pass
                        t_9.extend((
                            '<th scope="col" class="center">',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                            '</th>',
                        ))
                    l_2_name = missing
                    t_9.append(
                        '</tr></thead>\n<tbody>\n',
                    )
                    l_2_loop = missing
                    for l_2_ranking, l_2_loop in LoopContext((undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement.by_rater, undefined):
                        _loop_vars = {}
                        pass
                        t_9.extend((
                            '<tr><th scope="row">',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_ranking.rater, )),
                            '</th>',
                        ))
                        l_3_loop = missing
                        for l_3_rank, l_3_loop in LoopContext(l_2_ranking.ranks, undefined):
                            _loop_vars = {}
                            pass
                            t_9.append(
                                '<td class="center">',
                            )
                            if l_3_rank:
                                pass
                                t_9.extend((
                                    written(l_3_rank),
                                    '<span class="scale">',
                                    written(('%.2f' % (environment.getitem(l_2_ranking.scores, l_3_loop.index0), ))),
                                    '</span>',
                                ))
                            else:
                                pass
                                t_9.append(
                                    '–',
                                )
                            t_9.append(
                                '</td>',
                            )
                        l_3_loop = l_3_rank = missing
                        t_9.append(
                            '</tr>\n',
                        )
                    l_2_loop = l_2_ranking = missing
                    t_9.append(
                        '</tbody>\n',
                    )
                    return concat(t_9)
                caller = environment.macro(macro, 0, False)
                yield ((undefined(name='table') if l_0_table is missing else l_0_table))("Table of the raters' rankings", caller=caller)
                yield '<p class="note">'
                yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement.notes, ' '), ))
                yield '</p>\n'
            yield '<details class="more" open>\n<summary>What was agreed, and what each rater says</summary>\n'
            def macro():
                t_10 = []
                l_1_rated_columns = resolve('rated_columns')
                pass
                t_10.append(
                    '<thead><tr><th scope="col">Criterion</th><th scope="col">Rater</th><th scope="col" class="right">Weight</th>',
                )
                for l_2_name in (undefined(name='rated_columns') if l_1_rated_columns is missing else l_1_rated_columns):
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        '<th scope="col" class="center">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                l_2_name = missing
                t_10.append(
                    '</tr></thead>\n',
                )
                l_2_loop = missing
                for (l_2_criterion, l_2_rows), l_2_loop in LoopContext((undefined(name='rated') if l_0_rated is missing else l_0_rated), undefined):
                    _loop_vars = {}
                    pass
                    t_10.append(
                        '<tbody>\n',
                    )
                    l_3_loop = missing
                    for l_3_row, l_3_loop in LoopContext(l_2_rows, undefined):
                        _loop_vars = {}
                        pass
                        t_10.append(
                            '<tr>',
                        )
                        if l_3_loop.first:
                            pass
                            t_10.extend((
                                '<th scope="rowgroup" rowspan="',
                                written(t_3(l_2_rows)),
                                '">',
                                written((((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_criterion, ) or '–')),
                                '</th>',
                            ))
                        t_10.append(
                            '<td class="rater">',
                        )
                        if l_3_row.who:
                            pass
                            t_10.append(
                                written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_3_row.who, )),
                            )
                        else:
                            pass
                            t_10.append(
                                '<strong>agreed</strong>',
                            )
                        t_10.extend((
                            '</td><td class="right">',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_3_row.weight, )),
                            written(((undefined(name='chip') if l_0_chip is missing else l_0_chip))((environment.getitem(l_3_row.marks, 0) if l_3_row.marks else ''), )),
                            '</td>',
                        ))
                        l_4_loop = missing
                        for l_4_score, l_4_loop in LoopContext(l_3_row.scores, undefined):
                            _loop_vars = {}
                            pass
                            t_10.extend((
                                '<td class="center">',
                                written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_4_score, )),
                                written(((undefined(name='chip') if l_0_chip is missing else l_0_chip))((environment.getitem(l_3_row.marks, l_4_loop.index) if l_3_row.marks else ''), )),
                                '</td>',
                            ))
                        l_4_loop = l_4_score = missing
                        t_10.append(
                            '</tr>\n',
                        )
                    l_3_loop = l_3_row = missing
                    t_10.append(
                        '</tbody>\n',
                    )
                l_2_loop = l_2_criterion = l_2_rows = missing
                return concat(t_10)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of ratings', caller=caller)
            if ((undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement and (undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement.rows):
                pass
                def macro():
                    t_11 = []
                    pass
                    t_11.append(
                        '<thead><tr><th scope="col">Criterion</th><th scope="col">Of</th><th scope="col" class="right">Raters</th><th scope="col" class="right">Lowest</th><th scope="col" class="right">Median</th><th scope="col" class="right">Highest</th><th scope="col" class="right">Spread</th></tr></thead>\n<tbody>\n',
                    )
                    for l_2_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).agreement.rows:
                        _loop_vars = {}
                        pass
                        t_11.extend((
                            '<tr><th scope="row">',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.criterion, )),
                            '</th><td>',
                            written((((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.option, ) or 'weight')),
                            '</td><td class="right">',
                            written(l_2_row.raters),
                            '</td><td class="right">',
                            written((('%.4g' % (l_2_row.lowest, )) if l_2_row.option else ('%.0f %%' % ((100 * l_2_row.lowest), )))),
                            '</td><td class="right">',
                            written((('%.4g' % (l_2_row.median, )) if l_2_row.option else ('%.0f %%' % ((100 * l_2_row.median), )))),
                            '</td><td class="right">',
                            written((('%.4g' % (l_2_row.highest, )) if l_2_row.option else ('%.0f %%' % ((100 * l_2_row.highest), )))),
                            '</td><td class="right">',
                            written(('%.0f %%' % ((100 * l_2_row.spread), ))),
                            written(((undefined(name='chip') if l_0_chip is missing else l_0_chip))(('split' if l_2_row.split else ('open' if l_2_row.open else '')), )),
                            '</td></tr>\n',
                        ))
                    l_2_row = missing
                    t_11.append(
                        '</tbody>\n',
                    )
                    return concat(t_11)
                caller = environment.macro(macro, 0, False)
                yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of agreement', caller=caller)
            yield '</details>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).problems:
            pass
            yield '<details class="more">\n<summary>'
            yield written(t_3((undefined(name='firm') if l_0_firm is missing else l_0_firm).problems))
            yield ' '
            yield written(('note' if (t_3((undefined(name='firm') if l_0_firm is missing else l_0_firm).problems) == 1) else 'notes'))
            yield ' on what is open or not read</summary>\n<ul class="note">\n'
            for l_1_problem in (undefined(name='firm') if l_0_firm is missing else l_0_firm).problems:
                _loop_vars = {}
                pass
                yield '<li>'
                yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(l_1_problem, ))
                yield '</li>\n'
            l_1_problem = missing
            yield '</ul>\n</details>\n'

    blocks = {}
    debug_info = '1=46&2=58&3=76&4=78&8=80&9=82&12=88&13=93&9=121&18=123&21=125&22=127&23=129&24=135&26=155&27=160&31=178&32=209&23=223&35=225&37=227&38=229&39=231&40=233&41=239&43=252&44=257&40=293&48=295&52=298&53=305&54=318&56=325&57=331&52=380&62=381&63=383&66=389&67=394&63=416&74=418&76=421&78=425&79=429'
    return locals()


def sections_comparison_firmness(environment):
    name = 'sections/comparison/firmness.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_firm = resolve('firm')
        l_0_rich = resolve('rich')
        l_0_heading = l_0_table = l_0_key = l_0_stack = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['join']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'join' found.")
        try:
            t_3 = environment.filters['list']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No filter named 'list' found.")
        try:
            t_4 = environment.filters['selectattr']
        except KeyError:
            @internalcode
            def t_4(*unused):
                raise TemplateRuntimeError("No filter named 'selectattr' found.")
        try:
            t_5 = environment.tests['none']
        except KeyError:
            @internalcode
            def t_5(*unused):
                raise TemplateRuntimeError("No test named 'none' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/comparison/firmness.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/firmness.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/firmness.html.j2') does not export the requested name 'table'", name='table')
        l_0_key = getattr(included_template, 'legend', missing)
        if l_0_key is missing:
            l_0_key = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/firmness.html.j2') does not export the requested name 'legend'", name='legend')
        l_0_stack = getattr(included_template, 'stack', missing)
        if l_0_stack is missing:
            l_0_stack = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/comparison/firmness.html.j2') does not export the requested name 'stack'", name='stack')
        context.vars.update({'heading': l_0_heading, 'table': l_0_table, 'key': l_0_key, 'stack': l_0_stack})
        context.exported_vars.difference_update(('heading', 'table', 'key', 'stack'))
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).dominance:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Dominance', ))
            yield '\n'
            if (undefined(name='firm') if l_0_firm is missing else l_0_firm).dominance.rows:
                pass
                yield '<ul class="prose">\n'
                for l_1_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).dominance.rows:
                    _loop_vars = {}
                    pass
                    yield '<li><strong>'
                    yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_row.better, ))
                    yield '</strong> is '
                    yield written(('better than' if l_1_row.strict else 'nowhere worse than, and somewhere better than,'))
                    yield ' <strong>'
                    yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_row.worse, ))
                    yield '</strong>'
                    yield written((' on every criterion' if l_1_row.strict else ''))
                    yield ' ('
                    yield written(l_1_row.certainty)
                    yield ').</li>\n'
                l_1_row = missing
                yield '</ul>\n'
            yield '<p class="note">'
            yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(environment.getitem((undefined(name='firm') if l_0_firm is missing else l_0_firm).dominance.notes, 0), ))
            yield '</p>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).bars:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Weighted scores', ))
            yield '\n<figure class="chart">\n<figcaption>What each criterion adds to the score of an option'
            if t_3(context.eval_ctx, t_4(context, (undefined(name='firm') if l_0_firm is missing else l_0_firm).bars, 'interval')):
                pass
                yield '; the line below a bar is the interval that ranges and blanks leave open'
            if (undefined(name='firm') if l_0_firm is missing else l_0_firm).has_open:
                pass
                yield '; an outline stands for a score that is not known'
            yield '</figcaption>\n<div class="bars">\n'
            for l_1_bar in (undefined(name='firm') if l_0_firm is missing else l_0_firm).bars:
                _loop_vars = {}
                pass
                yield '<div class="bar-row'
                yield written((' out' if l_1_bar.out else ''))
                yield '">\n<p class="bar-name">'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ))
                yield '</p>\n'
                yield written(((undefined(name='stack') if l_0_stack is missing else l_0_stack))(l_1_bar, markup_join((((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ), ': ', l_1_bar.text, (markup_join((', between ', l_1_bar.interval, )) if l_1_bar.interval else ''), (markup_join((', ', l_1_bar.note, )) if l_1_bar.note else ''), )), ))
                yield '\n<p class="bar-value">'
                yield written(l_1_bar.text)
                if (l_1_bar.interval and (not l_1_bar.out)):
                    pass
                    yield ' <span class="scale">'
                    yield written(l_1_bar.interval)
                    yield '</span>'
                if l_1_bar.note:
                    pass
                    yield ' <span class="scale pending">'
                    yield written(l_1_bar.note)
                    yield '</span>'
                yield '</p>\n</div>\n'
            l_1_bar = missing
            yield '</div>\n'
            yield written(((undefined(name='key') if l_0_key is missing else l_0_key))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='firm') if l_0_firm is missing else l_0_firm).legend, ))
            yield '\n'
            if t_3(context.eval_ctx, t_4(context, (undefined(name='firm') if l_0_firm is missing else l_0_firm).bars, 'note')):
                pass
                yield '<p class="note">Where a must is open, the score counts only if it is met, and there is no rank: '
                l_1_loop = missing
                for (l_1_name, l_1_gates), l_1_loop in LoopContext((undefined(name='firm') if l_0_firm is missing else l_0_firm).pending, undefined):
                    _loop_vars = {}
                    pass
                    yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_name, ))
                    yield ' ('
                    l_2_loop = missing
                    for l_2_gate, l_2_loop in LoopContext(l_1_gates, undefined):
                        _loop_vars = {}
                        pass
                        yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_gate, ))
                        yield written(('; ' if (not l_2_loop.last) else ''))
                    l_2_loop = l_2_gate = missing
                    yield ')'
                    yield written((', ' if (not l_1_loop.last) else ''))
                l_1_loop = l_1_name = l_1_gates = missing
                yield '.</p>\n'
            if (undefined(name='firm') if l_0_firm is missing else l_0_firm).unscored:
                pass
                yield '<p class="note">Without a bar: '
                l_1_loop = missing
                for l_1_name, l_1_loop in LoopContext((undefined(name='firm') if l_0_firm is missing else l_0_firm).unscored, undefined):
                    _loop_vars = {}
                    pass
                    yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_name, ))
                    yield written((', ' if (not l_1_loop.last) else ''))
                l_1_loop = l_1_name = missing
                yield '. Nothing is scored there, so the score may be anything from 0 to 1.</p>\n'
            yield '<details class="more">\n<summary>The same as a table</summary>\n'
            def macro():
                t_6 = []
                pass
                t_6.append(
                    '<thead><tr><th scope="col">Criterion</th>',
                )
                for l_2_bar in (undefined(name='firm') if l_0_firm is missing else l_0_firm).bars:
                    _loop_vars = {}
                    pass
                    t_6.extend((
                        '<th scope="col" class="right">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_bar.name, )),
                        '</th>',
                    ))
                l_2_bar = missing
                t_6.append(
                    '</tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_amounts) in (undefined(name='firm') if l_0_firm is missing else l_0_firm).contributions:
                    _loop_vars = {}
                    pass
                    t_6.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                    for l_3_amount in l_2_amounts:
                        _loop_vars = {}
                        pass
                        t_6.extend((
                            '<td class="right">',
                            written(('%.3f' % (l_3_amount, ))),
                            '</td>',
                        ))
                    l_3_amount = missing
                    t_6.append(
                        '</tr>\n',
                    )
                l_2_name = l_2_amounts = missing
                t_6.append(
                    '</tbody>\n<tfoot><tr class="result"><th scope="row">Sum</th>',
                )
                for l_2_sum in (undefined(name='firm') if l_0_firm is missing else l_0_firm).sums:
                    _loop_vars = {}
                    pass
                    t_6.extend((
                        '<td class="right">',
                        written(('%.3f' % (l_2_sum, ))),
                        '</td>',
                    ))
                l_2_sum = missing
                t_6.append(
                    '</tr></tfoot>\n',
                )
                return concat(t_6)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of contributions to the scores', caller=caller)
            yield '</details>\n</figure>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).verdict:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Who is ahead', ))
            yield '\n<p class="verdict"><strong>'
            yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)((undefined(name='firm') if l_0_firm is missing else l_0_firm).verdict.words, ))
            yield '</strong></p>\n'
            if (undefined(name='firm') if l_0_firm is missing else l_0_firm).verdict.reasons:
                pass
                yield '<ul class="prose">\n'
                for l_1_reason in (undefined(name='firm') if l_0_firm is missing else l_0_firm).verdict.reasons:
                    _loop_vars = {}
                    pass
                    yield '<li>'
                    yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(l_1_reason, ))
                    yield '</li>\n'
                l_1_reason = missing
                yield '</ul>\n'
            yield '<p class="note">'
            yield written((undefined(name='firm') if l_0_firm is missing else l_0_firm).verdict.rule)
            yield ' It says what the numbers hold, and not what to choose.</p>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).turns:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'What would change the lead', ))
            yield '\n'
            def macro():
                t_7 = []
                pass
                t_7.extend((
                    '<thead><tr><th scope="col">Criterion</th><th scope="col" class="right">Weight now</th><th scope="col">',
                    written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)((undefined(name='firm') if l_0_firm is missing else l_0_firm).turns.leader, )),
                    ' ',
                    written((undefined(name='firm') if l_0_firm is missing else l_0_firm).turns.stays),
                    ' ahead at</th><th scope="col">Beyond that is ahead</th><th scope="col">Smallest change of one score that levels</th></tr></thead>\n<tbody>\n',
                ))
                for (l_2_row, l_2_change) in (undefined(name='firm') if l_0_firm is missing else l_0_firm).turns.rows:
                    _loop_vars = {}
                    pass
                    t_7.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.criterion, )),
                        '</th><td class="right">',
                        written(('%.0f' % ((100 * l_2_row.share), ))),
                        ' %</td><td>',
                        written((('%.0f–%.0f %%' % ((100 * l_2_row.low), (100 * l_2_row.high), )) if (l_2_row.ahead_below or l_2_row.ahead_above) else 'any weight')),
                        '</td><td>',
                    ))
                    if l_2_row.ahead_below:
                        pass
                        t_7.extend((
                            'below: ',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.ahead_below, )),
                        ))
                    if (l_2_row.ahead_below and l_2_row.ahead_above):
                        pass
                        t_7.append(
                            '; ',
                        )
                    if l_2_row.ahead_above:
                        pass
                        t_7.extend((
                            'above: ',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.ahead_above, )),
                        ))
                    if (not (l_2_row.ahead_below or l_2_row.ahead_above)):
                        pass
                        t_7.append(
                            '–',
                        )
                    t_7.append(
                        '</td><td>',
                    )
                    if t_5(l_2_change):
                        pass
                        t_7.append(
                            'none on this scale',
                        )
                    else:
                        pass
                        t_7.extend((
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_change.option, )),
                            ': ',
                        ))
                        if (l_2_change.score == l_2_change.score):
                            pass
                            t_7.append(
                                written(('%g → %.4g' % (l_2_change.score, l_2_change.changed, ))),
                            )
                        else:
                            pass
                            t_7.extend((
                                'not known → ',
                                written((('%.4g' % (l_2_change.changed, )) if (l_2_change.changed == l_2_change.changed) else ('%.0f %% of the scale' % ((100 * (l_2_change.value + l_2_change.change)), )))),
                            ))
                    t_7.append(
                        '</td></tr>\n',
                    )
                l_2_row = l_2_change = missing
                t_7.append(
                    '</tbody>\n',
                )
                return concat(t_7)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of weights and scores that would change the lead', caller=caller)
            yield '<p class="note">'
            yield written(((undefined(name='firm') if l_0_firm is missing else l_0_firm).said)(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).turns.notes, ' '), ))
            yield '</p>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Ranks over all weights', ))
            yield '\n<figure class="chart">\n<figcaption>How often each option takes each rank when the weights are not given</figcaption>\n<div class="bars">\n'
            l_1_loop = missing
            for l_1_bar, l_1_loop in LoopContext((undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.bars, undefined):
                _loop_vars = {}
                pass
                yield '<div class="bar-row">\n<p class="bar-name">'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ))
                yield '</p>\n<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label="'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ))
                yield ': '
                l_2_loop = missing
                for l_2_segment, l_2_loop in LoopContext(l_1_bar.segments, undefined):
                    _loop_vars = {}
                    pass
                    yield written(l_2_segment.name)
                    yield ' '
                    yield written(('%.0f' % (l_2_segment.amount, )))
                    yield ' %'
                    yield written((', ' if (not l_2_loop.last) else ''))
                l_2_loop = l_2_segment = missing
                yield '">\n<rect class="track" width="100" height="18"/>\n'
                for l_2_segment in l_1_bar.segments:
                    _loop_vars = {}
                    pass
                    yield '<rect class="segment rank-'
                    yield written(l_2_segment.colour)
                    yield '" x="'
                    yield written(l_2_segment.start)
                    yield '" width="'
                    yield written(l_2_segment.width)
                    yield '" height="18"><title>'
                    yield written(l_2_segment.name)
                    yield ': '
                    yield written(('%.1f' % (l_2_segment.amount, )))
                    yield ' %</title></rect>\n'
                l_2_segment = missing
                yield '</svg>\n<p class="bar-value">'
                yield written(l_1_bar.text)
                yield '</p>\n</div>\n'
            l_1_loop = l_1_bar = missing
            yield '</div>\n<ul class="legend">\n'
            for (l_1_colour, l_1_words) in (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.shades:
                _loop_vars = {}
                pass
                yield '<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="rank-'
                yield written(l_1_colour)
                yield '" width="10" height="10"/></svg>'
                yield written(l_1_words)
                yield '</li>\n'
            l_1_colour = l_1_words = missing
            yield '</ul>\n<p class="note">'
            yield written(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.notes, ' '))
            yield '</p>\n<details class="more">\n<summary>The same as a table, with the weights that favour each option</summary>\n'
            def macro():
                t_8 = []
                l_1_range = resolve('range')
                pass
                t_8.append(
                    '<thead><tr><th scope="col">Option</th>',
                )
                for l_2_place in ((undefined(name='range') if l_1_range is missing else l_1_range))(1, ((undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.count + 1), ):
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<th scope="col" class="right">Rank ',
                        written(l_2_place),
                        '</th>',
                    ))
                l_2_place = missing
                t_8.append(
                    '<th scope="col" class="right">Confidence</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.rows:
                    _loop_vars = {}
                    pass
                    t_8.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(environment.getitem(l_2_row, 0), )),
                        '</th>',
                    ))
                    for l_3_share in l_2_row[1:]:
                        _loop_vars = {}
                        pass
                        t_8.extend((
                            '<td class="right">',
                            written((('%.1f %%' % ((100 * l_3_share), )) if (l_3_share == l_3_share) else 'never first')),
                            '</td>',
                        ))
                    l_3_share = missing
                    t_8.append(
                        '</tr>\n',
                    )
                l_2_row = missing
                t_8.append(
                    '</tbody>\n',
                )
                return concat(t_8)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of ranks over all weights', caller=caller)
            def macro():
                t_9 = []
                pass
                t_9.append(
                    '<thead><tr><th scope="col">Mean weights with which it is first</th>',
                )
                for l_2_name in (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.criteria:
                    _loop_vars = {}
                    pass
                    t_9.extend((
                        '<th scope="col" class="right">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                l_2_name = missing
                t_9.append(
                    '</tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_shares) in (undefined(name='firm') if l_0_firm is missing else l_0_firm).ranks.central:
                    _loop_vars = {}
                    pass
                    t_9.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                    for l_3_share in l_2_shares:
                        _loop_vars = {}
                        pass
                        t_9.extend((
                            '<td class="right">',
                            written((('%.0f %%' % ((100 * l_3_share), )) if (l_3_share == l_3_share) else '–')),
                            '</td>',
                        ))
                    l_3_share = missing
                    t_9.append(
                        '</tr>\n',
                    )
                l_2_name = l_2_shares = missing
                t_9.append(
                    '</tbody>\n',
                )
                return concat(t_9)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of mean weights with which an option is first', caller=caller)
            yield '</details>\n</figure>\n'
        if (undefined(name='firm') if l_0_firm is missing else l_0_firm).regret:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 4, 'Regret', ))
            yield '\n'
            def macro():
                t_10 = []
                pass
                t_10.append(
                    '<thead><tr><th scope="col">Option</th><th scope="col" class="right">Behind the best</th><th scope="col" class="right">If all that is open goes wrong</th><th scope="col" class="right">At most, with any weights</th><th scope="col">There all weight is on</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='firm') if l_0_firm is missing else l_0_firm).regret.rows:
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.option, )),
                        '</th><td class="right">',
                        written(('%.2f' % (l_2_row.regret, ))),
                        '</td><td class="right">',
                        written(('%.2f' % (l_2_row.regret_if_open_goes_wrong, ))),
                        '</td><td class="right">',
                        written(('%.2f' % (l_2_row.largest, ))),
                        '</td><td>',
                        written((((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.criterion, ) if l_2_row.largest else '–')),
                        '</td></tr>\n',
                    ))
                l_2_row = missing
                t_10.append(
                    '</tbody>\n',
                )
                return concat(t_10)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of regret', caller=caller)
            yield '<p class="note">'
            yield written(t_2(context.eval_ctx, (undefined(name='firm') if l_0_firm is missing else l_0_firm).regret.notes, ' '))
            yield '</p>\n'
        template = environment.get_template('sections/comparison/against.html.j2', 'sections/comparison/firmness.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {'heading': l_0_heading, 'key': l_0_key, 'stack': l_0_stack, 'table': l_0_table}))
        try:
            for event in gen:
                yield event
        finally: gen.close()

    blocks = {}
    debug_info = '1=45&2=60&3=62&4=64&6=67&7=71&11=84&13=86&14=88&16=90&18=97&19=101&20=103&21=105&22=107&26=121&27=123&28=127&30=143&31=147&35=155&36=161&38=173&39=178&42=197&35=211&47=213&48=215&49=217&50=219&52=222&53=226&57=231&59=233&60=235&61=237&62=242&64=247&65=252&61=315&69=317&71=319&72=321&76=324&78=328&79=330&81=343&82=347&85=359&90=363&91=367&94=373&97=375&98=382&100=394&101=399&97=420&105=421&106=427&108=439&109=444&105=465&116=467&117=469&118=471&121=477&122=482&118=499&126=501&128=503'
    return locals()


def sections_components(environment):
    name = 'sections/components.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_details = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/components.html.j2')._get_default_module(context)
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/components.html.j2') does not export the requested name 'details'", name='details')
        context.vars['details'] = l_0_details
        context.exported_vars.discard('details')
        yield '<dl class="entries">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written((((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.component, ) or '–'))
            yield '</dt><dd>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.purpose, ))
            yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_1_rich is missing else l_1_rich), l_1_row.details, ))
            yield '</dd></div>\n'
        l_1_row = l_1_rich = missing
        yield '</dl>\n'

    blocks = {}
    debug_info = '1=14&3=21&4=26'
    return locals()


def sections_data_flow(environment):
    name = 'sections/data_flow.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_flow = resolve('flow')
        l_0_rich = resolve('rich')
        l_0_figure = resolve('figure')
        pass
        if (undefined(name='flow') if l_0_flow is missing else l_0_flow).text:
            pass
            yield '<div class="prose">\n'
            yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).block)((undefined(name='flow') if l_0_flow is missing else l_0_flow).text, ))
            yield '</div>\n'
        yield written((undefined(name='figure') if l_0_figure is missing else l_0_figure))
        yield '\n'
        if (undefined(name='flow') if l_0_flow is missing else l_0_flow).closing:
            pass
            yield '<div class="prose">\n'
            yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).block)((undefined(name='flow') if l_0_flow is missing else l_0_flow).closing, ))
            yield '</div>\n'

    blocks = {}
    debug_info = '1=15&3=18&5=20&6=22&8=25'
    return locals()


def sections_dependencies(environment):
    name = 'sections/dependencies.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_details = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/dependencies.html.j2')._get_default_module(context)
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/dependencies.html.j2') does not export the requested name 'details'", name='details')
        context.vars['details'] = l_0_details
        context.exported_vars.discard('details')
        yield '<dl class="entries">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written((((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.dependency, ) or '–'))
            yield '</dt><dd>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.why, ))
            yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_1_rich is missing else l_1_rich), l_1_row.details, ))
            yield '</dd></div>\n'
        l_1_row = l_1_rich = missing
        yield '</dl>\n'

    blocks = {}
    debug_info = '1=14&3=21&4=26'
    return locals()


def sections_effort(environment):
    name = 'sections/effort.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_totals = resolve('totals')
        l_0_settings = resolve('settings')
        l_0_rich = resolve('rich')
        l_0_details = resolve('details')
        l_0_bars = resolve('bars')
        l_0_legend = resolve('legend')
        l_0_items = resolve('items')
        l_0_charts = resolve('charts')
        l_0_unit = resolve('unit')
        l_0_assumptions = resolve('assumptions')
        l_0_heading = l_0_table = l_0_amount = l_0_labelled = l_0_key = l_0_pairs = l_0_stack = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/effort.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'table'", name='table')
        l_0_amount = getattr(included_template, 'amount', missing)
        if l_0_amount is missing:
            l_0_amount = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'amount'", name='amount')
        l_0_labelled = getattr(included_template, 'details', missing)
        if l_0_labelled is missing:
            l_0_labelled = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'details'", name='details')
        l_0_key = getattr(included_template, 'legend', missing)
        if l_0_key is missing:
            l_0_key = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'legend'", name='legend')
        l_0_pairs = getattr(included_template, 'pairs', missing)
        if l_0_pairs is missing:
            l_0_pairs = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'pairs'", name='pairs')
        l_0_stack = getattr(included_template, 'stack', missing)
        if l_0_stack is missing:
            l_0_stack = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort.html.j2') does not export the requested name 'stack'", name='stack')
        context.vars.update({'heading': l_0_heading, 'table': l_0_table, 'amount': l_0_amount, 'labelled': l_0_labelled, 'key': l_0_key, 'pairs': l_0_pairs, 'stack': l_0_stack})
        context.exported_vars.difference_update(('heading', 'table', 'amount', 'labelled', 'key', 'pairs', 'stack'))
        if (undefined(name='totals') if l_0_totals is missing else l_0_totals):
            pass
            yield '<dl class="totals">\n'
            for (l_1_label, l_1_text) in (undefined(name='totals') if l_0_totals is missing else l_0_totals):
                _loop_vars = {}
                pass
                yield '<div><dt>'
                yield written(l_1_label)
                yield '</dt><dd>'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_1_text, ))
                yield '</dd></div>\n'
            l_1_label = l_1_text = missing
            yield '</dl>\n'
        if (undefined(name='settings') if l_0_settings is missing else l_0_settings):
            pass
            yield written(((undefined(name='pairs') if l_0_pairs is missing else l_0_pairs))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='settings') if l_0_settings is missing else l_0_settings), ))
            yield '\n'
        yield written(((undefined(name='labelled') if l_0_labelled is missing else l_0_labelled))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='details') if l_0_details is missing else l_0_details), ))
        yield '\n'
        if (undefined(name='bars') if l_0_bars is missing else l_0_bars):
            pass
            yield '<figure class="chart">\n<figcaption>Mean effort of each phase in working days</figcaption>\n<div class="bars">\n'
            for l_1_bar in (undefined(name='bars') if l_0_bars is missing else l_0_bars):
                _loop_vars = {}
                pass
                yield '<div class="bar-row">\n<p class="bar-name">'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_1_bar.name, ))
                yield '</p>\n'
                yield written(((undefined(name='stack') if l_0_stack is missing else l_0_stack))(l_1_bar, markup_join((((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ), ': ', l_1_bar.text, )), ))
                yield '\n<p class="bar-value">'
                yield written(l_1_bar.text)
                yield '</p>\n</div>\n'
            l_1_bar = missing
            yield '</div>\n'
            yield written(((undefined(name='key') if l_0_key is missing else l_0_key))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='legend') if l_0_legend is missing else l_0_legend), ))
            yield '\n<details class="more">\n<summary>The same as a table</summary>\n'
            def macro():
                t_2 = []
                l_1_kinds = resolve('kinds')
                l_1_phases = resolve('phases')
                pass
                t_2.append(
                    '<thead><tr><th scope="col">Phase</th>',
                )
                for l_2_kind in (undefined(name='kinds') if l_1_kinds is missing else l_1_kinds):
                    _loop_vars = {}
                    pass
                    t_2.extend((
                        '<th scope="col" class="right">',
                        written(l_2_kind),
                        '</th>',
                    ))
                l_2_kind = missing
                t_2.append(
                    '<th scope="col" class="right">total days</th></tr></thead>\n<tbody>\n',
                )
                for l_2_phase in (undefined(name='phases') if l_1_phases is missing else l_1_phases):
                    _loop_vars = {}
                    pass
                    t_2.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_phase.phase, )),
                        '</th>',
                    ))
                    for (l_3__, l_3_days) in l_2_phase.days:
                        _loop_vars = {}
                        pass
                        t_2.extend((
                            '<td class="right">',
                            written(('–' if (l_3_days != l_3_days) else ('%.1f' % (l_3_days, )))),
                            '</td>',
                        ))
                    l_3__ = l_3_days = missing
                    t_2.extend((
                        '<td class="right">',
                        written(('–' if (l_2_phase.total != l_2_phase.total) else markup_join((('≥ ' if l_2_phase.is_least else ''), ('%.1f' % (l_2_phase.total, )), )))),
                        '</td></tr>\n',
                    ))
                l_2_phase = missing
                t_2.append(
                    '</tbody>\n',
                )
                return concat(t_2)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of effort by phase', caller=caller)
            yield '</details>\n</figure>\n'
        template = environment.get_template('sections/effort/charts.html.j2', 'sections/effort.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {'amount': l_0_amount, 'heading': l_0_heading, 'key': l_0_key, 'labelled': l_0_labelled, 'pairs': l_0_pairs, 'stack': l_0_stack, 'table': l_0_table}))
        try:
            for event in gen:
                yield event
        finally: gen.close()
        if (undefined(name='items') if l_0_items is missing else l_0_items):
            pass
            if (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve:
                pass
                yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 3, 'Work items', ))
                yield '\n'
            def macro():
                t_3 = []
                l_1_extra = resolve('extra')
                pass
                t_3.append(
                    '<thead>\n<tr><th scope="col">Work item</th><th scope="col">Kind</th><th scope="col">Phase</th><th scope="col" class="right">Low</th><th scope="col" class="right">Likely</th><th scope="col" class="right">High</th>',
                )
                for l_2_title in (undefined(name='extra') if l_1_extra is missing else l_1_extra):
                    _loop_vars = {}
                    pass
                    t_3.extend((
                        '<th scope="col">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_title, )),
                        '</th>',
                    ))
                l_2_title = missing
                t_3.append(
                    '</tr>\n</thead>\n<tbody>\n',
                )
                for l_2_item in (undefined(name='items') if l_0_items is missing else l_0_items):
                    _loop_vars = {}
                    pass
                    t_3.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.work_item, )),
                    ))
                    if l_2_item.option:
                        pass
                        t_3.extend((
                            ' <span class="scale">only for ',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.option, )),
                            '</span>',
                        ))
                    t_3.extend((
                        '</th><td>',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.kind, )),
                        '</td><td>',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_2_item.phase, )),
                        '</td><td class="right">',
                        written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_2_item.low, )),
                        '</td><td class="right">',
                        written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_2_item.likely, )),
                        '</td><td class="right">',
                        written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_2_item.high, )),
                        '</td>',
                    ))
                    for l_3_title in (undefined(name='extra') if l_1_extra is missing else l_1_extra):
                        _loop_vars = {}
                        pass
                        t_3.extend((
                            '<td>',
                            written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)((l_2_item.extra.get)(l_3_title, '', ), )),
                            '</td>',
                        ))
                    l_3_title = missing
                    t_3.append(
                        '</tr>\n',
                    )
                l_2_item = missing
                t_3.append(
                    '</tbody>\n',
                )
                return concat(t_3)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of work items', caller=caller)
            yield '<p class="note">Estimates in '
            yield written((undefined(name='unit') if l_0_unit is missing else l_0_unit))
            yield '.'
            yield written((markup_join((' ', (undefined(name='assumptions') if l_0_assumptions is missing else l_0_assumptions), )) if ((undefined(name='assumptions') if l_0_assumptions is missing else l_0_assumptions) and (not (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve)) else ''))
            yield '</p>\n'

    blocks = {}
    debug_info = '1=29&2=53&4=56&5=60&9=66&10=68&12=70&13=72&17=75&19=79&20=81&21=83&25=87&28=89&29=97&31=109&32=114&28=137&39=139&40=145&41=147&42=149&44=151&46=158&49=170&50=175&44=215&54=217'
    return locals()


def sections_effort_charts(environment):
    name = 'sections/effort/charts.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_charts = resolve('charts')
        l_0_rich = resolve('rich')
        l_0_assumptions = resolve('assumptions')
        l_0_heading = l_0_table = l_0_plot = l_0_ranges = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/effort/charts.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort/charts.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort/charts.html.j2') does not export the requested name 'table'", name='table')
        l_0_plot = getattr(included_template, 'plot', missing)
        if l_0_plot is missing:
            l_0_plot = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort/charts.html.j2') does not export the requested name 'plot'", name='plot')
        l_0_ranges = getattr(included_template, 'ranges', missing)
        if l_0_ranges is missing:
            l_0_ranges = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/effort/charts.html.j2') does not export the requested name 'ranges'", name='ranges')
        context.vars.update({'heading': l_0_heading, 'table': l_0_table, 'plot': l_0_plot, 'ranges': l_0_ranges})
        context.exported_vars.difference_update(('heading', 'table', 'plot', 'ranges'))
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 3, 'How likely so many days are enough', ))
            yield '\n<figure class="chart">\n<figcaption>Chance that the total takes at most so many working days: '
            yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).quantiles)
            yield '</figcaption>\n<div class="beside">\n'
            yield written(((undefined(name='plot') if l_0_plot is missing else l_0_plot))((undefined(name='charts') if l_0_charts is missing else l_0_charts).curve, markup_join(('Chance that the total takes at most so many working days, as a rising curve: ', (undefined(name='charts') if l_0_charts is missing else l_0_charts).quantiles, )), ))
            yield '\n'
            def macro():
                t_2 = []
                pass
                t_2.append(
                    '<thead><tr><th scope="col">Working days</th><th scope="col" class="right">Mean</th><th scope="col" class="right">P10</th><th scope="col" class="right">P50</th><th scope="col" class="right">P80</th><th scope="col" class="right">P90</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_row) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).totals:
                    _loop_vars = {}
                    pass
                    t_2.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                    for l_3_days in l_2_row:
                        _loop_vars = {}
                        pass
                        t_2.extend((
                            '<td class="right">',
                            written(('–' if (l_3_days != l_3_days) else ('%.1f' % (l_3_days, )))),
                            '</td>',
                        ))
                    l_3_days = missing
                    t_2.append(
                        '</tr>\n',
                    )
                l_2_name = l_2_row = missing
                t_2.append(
                    '</tbody>\n',
                )
                return concat(t_2)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of totals', caller=caller)
            yield '</div>\n<p class="note">'
            yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).likely)
            yield ' Means add up, percentiles do not. '
            yield written((undefined(name='assumptions') if l_0_assumptions is missing else l_0_assumptions))
            yield '</p>\n<details class="more">\n<summary>The curve as a table</summary>\n'
            def macro():
                t_3 = []
                pass
                t_3.append(
                    '<thead><tr><th scope="col">Chance of at most</th><th scope="col" class="right">Working days</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_chance, l_2_days) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve_rows:
                    _loop_vars = {}
                    pass
                    t_3.extend((
                        '<tr><th scope="row">',
                        written(('%.0f %%' % ((100 * l_2_chance), ))),
                        '</th><td class="right">',
                        written(('%.1f' % (l_2_days, ))),
                        '</td></tr>\n',
                    ))
                l_2_chance = l_2_days = missing
                t_3.append(
                    '</tbody>\n',
                )
                return concat(t_3)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of the chance that so many days are enough', caller=caller)
            yield '</details>\n</figure>\n'
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).spread:
            pass
            yield '<figure class="chart">\n<figcaption>What makes the total uncertain: the share of each item in its variance, by itself and by rising together with the others</figcaption>\n<div class="bars">\n'
            for l_1_bar in (undefined(name='charts') if l_0_charts is missing else l_0_charts).spread:
                _loop_vars = {}
                pass
                yield '<div class="bar-row">\n<p class="bar-name">'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ))
                yield '</p>\n<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" role="img" aria-label="'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_1_bar.name, ))
                yield ': '
                yield written(('%.0f' % ((100 * l_1_bar.share), )))
                yield ' %">\n<rect class="track" width="100" height="20"/><rect class="range" y="4" width="'
                yield written(l_1_bar.width)
                yield '" height="12"/>\n</svg>\n<p class="bar-value">'
                yield written(('%.0f' % ((100 * l_1_bar.share), )))
                yield ' %</p>\n</div>\n'
            l_1_bar = missing
            yield '</div>\n<details class="more">\n<summary>The same as a table</summary>\n'
            def macro():
                t_4 = []
                pass
                t_4.append(
                    '<thead><tr><th scope="col">Work item</th><th scope="col" class="right">Standard deviation in days</th><th scope="col" class="right">Share</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_deviation, l_2_share) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).spread_rows:
                    _loop_vars = {}
                    pass
                    t_4.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th><td class="right">',
                        written(('%.2f' % (l_2_deviation, ))),
                        '</td><td class="right">',
                        written(('%.1f %%' % ((100 * l_2_share), ))),
                        '</td></tr>\n',
                    ))
                l_2_name = l_2_deviation = l_2_share = missing
                t_4.append(
                    '</tbody>\n',
                )
                return concat(t_4)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of what makes the total uncertain', caller=caller)
            yield '</details>\n<p class="note">'
            yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).settings)
            yield '</p>\n</figure>\n'
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).spread_left:
            pass
            yield '<p class="note">'
            yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).spread_left)
            yield '</p>\n'
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).options:
            pass
            yield '<figure class="chart">\n<figcaption>Working days of each option with the work that all need: a bar from P10 to P90, a long mark at P50, a short one at P80</figcaption>\n'
            yield written(((undefined(name='ranges') if l_0_ranges is missing else l_0_ranges))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='charts') if l_0_charts is missing else l_0_charts).options, 'working days', ))
            yield '\n<details class="more">\n<summary>The same as a table</summary>\n'
            def macro():
                t_5 = []
                pass
                t_5.append(
                    '<thead><tr><th scope="col">Option</th><th scope="col" class="right">Mean</th><th scope="col" class="right">P10</th><th scope="col" class="right">P50</th><th scope="col" class="right">P80</th><th scope="col" class="right">P90</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_row) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).option_rows:
                    _loop_vars = {}
                    pass
                    t_5.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        '</th>',
                    ))
                    for l_3_days in l_2_row:
                        _loop_vars = {}
                        pass
                        t_5.extend((
                            '<td class="right">',
                            written(('–' if (l_3_days != l_3_days) else ('%.1f' % (l_3_days, )))),
                            '</td>',
                        ))
                    l_3_days = missing
                    t_5.append(
                        '</tr>\n',
                    )
                l_2_name = l_2_row = missing
                for l_2_name in (undefined(name='charts') if l_0_charts is missing else l_0_charts).idle:
                    l_2_range = resolve('range')
                    _loop_vars = {}
                    pass
                    t_5.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_name, )),
                        ' <span class="scale">no work items of its own</span></th>',
                    ))
                    for l_3__ in ((undefined(name='range') if l_2_range is missing else l_2_range))(5, ):
                        _loop_vars = {}
                        pass
                        t_5.append(
                            '<td class="right">–</td>',
                        )
                    l_3__ = missing
                    t_5.append(
                        '</tr>\n',
                    )
                l_2_name = l_2_range = missing
                t_5.append(
                    '</tbody>\n',
                )
                return concat(t_5)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of effort by option', caller=caller)
            yield '</details>\n<p class="note">'
            yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).settings)
            yield written((markup_join((' ', (undefined(name='charts') if l_0_charts is missing else l_0_charts).options_left, )) if (undefined(name='charts') if l_0_charts is missing else l_0_charts).options_left else ''))
            yield '</p>\n</figure>\n'

    blocks = {}
    debug_info = '1=22&2=37&3=39&5=41&7=43&8=45&11=51&12=56&8=77&17=79&20=83&23=89&24=94&20=105&31=107&35=110&37=114&38=116&39=120&41=122&47=126&50=132&51=137&47=150&56=152&59=154&60=157&62=159&65=162&68=164&71=170&72=175&74=191&75=197&68=216&80=218'
    return locals()


def sections_evidence_map(environment):
    name = 'sections/evidence_map.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_chart = resolve('chart')
        l_0_words = resolve('words')
        l_0_claims = resolve('claims')
        l_0_notes = resolve('notes')
        l_0_table = l_0_meter = l_0_ids = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/evidence_map.html.j2')._get_default_module(context)
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/evidence_map.html.j2') does not export the requested name 'table'", name='table')
        context.vars['table'] = l_0_table
        context.exported_vars.discard('table')
        def macro(l_1_mark):
            t_1 = []
            if l_1_mark is missing:
                l_1_mark = undefined("parameter 'mark' was not provided", name='mark')
            pass
            t_1.extend((
                '<svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="',
                written((markup_join(('rank-', l_1_mark.shade, )) if l_1_mark.shade else 'lacking')),
                '" x="0.5" y="0.5" width="',
                written(((25 * l_1_mark.length) - 1)),
                '" height="9"/></svg>',
            ))
            return concat(t_1)
        context.exported_vars.add('meter')
        context.vars['meter'] = l_0_meter = environment.macro(macro, 1, False)
        def macro(l_1_names):
            t_2 = []
            if l_1_names is missing:
                l_1_names = undefined("parameter 'names' was not provided", name='names')
            pass
            l_2_loop = missing
            for l_2_name, l_2_loop in LoopContext(l_1_names, undefined):
                l_2_anchors = resolve('anchors')
                _loop_vars = {}
                pass
                if ((undefined(name='anchors') if l_2_anchors is missing else l_2_anchors).get)(l_2_name, ):
                    pass
                    t_2.extend((
                        '<a href="#',
                        written(environment.getitem((undefined(name='anchors') if l_2_anchors is missing else l_2_anchors), l_2_name)),
                        '">',
                        written(l_2_name),
                        '</a>',
                    ))
                else:
                    pass
                    t_2.append(
                        written(l_2_name),
                    )
                t_2.append(
                    written((' ' if (not l_2_loop.last) else '')),
                )
            l_2_loop = l_2_name = l_2_anchors = missing
            return concat(t_2)
        context.exported_vars.add('ids')
        context.vars['ids'] = l_0_ids = environment.macro(macro, 1, False)
        yield '<figure class="chart">\n<figcaption>What supports each score, pro and con: the longer the bar, the stronger the strongest finding behind it</figcaption>\n<ul class="legend supports">\n'
        for l_1_mark in (undefined(name='chart') if l_0_chart is missing else l_0_chart).legend:
            _loop_vars = {}
            pass
            yield '<li>'
            yield written(l_1_mark.word)
            yield ' '
            yield written(((undefined(name='meter') if l_0_meter is missing else l_0_meter))(l_1_mark, ))
            yield '</li>\n'
        l_1_mark = missing
        yield '</ul>\n'
        def macro():
            t_3 = []
            pass
            t_3.append(
                '<thead><tr><th scope="col">Supports</th>',
            )
            for l_2_name in (undefined(name='chart') if l_0_chart is missing else l_0_chart).columns:
                l_2_chosen = resolve('chosen')
                l_2_rich = resolve('rich')
                _loop_vars = {}
                pass
                t_3.extend((
                    '<th scope="col" class="',
                    written(('chosen' if (l_2_name in (undefined(name='chosen') if l_2_chosen is missing else l_2_chosen)) else '')),
                    '">',
                    written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).plain)(l_2_name, )),
                    '</th>',
                ))
            l_2_name = l_2_chosen = l_2_rich = missing
            t_3.append(
                '</tr></thead>\n<tbody>\n',
            )
            for (l_2_title, l_2_cells) in (undefined(name='chart') if l_0_chart is missing else l_0_chart).rows:
                l_2_rich = resolve('rich')
                _loop_vars = {}
                pass
                t_3.extend((
                    '<tr><th scope="row">',
                    written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).plain)(l_2_title, )),
                    '</th>',
                ))
                for l_3_cell in l_2_cells:
                    _loop_vars = {}
                    pass
                    t_3.append(
                        '<td class="supports">',
                    )
                    for l_4_mark in l_3_cell:
                        _loop_vars = {}
                        pass
                        t_3.append(
                            '<div class="support">',
                        )
                        if l_4_mark.score:
                            pass
                            t_3.extend((
                                '<strong>',
                                written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).plain)(l_4_mark.score, )),
                                '</strong> ',
                            ))
                        t_3.extend((
                            written(((undefined(name='ids') if l_0_ids is missing else l_0_ids))(l_4_mark.findings, )),
                            ' <span class="muted">',
                            written(l_4_mark.word),
                            '</span>',
                            written(((undefined(name='meter') if l_0_meter is missing else l_0_meter))(l_4_mark, )),
                            '</div>',
                        ))
                    l_4_mark = missing
                    t_3.append(
                        '</td>',
                    )
                l_3_cell = missing
                t_3.append(
                    '</tr>\n',
                )
            l_2_title = l_2_cells = l_2_rich = missing
            t_3.append(
                '</tbody>\n',
            )
            return concat(t_3)
        caller = environment.macro(macro, 0, False)
        yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Evidence map', caller=caller)
        yield '<p class="note">'
        yield written((undefined(name='words') if l_0_words is missing else l_0_words))
        yield '.'
        for (l_1_title, l_1_names) in (undefined(name='chart') if l_0_chart is missing else l_0_chart).lists:
            _loop_vars = {}
            pass
            yield ' '
            yield written(l_1_title)
            yield ': '
            yield written(((undefined(name='ids') if l_0_ids is missing else l_0_ids))(l_1_names, ))
            yield '.'
        l_1_title = l_1_names = missing
        yield '</p>\n'
        if (undefined(name='claims') if l_0_claims is missing else l_0_claims):
            pass
            yield '<details class="more">\n<summary>The claims one by one</summary>\n'
            def macro():
                t_4 = []
                pass
                t_4.append(
                    '<thead><tr><th scope="col">Claim</th><th scope="col">Option</th><th scope="col">Side</th><th scope="col">Findings</th><th scope="col">Support</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='claims') if l_0_claims is missing else l_0_claims):
                    l_2_rich = resolve('rich')
                    _loop_vars = {}
                    pass
                    t_4.extend((
                        '<tr><th scope="row">',
                        written((((undefined(name='rich') if l_2_rich is missing else l_2_rich).plain)(l_2_row.about, ) or '–')),
                        '</th><td>',
                        written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).plain)(l_2_row.option, )),
                        '</td><td>',
                        written(l_2_row.side),
                        '</td><td>',
                        written((((undefined(name='ids') if l_0_ids is missing else l_0_ids))(l_2_row.findings, ) or '–')),
                        '</td><td>',
                        written((l_2_row.lack or l_2_row.strength)),
                        '</td></tr>\n',
                    ))
                l_2_row = l_2_rich = missing
                t_4.append(
                    '</tbody>\n',
                )
                return concat(t_4)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of claims and their support', caller=caller)
            for l_1_note in (undefined(name='notes') if l_0_notes is missing else l_0_notes):
                _loop_vars = {}
                pass
                yield '<p class="note">'
                yield written(l_1_note)
                yield '</p>\n'
            l_1_note = missing
            yield '</details>\n'
        yield '</figure>\n'

    blocks = {}
    debug_info = '1=17&2=23&3=38&7=70&8=74&11=80&12=86&14=102&15=108&16=117&17=123&11=152&22=154&23=166&26=169&29=175&30=181&26=198&34=199&35=203'
    return locals()


def sections_executive_summary(environment):
    name = 'sections/executive_summary.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rich = resolve('rich')
        l_0_text = resolve('text')
        pass
        yield '<div class="prose">\n'
        yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).block)((undefined(name='text') if l_0_text is missing else l_0_text), ))
        yield '</div>\n'

    blocks = {}
    debug_info = '2=15'
    return locals()


def sections_findings(environment):
    name = 'sections/findings.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_findings = resolve('findings')
        pass
        yield '<div class="findings">\n'
        l_1_loop = missing
        for l_1_finding, l_1_loop in LoopContext((undefined(name='findings') if l_0_findings is missing else l_0_findings), undefined):
            l_1_cited = resolve('cited')
            _loop_vars = {}
            pass
            yield '<article class="finding"'
            if l_1_finding.anchor:
                pass
                yield ' id="'
                yield written(l_1_finding.anchor)
                yield '"'
            yield '>\n<p class="finding-id">'
            yield written((l_1_finding.row.id or '–'))
            yield '</p>\n<div>\n<p class="finding-text">'
            if l_1_finding.row.label:
                pass
                yield '<span class="label">'
                yield written(l_1_finding.label)
                yield '</span> '
            yield written(l_1_finding.text)
            yield '</p>\n'
            if l_1_finding.row.quote:
                pass
                yield '<blockquote><p>'
                yield written(l_1_finding.quote)
                yield '</p></blockquote>\n'
            yield '<dl class="details">\n'
            for (l_2_key, l_2_value, l_2_short) in l_1_finding.details:
                _loop_vars = {}
                pass
                yield '<div'
                if l_2_short:
                    pass
                    yield ' class="short"'
                yield '><dt>'
                yield written(l_2_key)
                yield '</dt><dd>'
                yield written(l_2_value)
                yield '</dd></div>\n'
            l_2_key = l_2_value = l_2_short = missing
            if ((undefined(name='cited') if l_1_cited is missing else l_1_cited).get)(l_1_finding.anchor, ):
                pass
                yield '<div><dt>Cited in</dt><dd class="backlinks">'
                l_2_loop = missing
                for (l_2_label, l_2_anchors), l_2_loop in LoopContext(environment.getitem((undefined(name='cited') if l_1_cited is missing else l_1_cited), l_1_finding.anchor), undefined):
                    _loop_vars = {}
                    pass
                    l_3_loop = missing
                    for l_3_anchor, l_3_loop in LoopContext(l_2_anchors, undefined):
                        _loop_vars = {}
                        pass
                        yield '<a href="#'
                        yield written(l_3_anchor)
                        yield '">'
                        yield written((l_2_label if l_3_loop.first else l_3_loop.index))
                        yield '</a>'
                        yield written((' ' if (not l_3_loop.last) else ''))
                    l_3_loop = l_3_anchor = missing
                    yield written((', ' if (not l_2_loop.last) else ''))
                l_2_loop = l_2_label = l_2_anchors = missing
                yield '</dd></div>\n'
            elif l_1_finding.anchor:
                pass
                yield '<div><dt>Cited in</dt><dd class="muted">nothing yet</dd></div>\n'
            yield '</dl>\n</div>\n</article>\n'
        l_1_loop = l_1_finding = l_1_cited = missing
        yield '</div>\n'

    blocks = {}
    debug_info = '2=15&3=20&4=26&6=28&7=35&8=38&11=41&12=45&14=54&16=58&17=62&20=75'
    return locals()


def sections_integration_points(environment):
    name = 'sections/integration_points.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_details = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/integration_points.html.j2')._get_default_module(context)
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/integration_points.html.j2') does not export the requested name 'details'", name='details')
        context.vars['details'] = l_0_details
        context.exported_vars.discard('details')
        yield '<dl class="entries">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written((((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.system, ) or '–'))
            yield '</dt><dd>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.how, ))
            yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_1_rich is missing else l_1_rich), l_1_row.details, ))
            yield '</dd></div>\n'
        l_1_row = l_1_rich = missing
        yield '</dl>\n'

    blocks = {}
    debug_info = '1=14&3=21&4=26'
    return locals()


def sections_options(environment):
    name = 'sections/options.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_options = resolve('options')
        l_0_details = l_0_points = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['join']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'join' found.")
        try:
            t_3 = environment.tests['none']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No test named 'none' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/options.html.j2')._get_default_module(context)
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/options.html.j2') does not export the requested name 'details'", name='details')
        context.vars['details'] = l_0_details
        context.exported_vars.discard('details')
        def macro(l_1_title, l_1_kind, l_1_rows, l_1_rich):
            t_4 = []
            if l_1_title is missing:
                l_1_title = undefined("parameter 'title' was not provided", name='title')
            if l_1_kind is missing:
                l_1_kind = undefined("parameter 'kind' was not provided", name='kind')
            if l_1_rows is missing:
                l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
            if l_1_rich is missing:
                l_1_rich = undefined("parameter 'rich' was not provided", name='rich')
            pass
            t_4.extend((
                '<div class="points ',
                written(l_1_kind),
                '">',
            ))
            if l_1_rows:
                pass
                t_4.extend((
                    '\n<h4>',
                    written(l_1_title),
                    '</h4>\n<ul>\n',
                ))
                for l_2_point in l_1_rows:
                    l_2_assumption = resolve('assumption')
                    _loop_vars = {}
                    pass
                    t_4.extend((
                        '<li>',
                        written((l_1_rich.inline)(l_2_point.claim, )),
                    ))
                    if l_2_point.evidence:
                        pass
                        if ((l_2_point.evidence.casefold)() == (undefined(name='assumption') if l_2_assumption is missing else l_2_assumption)):
                            pass
                            t_4.append(
                                ' <span class="chip assumption">assumption</span>',
                            )
                        elif (not (l_1_rich.plain)(l_2_point.evidence, )):
                            pass
                            t_4.extend((
                                ' ',
                                written((l_1_rich.inline)(l_2_point.evidence, )),
                            ))
                        else:
                            pass
                            t_4.extend((
                                '\n<span class="evidence">',
                                written((l_1_rich.inline)(l_2_point.evidence, )),
                                '</span>',
                            ))
                    t_4.append(
                        '</li>\n',
                    )
                l_2_point = l_2_assumption = missing
                t_4.append(
                    '</ul>\n',
                )
            t_4.append(
                '</div>\n',
            )
            return concat(t_4)
        context.exported_vars.add('points')
        context.vars['points'] = l_0_points = environment.macro(macro, 4, False)
        yield '<div class="options">\n'
        l_1_loop = missing
        for l_1_option, l_1_loop in LoopContext((undefined(name='options') if l_0_options is missing else l_0_options), undefined):
            l_1_rich = resolve('rich')
            l_1_numbers = resolve('numbers')
            l_1_chosen = resolve('chosen')
            l_1_anchors = resolve('anchors')
            l_1_own = l_1_result = missing
            _loop_vars = {}
            pass
            l_1_own = ((undefined(name='rich') if l_1_rich is missing else l_1_rich).within)((((undefined(name='rich') if l_1_rich is missing else l_1_rich).plain)(l_1_option.name, ) or ('Option %d' % l_1_loop.index)), )
            _loop_vars['own'] = l_1_own
            l_1_result = ((undefined(name='numbers') if l_1_numbers is missing else l_1_numbers).option)(l_1_option.name, )
            _loop_vars['result'] = l_1_result
            yield '<article class="option'
            yield written((' chosen' if (l_1_option.name in (undefined(name='chosen') if l_1_chosen is missing else l_1_chosen)) else ''))
            yield '" aria-labelledby="'
            yield written(environment.getitem((undefined(name='anchors') if l_1_anchors is missing else l_1_anchors), l_1_loop.index0))
            yield '">\n<header>\n<p class="option-number">Option '
            yield written(l_1_loop.index)
            if (l_1_option.name in (undefined(name='chosen') if l_1_chosen is missing else l_1_chosen)):
                pass
                yield ' <span class="chip good">recommended</span>'
            if (undefined(name='result') if l_1_result is missing else l_1_result).out_by:
                pass
                yield ' <span class="chip bad">out</span>'
            yield '</p>\n<h3 id="'
            yield written(environment.getitem((undefined(name='anchors') if l_1_anchors is missing else l_1_anchors), l_1_loop.index0))
            yield '">'
            yield written(((undefined(name='own') if l_1_own is missing else l_1_own).inline)(l_1_option.name, ))
            yield ' <a class="anchor" href="#'
            yield written(environment.getitem((undefined(name='anchors') if l_1_anchors is missing else l_1_anchors), l_1_loop.index0))
            yield '" aria-label="Link to '
            yield written((undefined(name='own') if l_1_own is missing else l_1_own).label)
            yield '">#</a></h3>\n'
            if ((undefined(name='result') if l_1_result is missing else l_1_result).text or (not t_3((undefined(name='result') if l_1_result is missing else l_1_result).effort_mean))):
                pass
                yield '<p class="option-numbers">'
                if (undefined(name='result') if l_1_result is missing else l_1_result).out_by:
                    pass
                    yield 'Fails: '
                    yield written(t_2(context.eval_ctx, (undefined(name='result') if l_1_result is missing else l_1_result).out_by, '; '))
                elif (undefined(name='result') if l_1_result is missing else l_1_result).text:
                    pass
                    yield 'Score <strong>'
                    yield written((undefined(name='result') if l_1_result is missing else l_1_result).text)
                    yield '</strong>'
                    if (undefined(name='result') if l_1_result is missing else l_1_result).interval:
                        pass
                        yield ' ('
                        yield written((undefined(name='result') if l_1_result is missing else l_1_result).interval)
                        yield ')'
                    if (undefined(name='result') if l_1_result is missing else l_1_result).open_gates:
                        pass
                        yield ', if it meets '
                        l_2_loop = missing
                        for l_2_gate, l_2_loop in LoopContext((undefined(name='result') if l_1_result is missing else l_1_result).open_gates, undefined):
                            _loop_vars = {}
                            pass
                            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).plain)(l_2_gate, ))
                            yield written(('; ' if (not l_2_loop.last) else ''))
                        l_2_loop = l_2_gate = missing
                if (not t_3((undefined(name='result') if l_1_result is missing else l_1_result).effort_mean)):
                    pass
                    yield ' · Effort <strong>'
                    yield written(('%.1f' % ((undefined(name='result') if l_1_result is missing else l_1_result).effort_mean, )))
                    yield ' days</strong>'
                    if (not t_3((undefined(name='result') if l_1_result is missing else l_1_result).effort_p80)):
                        pass
                        yield ' (80 %: at most '
                        yield written(('%.1f' % ((undefined(name='result') if l_1_result is missing else l_1_result).effort_p80, )))
                        yield ')'
                yield '</p>\n'
            yield '</header>\n<div class="option-text">'
            if l_1_option.based_on:
                pass
                yield '<p class="based-on"><span class="label">Based on</span> '
                yield written(((undefined(name='own') if l_1_own is missing else l_1_own).inline)(l_1_option.based_on, ))
                yield '</p>\n'
            yield written((((undefined(name='own') if l_1_own is missing else l_1_own).block)(l_1_option.description, level=4, ) if l_1_option.description else ''))
            yield '</div>\n'
            yield written(((undefined(name='points') if l_0_points is missing else l_0_points))('Pros', 'pros', l_1_option.pros, (undefined(name='own') if l_1_own is missing else l_1_own), ))
            yield '\n'
            yield written(((undefined(name='points') if l_0_points is missing else l_0_points))('Cons', 'cons', l_1_option.cons, (undefined(name='own') if l_1_own is missing else l_1_own), ))
            yield '\n'
            if (l_1_option.details or l_1_option.remarks):
                pass
                yield '<div class="option-rest">\n'
                yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='own') if l_1_own is missing else l_1_own), l_1_option.details, ))
                yield '\n'
                yield written((((undefined(name='own') if l_1_own is missing else l_1_own).block)(l_1_option.remarks, level=4, ) if l_1_option.remarks else ''))
                yield '\n</div>\n'
            yield '</article>\n'
        l_1_loop = l_1_option = l_1_rich = l_1_own = l_1_numbers = l_1_result = l_1_chosen = l_1_anchors = missing
        yield '</div>\n'

    blocks = {}
    debug_info = '1=32&2=38&3=51&4=54&6=58&8=61&9=67&10=71&12=86&20=104&21=112&22=114&23=117&25=121&26=129&27=137&29=140&30=144&31=164&36=176&37=179&39=181&41=183&42=185&43=187&45=190&46=192'
    return locals()


def sections_performance(environment):
    name = 'sections/performance.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        pass
        yield '<dl class="entries">\n'
        for (l_1_label, l_1_text) in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_label, ))
            yield '</dt><dd>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_text, ))
            yield '</dd></div>\n'
        l_1_label = l_1_text = l_1_rich = missing
        yield '</dl>\n'

    blocks = {}
    debug_info = '2=14&3=19'
    return locals()


def sections_phases(environment):
    name = 'sections/phases.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_line = resolve('line')
        l_0_rich = resolve('rich')
        l_0_heading = l_0_details = l_0_amount = l_0_ranges = l_0_table = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['list']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'list' found.")
        try:
            t_3 = environment.filters['rejectattr']
        except KeyError:
            @internalcode
            def t_3(*unused):
                raise TemplateRuntimeError("No filter named 'rejectattr' found.")
        try:
            t_4 = environment.filters['replace']
        except KeyError:
            @internalcode
            def t_4(*unused):
                raise TemplateRuntimeError("No filter named 'replace' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/phases.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/phases.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/phases.html.j2') does not export the requested name 'details'", name='details')
        l_0_amount = getattr(included_template, 'amount', missing)
        if l_0_amount is missing:
            l_0_amount = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/phases.html.j2') does not export the requested name 'amount'", name='amount')
        l_0_ranges = getattr(included_template, 'ranges', missing)
        if l_0_ranges is missing:
            l_0_ranges = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/phases.html.j2') does not export the requested name 'ranges'", name='ranges')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/phases.html.j2') does not export the requested name 'table'", name='table')
        context.vars.update({'heading': l_0_heading, 'details': l_0_details, 'amount': l_0_amount, 'ranges': l_0_ranges, 'table': l_0_table})
        context.exported_vars.difference_update(('heading', 'details', 'amount', 'ranges', 'table'))
        yield '<ol class="phases">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            _loop_vars = {}
            pass
            yield '<li>'
            if l_1_row.phase:
                pass
                yield '<strong>'
                yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_1_row.phase, ))
                yield '</strong> '
            yield '<div>'
            yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_1_row.what, ))
            yield '\n'
            if (l_1_row.after or (l_1_row.people not in ('', None))):
                pass
                yield '<dl class="details">\n'
                if l_1_row.after:
                    pass
                    yield '<div><dt>After</dt><dd>'
                    yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).inline)(l_1_row.after, ))
                    yield '</dd></div>\n'
                if (l_1_row.people not in ('', None)):
                    pass
                    yield '<div><dt>People</dt><dd>'
                    yield written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_1_row.people, ))
                    yield '</dd></div>\n'
                yield '</dl>\n'
            yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_0_rich is missing else l_0_rich), l_1_row.details, ))
            yield '</div></li>\n'
        l_1_row = missing
        yield '</ol>\n'
        if (undefined(name='line') if l_0_line is missing else l_0_line).chart:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 3, 'Schedule', ))
            yield '\n<figure class="chart">\n<figcaption>Working days from the start: a bar from mean start to mean finish, a line to the finish that holds with a chance of 80 %</figcaption>\n'
            yield written(((undefined(name='ranges') if l_0_ranges is missing else l_0_ranges))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='line') if l_0_line is missing else l_0_line).chart, 'working days', ))
            yield '\n<ul class="legend">\n<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="range critical" width="10" height="10"/></svg>critical for the mean durations</li>\n'
            if t_2(context.eval_ctx, t_3(context, (undefined(name='line') if l_0_line is missing else l_0_line).chart.bars, 'look')):
                pass
                yield '<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="range" width="10" height="10"/></svg>not critical</li>\n'
            yield '</ul>\n'
            def macro():
                t_5 = []
                pass
                t_5.append(
                    '<thead><tr><th scope="col">Finish</th><th scope="col" class="right">Working days</th><th scope="col" class="right">Chance to be done by then</th></tr></thead>\n<tbody>\n',
                )
                for (l_2_name, l_2_days, l_2_chance, l_2_date) in (undefined(name='line') if l_0_line is missing else l_0_line).finish:
                    _loop_vars = {}
                    pass
                    t_5.extend((
                        '<tr><th scope="row">',
                        written((t_4(context.eval_ctx, l_2_name, 'p', 'P', 1) if (l_2_name in ('p10', 'p50', 'p80', 'p90')) else l_2_name)),
                        '</th><td class="right nowrap">',
                        written(('%.1f' % (l_2_days, ))),
                    ))
                    if l_2_date:
                        pass
                        t_5.extend((
                            '<span class="scale">',
                            written(l_2_date),
                            '</span>',
                        ))
                    t_5.extend((
                        '</td><td class="right">',
                        written(('%.0f %%' % ((100 * l_2_chance), ))),
                        '</td></tr>\n',
                    ))
                l_2_name = l_2_days = l_2_chance = l_2_date = missing
                t_5.append(
                    '</tbody>\n',
                )
                return concat(t_5)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of the finish', caller=caller)
            for l_1_note in (undefined(name='line') if l_0_line is missing else l_0_line).notes:
                l_1_said = resolve('said')
                _loop_vars = {}
                pass
                yield '<p class="note">'
                yield written(((undefined(name='said') if l_1_said is missing else l_1_said))(l_1_note, ))
                yield '</p>\n'
            l_1_note = l_1_said = missing
            yield '<details class="more">\n<summary>The phases as a table</summary>\n'
            def macro():
                t_6 = []
                pass
                t_6.append(
                    '<thead><tr><th scope="col">Phase</th><th scope="col" class="right">Person-days</th><th scope="col" class="right">People</th><th scope="col" class="right">Working days</th><th scope="col">Start</th><th scope="col">Finish</th><th scope="col">Finish P80</th><th scope="col" class="right">Float</th><th scope="col" class="right">Critical</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='line') if l_0_line is missing else l_0_line).rows:
                    _loop_vars = {}
                    pass
                    t_6.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.phase, )),
                        '</th><td class="right">',
                        written(l_2_row.effort),
                        '</td><td class="right">',
                        written(l_2_row.people),
                        '</td><td class="right">',
                        written(l_2_row.days),
                        '</td><td class="nowrap">',
                        written(l_2_row.start),
                        '</td><td class="nowrap">',
                        written(l_2_row.finish),
                        '</td><td class="nowrap">',
                        written(l_2_row.p80),
                        '</td><td class="right">',
                        written(l_2_row.float_days),
                        '</td><td class="right">',
                        written(l_2_row.critical),
                        '</td></tr>\n',
                    ))
                l_2_row = missing
                t_6.append(
                    '</tbody>\n',
                )
                return concat(t_6)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of the schedule', caller=caller)
            yield '</details>\n</figure>\n'
        elif (undefined(name='line') if l_0_line is missing else l_0_line).notes:
            pass
            yield '<p class="note">'
            for l_1_note in (undefined(name='line') if l_0_line is missing else l_0_line).notes:
                l_1_said = resolve('said')
                _loop_vars = {}
                pass
                yield written(((undefined(name='said') if l_1_said is missing else l_1_said))(l_1_note, ))
                yield '. '
            l_1_note = l_1_said = missing
            yield '</p>\n'

    blocks = {}
    debug_info = '1=40&3=59&4=63&5=71&7=74&8=77&10=79&11=82&15=85&18=89&19=91&22=93&25=95&29=99&32=105&33=110&29=132&37=133&38=138&42=142&45=148&46=153&42=178&52=180&53=183'
    return locals()


def sections_recommendation(environment):
    name = 'sections/recommendation.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rich = resolve('rich')
        l_0_text = resolve('text')
        pass
        yield '<div class="prose">\n'
        yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).block)((undefined(name='text') if l_0_text is missing else l_0_text), level=4, ))
        yield '</div>\n'

    blocks = {}
    debug_info = '2=15'
    return locals()


def sections_risk_scale(environment):
    name = 'sections/risk_scale.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_table = l_0_amount = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/risk_scale.html.j2')._get_default_module(context)
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risk_scale.html.j2') does not export the requested name 'table'", name='table')
        l_0_amount = getattr(included_template, 'amount', missing)
        if l_0_amount is missing:
            l_0_amount = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risk_scale.html.j2') does not export the requested name 'amount'", name='amount')
        context.vars.update({'table': l_0_table, 'amount': l_0_amount})
        context.exported_vars.difference_update(('table', 'amount'))
        def macro():
            t_1 = []
            l_1_rows = resolve('rows')
            pass
            t_1.append(
                '<thead><tr><th scope="col">Word</th><th scope="col">Scale</th><th scope="col" class="right">Low</th><th scope="col" class="right">High</th></tr></thead>\n<tbody>\n',
            )
            for l_2_row in (undefined(name='rows') if l_1_rows is missing else l_1_rows):
                l_2_rich = resolve('rich')
                _loop_vars = {}
                pass
                t_1.extend((
                    '<tr><th scope="row">',
                    written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).inline)(l_2_row.word, )),
                    '</th><td>',
                    written(((undefined(name='rich') if l_2_rich is missing else l_2_rich).inline)(l_2_row.scale, )),
                ))
                if ((l_2_row.scale.casefold)() == 'likelihood'):
                    pass
                    t_1.append(
                        ' <span class="scale">percent</span>',
                    )
                elif ((l_2_row.scale.casefold)() == 'impact'):
                    pass
                    t_1.append(
                        ' <span class="scale">working days</span>',
                    )
                t_1.extend((
                    '</td><td class="right">',
                    written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_2_row.low, )),
                    '</td><td class="right">',
                    written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(l_2_row.high, )),
                    '</td></tr>\n',
                ))
            l_2_row = l_2_rich = missing
            t_1.append(
                '</tbody>\n',
            )
            return concat(t_1)
        caller = environment.macro(macro, 0, False)
        yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Steps of the risk scale', caller=caller)

    blocks = {}
    debug_info = '1=13&2=22&5=29&6=35&2=62'
    return locals()


def sections_risks(environment):
    name = 'sections/risks.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_placed = resolve('placed')
        l_0_closed = resolve('closed')
        l_0_impacts = resolve('impacts')
        l_0_grid = resolve('grid')
        l_0_unplaced = resolve('unplaced')
        l_0_tables = resolve('tables')
        l_0_table = l_0_amount = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/risks.html.j2')._get_default_module(context)
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks.html.j2') does not export the requested name 'table'", name='table')
        l_0_amount = getattr(included_template, 'amount', missing)
        if l_0_amount is missing:
            l_0_amount = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks.html.j2') does not export the requested name 'amount'", name='amount')
        context.vars.update({'table': l_0_table, 'amount': l_0_amount})
        context.exported_vars.difference_update(('table', 'amount'))
        if (undefined(name='placed') if l_0_placed is missing else l_0_placed):
            pass
            yield '<figure class="chart risk-figure">\n<figcaption>Risks by likelihood and impact, before mitigation; R1 is the first row of the table below. '
            if (undefined(name='closed') if l_0_closed is missing else l_0_closed):
                pass
                yield 'In brackets: closed. '
            yield 'A picture to talk over, not a verdict</figcaption>\n<div class="scroll" role="region" tabindex="0" aria-label="Risk grid">\n<table class="grid">\n<thead>\n<tr><td></td>'
            for l_1_word in (undefined(name='impacts') if l_0_impacts is missing else l_0_impacts):
                _loop_vars = {}
                pass
                yield '<th scope="col"><span>'
                yield written(l_1_word)
                yield '</span></th>'
            l_1_word = missing
            yield '</tr>\n</thead>\n<tbody>\n'
            l_1_loop = missing
            for (l_1_word, l_1_cells), l_1_loop in LoopContext((undefined(name='grid') if l_0_grid is missing else l_0_grid), undefined):
                _loop_vars = {}
                pass
                yield '<tr><th scope="row">'
                yield written(l_1_word)
                yield '</th>'
                l_2_loop = missing
                for (l_2_shade, l_2_risks), l_2_loop in LoopContext(l_1_cells, undefined):
                    _loop_vars = {}
                    pass
                    yield '<td class="heat-'
                    yield written(l_2_shade)
                    yield '">'
                    l_3_loop = missing
                    for l_3_number, l_3_loop in LoopContext(l_2_risks, undefined):
                        l_3_anchors = resolve('anchors')
                        _loop_vars = {}
                        pass
                        yield '<a href="#'
                        yield written(environment.getitem((undefined(name='anchors') if l_3_anchors is missing else l_3_anchors), l_3_number))
                        yield '"'
                        if (l_3_number in (undefined(name='closed') if l_0_closed is missing else l_0_closed)):
                            pass
                            yield ' class="closed"'
                        yield '>'
                        yield written((('(R%d)' % l_3_number) if (l_3_number in (undefined(name='closed') if l_0_closed is missing else l_0_closed)) else ('R%d' % l_3_number)))
                        yield '</a>'
                        yield written((' ' if (not l_3_loop.last) else ''))
                    l_3_loop = l_3_number = l_3_anchors = missing
                    yield '</td>'
                l_2_loop = l_2_shade = l_2_risks = missing
                yield '</tr>\n'
            l_1_loop = l_1_word = l_1_cells = missing
            yield '</tbody>\n</table>\n</div>\n'
            if (undefined(name='unplaced') if l_0_unplaced is missing else l_0_unplaced):
                pass
                yield '<p class="note">Not on the grid, because likelihood or impact is not on the scale: '
                l_1_loop = missing
                for l_1_number, l_1_loop in LoopContext((undefined(name='unplaced') if l_0_unplaced is missing else l_0_unplaced), undefined):
                    _loop_vars = {}
                    pass
                    yield 'R'
                    yield written(l_1_number)
                    yield written((', ' if (not l_1_loop.last) else ''))
                l_1_loop = l_1_number = missing
                yield '.</p>\n'
            yield '</figure>\n'
        l_1_loop = missing
        for (l_1_label, l_1_columns), l_1_loop in LoopContext((undefined(name='tables') if l_0_tables is missing else l_0_tables), undefined):
            l_1_first = missing
            _loop_vars = {}
            pass
            l_1_first = l_1_loop.first
            _loop_vars['first'] = l_1_first
            def macro():
                t_1 = []
                l_2_extra = resolve('extra')
                l_2_rows = resolve('rows')
                pass
                t_1.append(
                    '<thead>\n<tr><th scope="col">Risk</th>',
                )
                for (l_3_name, l_3_title) in l_1_columns:
                    l_3_amounts = resolve('amounts')
                    _loop_vars = {}
                    pass
                    t_1.append(
                        '<th scope="col"',
                    )
                    if (l_3_name in (undefined(name='amounts') if l_3_amounts is missing else l_3_amounts)):
                        pass
                        t_1.append(
                            ' class="right"',
                        )
                    t_1.extend((
                        '>',
                        written(l_3_title),
                        '</th>',
                    ))
                l_3_name = l_3_title = l_3_amounts = missing
                if (undefined(name='first') if l_1_first is missing else l_1_first):
                    pass
                    for l_3_title in (undefined(name='extra') if l_2_extra is missing else l_2_extra):
                        l_3_rich = resolve('rich')
                        _loop_vars = {}
                        pass
                        t_1.extend((
                            '<th scope="col">',
                            written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)(l_3_title, )),
                            '</th>',
                        ))
                    l_3_title = l_3_rich = missing
                t_1.append(
                    '</tr>\n</thead>\n<tbody>\n',
                )
                for (l_3_number, l_3_risk, l_3_at) in (undefined(name='rows') if l_2_rows is missing else l_2_rows):
                    l_3_anchors = resolve('anchors')
                    l_3_rich = resolve('rich')
                    _loop_vars = {}
                    pass
                    t_1.append(
                        '<tr',
                    )
                    if (undefined(name='first') if l_1_first is missing else l_1_first):
                        pass
                        t_1.extend((
                            ' id="',
                            written(environment.getitem((undefined(name='anchors') if l_3_anchors is missing else l_3_anchors), l_3_number)),
                            '"',
                        ))
                    t_1.extend((
                        '><th scope="row" class="numbered"><span class="row-number">R',
                        written(l_3_number),
                        '</span> ',
                    ))
                    if (undefined(name='first') if l_1_first is missing else l_1_first):
                        pass
                        t_1.append(
                            written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)(l_3_risk.risk, )),
                        )
                        if l_3_risk.option:
                            pass
                            t_1.extend((
                                ' <span class="scale">only for ',
                                written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)(l_3_risk.option, )),
                                '</span>',
                            ))
                    else:
                        pass
                        t_1.append(
                            written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).plain)(l_3_risk.risk, )),
                        )
                    t_1.append(
                        '</th>',
                    )
                    for (l_4_name, l_4__) in l_1_columns:
                        l_4_amounts = resolve('amounts')
                        _loop_vars = {}
                        pass
                        if (l_4_name in (undefined(name='amounts') if l_4_amounts is missing else l_4_amounts)):
                            pass
                            t_1.extend((
                                '<td class="right">',
                                written(((undefined(name='amount') if l_0_amount is missing else l_0_amount))(environment.getitem(l_3_risk, l_4_name), )),
                                '</td>\n',
                            ))
                        elif (l_4_name == 'mitigation'):
                            pass
                            t_1.extend((
                                '<td class="long">',
                                written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)(l_3_risk.mitigation, )),
                                '</td>\n',
                            ))
                        else:
                            pass
                            t_1.extend((
                                '<td>',
                                written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)(environment.getitem(l_3_risk, l_4_name), )),
                                '</td>\n',
                            ))
                    l_4_name = l_4__ = l_4_amounts = missing
                    if (undefined(name='first') if l_1_first is missing else l_1_first):
                        pass
                        for l_4_title in (undefined(name='extra') if l_2_extra is missing else l_2_extra):
                            _loop_vars = {}
                            pass
                            t_1.extend((
                                '<td>',
                                written(((undefined(name='rich') if l_3_rich is missing else l_3_rich).inline)((l_3_risk.extra.get)(l_4_title, '', ), )),
                                '</td>',
                            ))
                        l_4_title = missing
                    t_1.append(
                        '</tr>\n',
                    )
                l_3_number = l_3_risk = l_3_at = l_3_anchors = l_3_rich = missing
                t_1.append(
                    '</tbody>\n',
                )
                return concat(t_1)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))(l_1_label, caller=caller)
        l_1_loop = l_1_label = l_1_columns = l_1_first = missing
        template = environment.get_template('sections/risks/exposure.html.j2', 'sections/risks.html.j2')
        gen = template.root_render_func(template.new_context(context.get_all(), True, {'amount': l_0_amount, 'table': l_0_table}))
        try:
            for event in gen:
                yield event
        finally: gen.close()

    blocks = {}
    debug_info = '1=19&2=28&4=31&8=35&11=44&12=48&13=51&18=78&19=82&23=92&24=96&25=98&27=106&30=139&31=147&32=179&33=183&34=190&35=201&38=205&25=225&43=227'
    return locals()


def sections_risks_exposure(environment):
    name = 'sections/risks/exposure.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_charts = resolve('charts')
        l_0_rich = resolve('rich')
        l_0_has_scale = resolve('has_scale')
        l_0_heading = l_0_table = l_0_plot = l_0_ranges = missing
        try:
            t_1 = environment.filters['format']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No filter named 'format' found.")
        try:
            t_2 = environment.filters['length']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No filter named 'length' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/risks/exposure.html.j2')._get_default_module(context)
        l_0_heading = getattr(included_template, 'heading', missing)
        if l_0_heading is missing:
            l_0_heading = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks/exposure.html.j2') does not export the requested name 'heading'", name='heading')
        l_0_table = getattr(included_template, 'table', missing)
        if l_0_table is missing:
            l_0_table = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks/exposure.html.j2') does not export the requested name 'table'", name='table')
        l_0_plot = getattr(included_template, 'plot', missing)
        if l_0_plot is missing:
            l_0_plot = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks/exposure.html.j2') does not export the requested name 'plot'", name='plot')
        l_0_ranges = getattr(included_template, 'ranges', missing)
        if l_0_ranges is missing:
            l_0_ranges = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/risks/exposure.html.j2') does not export the requested name 'ranges'", name='ranges')
        context.vars.update({'heading': l_0_heading, 'table': l_0_table, 'plot': l_0_plot, 'ranges': l_0_ranges})
        context.exported_vars.difference_update(('heading', 'table', 'plot', 'ranges'))
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).losses:
            pass
            yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading))((undefined(name='rich') if l_0_rich is missing else l_0_rich), 3, 'Exposure', ))
            yield '\n<figure class="chart">\n<figcaption>Expected loss of each risk before mitigation, from low probability × low days to high × high; ranges that overlap are not distinguishable'
            if (undefined(name='charts') if l_0_charts is missing else l_0_charts).is_certain:
                pass
                yield ', across a thick line the order is certain'
            yield '</figcaption>\n'
            yield written(((undefined(name='ranges') if l_0_ranges is missing else l_0_ranges))((undefined(name='rich') if l_0_rich is missing else l_0_rich), (undefined(name='charts') if l_0_charts is missing else l_0_charts).losses, 'working days', ))
            yield '\n'
            if (undefined(name='charts') if l_0_charts is missing else l_0_charts).left_out:
                pass
                yield '<p class="note">'
                yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).left_out)
                yield ' more '
                yield written(('risk stands' if ((undefined(name='charts') if l_0_charts is missing else l_0_charts).left_out == 1) else 'risks stand'))
                yield ' in the table.</p>\n'
            yield '<details class="more">\n<summary>The same as a table, with what the mitigations change</summary>\n'
            def macro():
                t_3 = []
                pass
                t_3.append(
                    '<thead><tr><th scope="col">Risk</th><th scope="col" class="right">Probability</th><th scope="col" class="right">Days</th><th scope="col" class="right">Expected loss</th><th scope="col" class="right">Rank</th><th scope="col">Not distinguishable from</th><th scope="col" class="right">After mitigation</th><th scope="col" class="right">Mitigation costs</th><th scope="col">Net benefit</th></tr></thead>\n<tbody>\n',
                )
                for l_2_row in (undefined(name='charts') if l_0_charts is missing else l_0_charts).rows:
                    _loop_vars = {}
                    pass
                    t_3.extend((
                        '<tr><th scope="row">',
                        written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).plain)(l_2_row.name, )),
                        '</th><td class="right">',
                        written(l_2_row.probability),
                        '</td><td class="right">',
                        written(l_2_row.days),
                        '</td><td class="right">',
                        written((l_2_row.loss or '–')),
                        '</td><td class="right">',
                        written(l_2_row.rank),
                        '</td><td>',
                        written((l_2_row.others or '–')),
                        '</td><td class="right">',
                        written((l_2_row.after or '–')),
                        '</td><td class="right">',
                        written((l_2_row.cost or '–')),
                        '</td><td>',
                        written((l_2_row.benefit or '–')),
                        '</td></tr>\n',
                    ))
                l_2_row = missing
                t_3.append(
                    '</tbody>\n',
                )
                return concat(t_3)
            caller = environment.macro(macro, 0, False)
            yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of expected losses', caller=caller)
            yield '</details>\n'
            if (not (undefined(name='has_scale') if l_0_has_scale is missing else l_0_has_scale)):
                pass
                yield '<p class="note">'
                yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).scale)
                yield '</p>\n'
            yield '</figure>\n'
            if (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve:
                pass
                yield '<figure class="chart">\n<figcaption>Chance that all counted risks together cost more than a number of working days'
                if (undefined(name='charts') if l_0_charts is missing else l_0_charts).has_after:
                    pass
                    yield ': a full line before mitigation, a dashed one after it'
                    yield written((' with its cost' if (undefined(name='charts') if l_0_charts is missing else l_0_charts).mitigation_cost else ''))
                yield '</figcaption>\n<div class="beside">\n'
                yield written(((undefined(name='plot') if l_0_plot is missing else l_0_plot))((undefined(name='charts') if l_0_charts is missing else l_0_charts).curve, 'Chance of losing more than a number of working days, as a falling curve; the numbers stand in the tables', ))
                yield '\n'
                def macro():
                    t_4 = []
                    pass
                    t_4.append(
                        '<thead><tr><th scope="col">Loss in days</th><th scope="col" class="right">Expected</th><th scope="col" class="right">Mean</th><th scope="col" class="right">P50</th><th scope="col" class="right">P80</th><th scope="col" class="right">P90</th></tr></thead>\n<tbody>\n',
                    )
                    for (l_2_name, l_2_ends, l_2_row) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).totals:
                        _loop_vars = {}
                        pass
                        t_4.extend((
                            '<tr><th scope="row">',
                            written(l_2_name),
                            '</th><td class="right nowrap">',
                            written(l_2_ends),
                            '</td><td class="right">',
                            written(('%.1f' % (environment.getitem(l_2_row, 1), ))),
                            '</td><td class="right">',
                            written(('%.1f' % (environment.getitem(l_2_row, 3), ))),
                            '</td><td class="right">',
                            written(('%.1f' % (environment.getitem(l_2_row, 4), ))),
                            '</td><td class="right">',
                            written(('%.1f' % (environment.getitem(l_2_row, 5), ))),
                            '</td></tr>\n',
                        ))
                    l_2_name = l_2_ends = l_2_row = missing
                    t_4.append(
                        '</tbody>\n',
                    )
                    return concat(t_4)
                caller = environment.macro(macro, 0, False)
                yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of the total loss', caller=caller)
                yield '</div>\n<p class="note">'
                if ((undefined(name='charts') if l_0_charts is missing else l_0_charts).mitigation_cost == 'not known'):
                    pass
                    yield 'What the mitigations cost is not known, so no curve after them is drawn. '
                elif (undefined(name='charts') if l_0_charts is missing else l_0_charts).mitigation_cost:
                    pass
                    yield 'The mitigations cost '
                    yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).mitigation_cost)
                    yield ' working days for certain. '
                yield written((undefined(name='charts') if l_0_charts is missing else l_0_charts).assumptions)
                yield '</p>\n<details class="more">\n<summary>The curve as a table</summary>\n'
                def macro():
                    t_5 = []
                    pass
                    t_5.append(
                        '<thead><tr><th scope="col">More than so many days</th><th scope="col" class="right">Before</th>',
                    )
                    if (undefined(name='charts') if l_0_charts is missing else l_0_charts).has_after:
                        pass
                        t_5.append(
                            '<th scope="col" class="right">After, with cost</th>',
                        )
                    t_5.append(
                        '</tr></thead>\n<tbody>\n',
                    )
                    for (l_2_days, l_2_before, l_2_after) in (undefined(name='charts') if l_0_charts is missing else l_0_charts).curve_rows:
                        _loop_vars = {}
                        pass
                        t_5.extend((
                            '<tr><th scope="row">',
                            written(('%.1f' % (l_2_days, ))),
                            '</th><td class="right">',
                            written(('%.1f %%' % ((100 * l_2_before), ))),
                            '</td>',
                        ))
                        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).has_after:
                            pass
                            t_5.extend((
                                '<td class="right">',
                                written(('%.1f %%' % ((100 * l_2_after), ))),
                                '</td>',
                            ))
                        t_5.append(
                            '</tr>\n',
                        )
                    l_2_days = l_2_before = l_2_after = missing
                    t_5.append(
                        '</tbody>\n',
                    )
                    return concat(t_5)
                caller = environment.macro(macro, 0, False)
                yield ((undefined(name='table') if l_0_table is missing else l_0_table))('Table of the chance of losing more', caller=caller)
                yield '</details>\n</figure>\n'
        if (undefined(name='charts') if l_0_charts is missing else l_0_charts).problems:
            pass
            yield '<details class="more">\n<summary>'
            yield written(t_2((undefined(name='charts') if l_0_charts is missing else l_0_charts).problems))
            yield ' '
            yield written(('note' if (t_2((undefined(name='charts') if l_0_charts is missing else l_0_charts).problems) == 1) else 'notes'))
            yield ' on what is not known of the risks</summary>\n<ul class="note">\n'
            for l_1_problem in (undefined(name='charts') if l_0_charts is missing else l_0_charts).problems:
                _loop_vars = {}
                pass
                yield '<li>'
                yield written(l_1_problem)
                yield '</li>\n'
            l_1_problem = missing
            yield '</ul>\n</details>\n'

    blocks = {}
    debug_info = '1=28&2=43&3=45&5=47&6=51&7=53&8=56&12=61&15=67&16=72&12=97&21=99&22=102&25=105&27=108&29=113&30=115&33=121&34=126&30=145&39=147&42=157&43=163&45=171&46=176&42=197&54=199&56=202&58=206&59=210'
    return locals()


def sections_rows(environment):
    name = 'sections/rows.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_amount = l_0_details = missing
        try:
            t_1 = environment.tests['defined']
        except KeyError:
            @internalcode
            def t_1(*unused):
                raise TemplateRuntimeError("No test named 'defined' found.")
        try:
            t_2 = environment.tests['number']
        except KeyError:
            @internalcode
            def t_2(*unused):
                raise TemplateRuntimeError("No test named 'number' found.")
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/rows.html.j2')._get_default_module(context)
        l_0_amount = getattr(included_template, 'amount', missing)
        if l_0_amount is missing:
            l_0_amount = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/rows.html.j2') does not export the requested name 'amount'", name='amount')
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/rows.html.j2') does not export the requested name 'details'", name='details')
        context.vars.update({'amount': l_0_amount, 'details': l_0_details})
        context.exported_vars.difference_update(('amount', 'details'))
        yield '<dl class="entries">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            l_1_name = resolve('name')
            l_1_texts = resolve('texts')
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written((((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(environment.getitem(l_1_row, (undefined(name='name') if l_1_name is missing else l_1_name)), ) or '–'))
            yield '</dt><dd>'
            def t_3(fiter):
                for (l_2_text, l_2_title) in fiter:
                    if (environment.getitem(l_1_row, l_2_text) not in ('', None)):
                        yield (l_2_text, l_2_title)
            for (l_2_text, l_2_title) in t_3((undefined(name='texts') if l_1_texts is missing else l_1_texts)):
                _loop_vars = {}
                pass
                yield '<p>'
                yield written(l_2_title)
                yield written((((undefined(name='amount') if l_0_amount is missing else l_0_amount))(environment.getitem(l_1_row, l_2_text), ) if t_2(environment.getitem(l_1_row, l_2_text)) else ((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(environment.getitem(l_1_row, l_2_text), )))
                yield '</p>'
            l_2_text = l_2_title = missing
            yield written((((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_1_rich is missing else l_1_rich), l_1_row.details, ) if hasattr(l_1_row, 'details') else ''))
            yield '</dd></div>\n'
        l_1_row = l_1_rich = l_1_name = l_1_texts = missing
        yield '</dl>\n'

    blocks = {}
    debug_info = '1=26&3=36&4=43'
    return locals()


def sections_security(environment):
    name = 'sections/security.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rows = resolve('rows')
        l_0_details = missing
        pass
        included_template = environment.get_template('macros.html.j2', 'sections/security.html.j2')._get_default_module(context)
        l_0_details = getattr(included_template, 'details', missing)
        if l_0_details is missing:
            l_0_details = undefined(f"the template {included_template.__name__!r} (imported on line 1 in 'sections/security.html.j2') does not export the requested name 'details'", name='details')
        context.vars['details'] = l_0_details
        context.exported_vars.discard('details')
        yield '<ul class="prose">\n'
        for l_1_row in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
            l_1_rich = resolve('rich')
            _loop_vars = {}
            pass
            yield '<li>'
            yield written(((undefined(name='rich') if l_1_rich is missing else l_1_rich).inline)(l_1_row.consideration, ))
            yield written(((undefined(name='details') if l_0_details is missing else l_0_details))((undefined(name='rich') if l_1_rich is missing else l_1_rich), l_1_row.details, ))
            yield '</li>\n'
        l_1_row = l_1_rich = missing
        yield '</ul>\n'

    blocks = {}
    debug_info = '1=14&3=21&4=26'
    return locals()


def sections_source(environment):
    name = 'sections/source.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_text = resolve('text')
        pass
        yield '<pre tabindex="0"><code>'
        yield written((undefined(name='text') if l_0_text is missing else l_0_text))
        yield '</code></pre>\n'

    blocks = {}
    debug_info = '1=14'
    return locals()


def sections_text(environment):
    name = 'sections/text.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_rich = resolve('rich')
        l_0_text = resolve('text')
        l_0_level = resolve('level')
        pass
        yield '<div class="prose">\n'
        yield written(((undefined(name='rich') if l_0_rich is missing else l_0_rich).block)((undefined(name='text') if l_0_text is missing else l_0_text), level=(undefined(name='level') if l_0_level is missing else l_0_level), ))
        yield '</div>\n'

    blocks = {}
    debug_info = '2=16'
    return locals()


def title(environment):
    name = 'title.html.j2'

    def root(context, missing=missing, environment=environment):
        resolve = context.resolve_or_missing
        undefined = environment.undefined
        concat = environment.concat
        cond_expr_undefined = Undefined
        if 0: yield None
        written = environment.written
        l_0_status = resolve('status')
        l_0_heading = resolve('heading')
        l_0_title = resolve('title')
        l_0_lead = resolve('lead')
        l_0_facts = resolve('facts')
        l_0_risks = resolve('risks')
        pass
        yield '<header class="title">\n<div>\n'
        if (undefined(name='status') if l_0_status is missing else l_0_status):
            pass
            yield '<p class="status-line"><span class="chip status '
            yield written((markup_join(('status-', (undefined(name='status') if l_0_status is missing else l_0_status), )) if ((undefined(name='status') if l_0_status is missing else l_0_status) in ('draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded')) else ''))
            yield '">'
            yield written((undefined(name='status') if l_0_status is missing else l_0_status))
            yield '</span></p>\n'
        yield '<h1>'
        yield written(((undefined(name='heading') if l_0_heading is missing else l_0_heading) or (undefined(name='title') if l_0_title is missing else l_0_title)))
        yield '</h1>\n'
        if (undefined(name='lead') if l_0_lead is missing else l_0_lead):
            pass
            yield '<p class="lead"><span class="label">Recommendation</span> '
            yield written((undefined(name='lead') if l_0_lead is missing else l_0_lead))
            yield '</p>\n'
        yield '<dl class="facts">\n'
        for (l_1_label, l_1_value) in (undefined(name='facts') if l_0_facts is missing else l_0_facts):
            _loop_vars = {}
            pass
            yield '<div><dt>'
            yield written(l_1_label)
            yield '</dt><dd>'
            yield written(l_1_value)
            yield '</dd></div>\n'
        l_1_label = l_1_value = missing
        if (undefined(name='risks') if l_0_risks is missing else l_0_risks):
            pass
            yield '<div class="top-risks"><dt>Top risks</dt><dd>\n<ol>\n'
            for (l_1_anchor, l_1_number, l_1_name, l_1_loss) in (undefined(name='risks') if l_0_risks is missing else l_0_risks):
                _loop_vars = {}
                pass
                yield '<li><a href="#'
                yield written(l_1_anchor)
                yield '">'
                yield written(l_1_number)
                yield '</a> '
                yield written(l_1_name)
                if l_1_loss:
                    pass
                    yield ' <span class="muted nowrap">'
                    yield written(l_1_loss)
                    yield ' '
                    yield written(('day' if (l_1_loss == '1') else 'days'))
                    yield ' expected</span>'
                yield '</li>\n'
            l_1_anchor = l_1_number = l_1_name = l_1_loss = missing
            yield '</ol>\n</dd></div>\n'
        yield '</dl>\n</div>\n</header>\n'

    blocks = {}
    debug_info = '3=19&4=22&6=27&7=29&8=32&11=35&12=39&14=44&17=47&18=51'
    return locals()


#: The function of each template, and the digest of the text that it was made of.
TEMPLATES: dict[str, tuple[Callable[[Any], dict[str, Any]], str]] = {
    'contents.html.j2': (contents, 'e6da1c063156d745'),
    'decider.html.j2': (decider, '8aa1d8fc102fd95f'),
    'diagram.html.j2': (diagram, '650bb08de0e5acbb'),
    'fills.html.j2': (fills, '1d13f9ab6d5a2558'),
    'macros.html.j2': (macros, 'b38152ca33737278'),
    'page.html.j2': (page, '3cae0964c8bb8858'),
    'sections/comparison.html.j2': (sections_comparison, 'b44d6482c858f1db'),
    'sections/comparison/against.html.j2': (sections_comparison_against, '4f92d93731dcfc37'),
    'sections/comparison/firmness.html.j2': (sections_comparison_firmness, '8ee66b97555aef4d'),
    'sections/components.html.j2': (sections_components, '1eb9cfe1d5cca5af'),
    'sections/data_flow.html.j2': (sections_data_flow, 'c9f2d1e2f2ad0fa0'),
    'sections/dependencies.html.j2': (sections_dependencies, '36ae27de296f5504'),
    'sections/effort.html.j2': (sections_effort, '2801c4820c2542cc'),
    'sections/effort/charts.html.j2': (sections_effort_charts, '1a8281e3903a9196'),
    'sections/evidence_map.html.j2': (sections_evidence_map, 'b6ce9945a33e1a3b'),
    'sections/executive_summary.html.j2': (sections_executive_summary, '5dee544e743dedd8'),
    'sections/findings.html.j2': (sections_findings, 'a5e1722f3dca85c8'),
    'sections/integration_points.html.j2': (sections_integration_points, 'd11f1f5b6630f74b'),
    'sections/options.html.j2': (sections_options, '6aec2a8d706c685f'),
    'sections/performance.html.j2': (sections_performance, '431505ecd4959d72'),
    'sections/phases.html.j2': (sections_phases, '8cab6c37c728bb0d'),
    'sections/recommendation.html.j2': (sections_recommendation, '32753838ac2ca8b6'),
    'sections/risk_scale.html.j2': (sections_risk_scale, '6333aa9ba950ea85'),
    'sections/risks.html.j2': (sections_risks, '1ce05ece17eaad24'),
    'sections/risks/exposure.html.j2': (sections_risks_exposure, 'a4db67f5e2f5337b'),
    'sections/rows.html.j2': (sections_rows, '05bad2cc10ee0601'),
    'sections/security.html.j2': (sections_security, '6d3acebac2956d13'),
    'sections/source.html.j2': (sections_source, 'fdc6b59f56c760ee'),
    'sections/text.html.j2': (sections_text, 'cf95f93d640f7b21'),
    'title.html.j2': (title, '9cae45fee3b715f6'),
}
