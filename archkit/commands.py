"""What the commands do: each takes the parsed arguments and returns an exit code.

What a command needs is imported when it runs, so that `archkit --help` waits for nothing.
"""

from __future__ import annotations

import argparse

FOUND, FAILED = 1, 2


def new(given: argparse.Namespace) -> int:
    """Make a document."""
    from archkit import authoring

    authoring.new(given.file, given.title, given.template)
    print(given.file)
    return 0


def check(given: argparse.Namespace) -> int:
    """Say what is wrong in documents."""
    from archkit.checking import run

    return run(given)


def export(given: argparse.Namespace) -> int:
    """Write a document as Markdown, HTML or another format."""
    from archkit.export import run

    return run(given)


def templates(given: argparse.Namespace) -> int:
    """List, show or make templates of formats."""
    from archkit.outputs.commands import templates as run

    return run(given)


def trust(given: argparse.Namespace) -> int:
    """Trust the templates of a repository."""
    from archkit.outputs.commands import trust_templates

    return trust_templates(given.path, is_list=given.list, is_removed=given.remove)


def lab(given: argparse.Namespace) -> int:
    """Open JupyterLab on a document."""
    from archkit.lab import open_lab

    return open_lab(given.file, browser=not given.no_browser, port=given.port)


def studio(given: argparse.Namespace) -> int:
    """Open the studio of a document in the browser."""
    from archkit.standalone import open_studio

    return open_studio(given.file, browser=not given.no_browser, port=given.port)


def example(given: argparse.Namespace) -> int:
    """Put a copy of the worked example into a folder."""
    from archkit import authoring

    print(authoring.example(given.folder))
    return 0


def import_(given: argparse.Namespace) -> int:
    """Make documents of existing ones."""
    from archkit.importing.command import run

    return run(given)


def merge(given: argparse.Namespace) -> int:
    """Merge three versions as git's merge driver."""
    from archkit.git import merge_files

    return merge_files(given.base, given.mine, given.theirs, given.name)


def diff(given: argparse.Namespace) -> int:
    """Say what changed between two versions; like `diff`, 1 when something did."""
    from archkit.git import RENDERERS, changes_between

    changes = changes_between(given.old, given.new)
    print(RENDERERS[given.form](changes), end="")
    return FOUND if changes else 0


def research(given: argparse.Namespace) -> int:
    """Look documentation up, and keep what is picked as findings."""
    from archkit.research.command import run

    return run(given)


def build(given: argparse.Namespace) -> int:
    """Build a site of documents."""
    if given.watch:
        from archkit.previewing import watch as run
    else:
        from archkit.site.command import run

    return run(given)


def generate(given: argparse.Namespace) -> int:
    """Write made-up documents."""
    from archkit.site.command import run_generate

    return run_generate(given)


def portfolio(given: argparse.Namespace) -> int:
    """Say what stands in many documents together."""
    from archkit.portfolios.command import run

    return run(given)


def textconv(given: argparse.Namespace) -> int:
    """Print a document as one line for each field, for `git diff`."""
    from archkit.git import textconv as converted

    print(converted(given.file), end="")
    return 0


def git_setup(given: argparse.Namespace) -> int:
    """Install the merge driver and the readable diff in a repository, or take them out."""
    from archkit import git_setup as setup

    if given.remove:
        told = setup.uninstall(given.repository)
        print("taken out: git merges and shows architecture documents as any other text again")
        if told:
            print(told)
    else:
        setup.install(given.repository)
        files = setup.ATTRIBUTES.split()[0]
        print(f"git merges and shows {files} with archkit here; commit .gitattributes, and run this in each clone")
    return 0
