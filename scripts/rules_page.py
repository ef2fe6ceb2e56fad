"""Writes docs/rules.md, the reference of all rules, from the table and its examples."""

from __future__ import annotations

from pathlib import Path

from archkit.checks.examples import EXAMPLES
from archkit.checks.rules import FORMAT, RULES, Rule

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
HEAD = """# What a check looks for

`archkit check` and `doc.check()` read a document as a reviewer would. Each finding has a line, a column, a rule and a
severity. This page is made by `python scripts/rules_page.py` from the table of rules; a test holds the two together and
runs every example.

- An **error** is a contradiction or something that cannot be read. A **warning** is what a reviewer would send back. A
  **hint** is what is missing or a matter of opinion.
- `archkit check` ends with 0 when there is nothing to mend or hints alone, with 1 on warnings and errors, with 2 when a
  file or a setting cannot be read; an empty file is one. A file without a section of the template gets a hint that
  there is nothing to check. `--fail-on error` and `--fail-on hint` move the line.
- `--strict` turns those hints into errors that are marked *error in strict mode*.
- `--fix` mends what needs no person, marked *mended by `--fix`*; a second run mends nothing more.
  Stated totals stay as they are while an estimate is in error.
- `--format` is `text` (`file:line:column: severity rule message`), `json`, `sarif` (2.1.0), `github` (annotations) or
  `junit`. As text, the blanks of a section that the template left are one line.
- Of a folder, the files `*-architecture.md` are checked, and other Markdown files with three headings of the template;
  what is hidden is skipped.

## Settings

`[tool.archkit]` in the `pyproject.toml` of the document's folder, or of the nearest one above that has this table:

```toml
[tool.archkit]
select = []            # the rules that run; all when empty
ignore = ["no-owner"]  # the rules that do not
strict = false
max-finding-age = 730  # days
close-call = 0.05      # lead (0-1) below which no option is a clear winner

[tool.archkit.age-limits]  # days, by kind of source
measured-here = 365
reported = 1000
```

The kinds of source are those of [evidence.md](evidence.md#strength). An age limit says after how many days a
finding of its kind has lost a step of its strength, wherever strengths are shown, and `old-finding` asks to look again
after as many; for kinds without one it asks after `max-finding-age`.

`--select` and `--strict` on the command line go before them, `--ignore` is added to them, `--isolated` reads no file.
Ages count to the current day, or to that of `SOURCE_DATE_EPOCH`.

## To let something pass

With a reason, and only with one. In prose, a comment on the line or above it; above the first section it holds for the
whole file:

```markdown
<!-- archkit: ignore clear-winner: measured twice, see F6 -->
```

A comment above a list or a table would turn the section to text. There, use an entry of the front matter: the rule,
words of the line or message if only that one is meant, and the reason behind a dash.

```yaml
archkit-ignore:
  - no-status-quo - a new system
  - unused-finding F5 - kept for the appendix
```
"""


def page() -> str:
    """Return the text of the page."""
    rules = (FORMAT, *RULES)
    parts = [HEAD, "## The rules\n", "| rule | severity | what is right |\n|---|---|---|"]
    parts[-1] += "".join(f"\n| [{rule.id}](#{rule.id}) | {rule.severity} | {rule.right} |" for rule in rules) + "\n"
    return "\n".join([*parts, *map(_section, rules)])


def _section(rule: Rule) -> str:
    said = [f"**{rule.severity}**"]
    said += ["error in strict mode"] if rule.strict else []
    said += ["mended by `--fix`"] if rule.fix or rule.rewrites else []
    example = EXAMPLES[rule.id]
    where = f"\nReported on the line `{example.at}`.\n" if example.at else ""
    return (
        f"## {rule.id}\n\n{rule.right} ({', '.join(said)})\n\n"
        f"Bad:\n\n```markdown\n{example.bad}\n```\n{where}\nGood:\n\n```markdown\n{example.good}\n```\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
