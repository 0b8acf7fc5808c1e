"""Finding: every word must be there, and the place where it stands decides the order."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.finder import Entry, best_first, case_entries, kind_name
from explorer.files.case_file import bundled_case
from tests.figures.sentences import assert_reads_well

KOREA = bundled_case("korea")
ENTRIES = case_entries(KOREA)
LETTERS = st.text("abcdefghijk ", max_size=12)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Draw entries of few letters, so that words match often."""
    words = draw(st.lists(st.tuples(LETTERS, LETTERS, LETTERS), max_size=8))
    return tuple(
        Entry("page", str(place), title, terms=terms, detail=detail)
        for place, (title, terms, detail) in enumerate(words)
    )


@given(entries(), LETTERS)
def test_what_is_found_holds_every_word_and_what_is_not_lacks_one(
    known: tuple[Entry, ...], text: str
) -> None:
    found = best_first(known, text)
    for entry in known:
        whole = f"{entry.title}\n{entry.terms}\n{entry.detail}".casefold()
        assert (entry in found) == all(word in whole for word in text.split())


@given(entries())
def test_nothing_typed_keeps_the_order(known: tuple[Entry, ...]) -> None:
    assert best_first(known, "  ") == known


@given(entries(), st.text("abcdefghijk", min_size=1, max_size=3))
def test_a_name_that_begins_with_the_word_comes_before_one_that_does_not(
    known: tuple[Entry, ...], word: str
) -> None:
    starts = [each.title.startswith(word) for each in best_first(known, word)]
    assert starts == sorted(starts, reverse=True)


def test_the_place_of_a_word_decides() -> None:
    detail = Entry("page", "detail", "Limits", detail="a verified list")
    term = Entry("page", "term", "Glossary", terms="verify")
    inside = Entry("page", "inside", "Reverification")
    word = Entry("page", "word", "Level of verification")
    start = Entry("page", "start", "Verification")
    assert best_first((detail, term, inside, word, start), "VERIF") == (
        start,
        word,
        inside,
        term,
        detail,
    )


def test_a_control_is_found_by_its_name_before_those_that_speak_of_it() -> None:
    first, *_ = best_first(ENTRIES, "verif")
    assert "verification" in first.title.casefold()
    assert all("warheads" in each.title.casefold() for each in best_first(ENTRIES, "warh")[:2])
    assert best_first(ENTRIES, "zzzz") == ()


def test_every_entry_has_a_name_and_a_kind_in_words() -> None:
    assert len({(each.kind, each.id) for each in ENTRIES}) == len(ENTRIES)
    for entry in ENTRIES:
        assert entry.title
        assert_reads_well(kind_name(entry.kind))
