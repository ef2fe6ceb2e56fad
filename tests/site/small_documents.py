"""Small documents with links, and what stands in a folder."""

from pathlib import Path


def document(title: str, *, entries: str = "", text: str = "Nothing else.") -> str:
    return f"---\nstatus: accepted\ndate: 2026-03-01\n{entries}---\n\n# {title}\n\n## Executive Summary\n\n{text}\n"


def put(folder: Path, documents: dict[str, str]) -> Path:
    """Write documents, and remove those that are not among them."""
    for old in folder.rglob("*.md"):
        if str(old.relative_to(folder)) not in documents:
            old.unlink()
    for name, text in documents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but the manifest, which also holds the times of the documents."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != ".archkit-site.json"
    }
