"""Library ids and versions: `/owner/name`, `/owner/name/version`, `/owner/name@version`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

_PART = r"[A-Za-z0-9._~+-]{1,200}"
LIBRARY_ID = re.compile(rf"/(?!\.\.?/){_PART}/(?!\.\.?(?:[/@]|$)){_PART}(?:[/@](?!\.\.?$){_PART})?")
_IN_ADDRESS = re.compile(r"/(?:blob|tree|raw)/([^/]+)/")
_RELEASE = re.compile(r"v?\d+(?:\.\d+)*(?:[.-]?[a-z0-9]+)*", re.IGNORECASE)


def is_library_id(text: str) -> bool:
    """Whether a text is the id of a library, and no name, path or address."""
    return bool(LIBRARY_ID.fullmatch(text))


def split_id(library: str) -> tuple[str, str]:
    """Return the id without its version, and the version, "" for none."""
    owner, name, *version = library[1:].replace("@", "/", 1).split("/")
    return f"/{owner}/{name}", "".join(version)


def version_of(library: str) -> str:
    """Return the version in a library's id, "" for none."""
    return split_id(library)[1] if is_library_id(library) else ""


def same_version(one: str, other: str) -> bool:
    """Whether two spellings mean one version: `5.1` and `v5.1`."""
    return _bare(one) == _bare(other)


def is_within(answered: str, asked: str) -> bool:
    """Whether a version is one of those that the shorter name of a release means: 15.1.8 for 15."""
    return same_version(asked, answered) or _bare(answered).startswith(f"{_bare(asked)}.")


def version_among(wanted: str, versions: Iterable[str]) -> str:
    """Return the version that is meant: the one of that name, else the newest that begins with it, else ""."""
    known = list(versions)
    if exact := next((version for version in known if same_version(version, wanted)), ""):
        return exact
    begin = f"{_bare(wanted)}."
    begun = [version for version in known if _bare(version).startswith(begin)]
    return max(begun, key=_ordered, default="")


def version_in_address(address: str) -> str:
    """Return the release or branch that the address of a file in a repository names, "" for none."""
    parts = urlsplit(address) if address.startswith(("http://", "https://")) else None
    if parts is None:
        return ""
    if parts.netloc == "raw.githubusercontent.com":
        steps = parts.path.split("/")
        return unquote(steps[3]) if len(steps) > 4 else ""
    found = _IN_ADDRESS.search(parts.path)
    return unquote(found[1]) if found else ""


def with_other_v(version: str) -> str:
    """Return a release with or without the `v` before it, the other way than given; "" for what is no release."""
    if not _RELEASE.fullmatch(version):
        return ""
    return version[1:] if version[:1] in "vV" else f"v{version}"


def _bare(version: str) -> str:
    return version.strip().casefold().removeprefix("v").lstrip("_")


def _ordered(version: str) -> tuple[bool, list[int], str]:
    """Order versions by their numbers; a preview comes before its release."""
    bare = _bare(version)
    numbers = re.match(r"\d+(?:\.\d+)*", bare)
    rest = bare[numbers.end() :] if numbers else bare
    steps = [int(step) for step in numbers[0][:60].split(".")] if numbers else []
    return not rest, steps, rest
