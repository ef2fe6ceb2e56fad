"""A generated portfolio is the same each time, varied, and read without a word lost."""

from __future__ import annotations

from archkit.format.read import read
from archkit.portfolios.generate import generate, generated

GIVEN = list(generate(60, faulty=0.1))
SOUND = [one for one in GIVEN if not one.is_faulty]


def test_a_document_is_the_same_whatever_else_is_generated():
    assert list(generate(5, faulty=0.1)) == GIVEN[:5]
    assert generated(41, faulty=0.1) == GIVEN[41]
    assert generated(3, seed=2).data != generated(3, seed=1).data


def test_a_sound_document_is_read_whole():
    for one in SOUND:
        assert read(one.data.decode()).diagnostics == (), one.name


def test_documents_differ_in_size_language_and_parts():
    texts = [read(one.data.decode()).document for one in SOUND]
    sizes = sorted(len(one.data) for one in SOUND)

    assert sizes[-1] > 3 * sizes[0]
    assert 24_000 < sum(sizes) / len(sizes) < 36_000
    assert {str(text.metadata.extra.get("lang", "en")) for text in texts} == {"en", "de", "fr"}
    assert any(not text.effort.work_items for text in texts)
    assert any(text.metadata.extra.get("supersedes") for text in texts)


def test_faulty_files_are_told_and_named_like_the_others():
    faulty = [one for one in GIVEN if one.is_faulty]

    assert 1 <= len(faulty) <= 15
    assert len({one.name for one in GIVEN}) == len(GIVEN)
    assert all(one.name.endswith("-architecture.md") for one in GIVEN)
