"""The search's index: what is written is read back, words are folded, and it stays small."""

from hypothesis import given
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.portfolios.generate import generate
from archkit.site.search_index import Entry, block_count, block_of, block_read, written
from archkit.site.words import SECTIONS, folded_words, words_of

WORDS = st.text(st.characters(categories=("Ll", "Lo", "Nd")), min_size=1, max_size=32)
ENTRIES = st.builds(
    Entry,
    st.tuples(st.text(max_size=8), st.text(max_size=8)),
    st.dictionaries(WORDS, st.integers(0, len(SECTIONS) - 1), max_size=12),
)


@given(st.dictionaries(st.text(min_size=1, max_size=6), ENTRIES, max_size=60))
def test_a_block_is_read_as_it_was_written(block):
    text = written(3, block)

    assert block_read(text) == block
    assert written(3, block_read(text)) == text


def test_words_have_no_case_no_accents_and_no_marks():
    assert folded_words("Événements, STRASSE straße Ⅳ_x2") == ["evenements", "strasse", "strasse", "iv", "x2"]


def test_each_chinese_sign_is_a_word():
    assert folded_words("支付API系统") == ["支", "付", "api", "系", "统"]


def test_a_word_is_known_by_the_first_section_that_it_stands_in():
    text = "# Ledger\n\n## Executive Summary\n\nA ledger of payments.\n\n## Something Else\n\nPayments and refunds.\n"

    found = words_of(read(text))

    assert [SECTIONS[found[word]][0] for word in ("ledger", "payments", "refunds")] == [
        "Title", "Executive Summary", "Other text",
    ]  # fmt: skip


def test_tags_are_found_after_titles_and_paths_after_all_other_text():
    text = "# Ledger\n\n## Executive Summary\n\nMoney and accounts.\n\n## Something Else\n\nOld books.\n"

    found = words_of(read(text), ("Café", "money", "ledger"), "accounts/books-2024-architecture.md")

    assert {word: SECTIONS[number][0] for word, number in found.items()} == {
        "ledger": "Title", "cafe": "its tags", "money": "its tags", "and": "Executive Summary", "2024": "its path",
        "accounts": "Executive Summary", "else": "Other text", "old": "Other text", "something": "Other text",
        "books": "Other text", "summary": "Executive Summary", "executive": "Executive Summary",
    }  # fmt: skip


def test_the_index_takes_at_most_15_percent_of_the_texts():
    documents = [item.data.decode() for item in generate(12, faulty=0.0)]

    tags, path = ("data", "security", "payments"), "payments/generated/ledger-{}-architecture.md"
    block = {str(at): Entry((), words_of(read(text), tags, path.format(at))) for at, text in enumerate(documents)}

    assert len(written(0, block).encode()) < 0.15 * sum(len(text.encode()) for text in documents)


def test_the_block_of_a_document_depends_on_its_name_alone():
    assert [block_count(count) for count in (0, 1, 128, 129, 10_000)] == [1, 1, 1, 2, 128]
    assert len({block_of(f"{at}.md", 8) for at in range(200)}) == 8
