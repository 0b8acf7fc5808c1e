"""Laws of reading Genius files: told apart by content, tolerant where told, strict where not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from explorer.files import extras
from explorer.files.extras import extra_module
from explorer.files.genius import issues as genius_issues
from explorer.files.genius.domain import GeniusDomain
from explorer.files.genius.folder import is_genius_folder, party_names, read_genius
from explorer.files.genius.profile import triangular
from explorer.files.genius.xml_text import LONGEST_LABEL, label_of
from explorer.model.errors import FileError, MissingExtraError
from tests.files.genius.domains import Judged, Made, small_domain


def read(folder: Path) -> GeniusDomain:
    return read_genius([folder])


def told(domain: GeniusDomain) -> str:
    return "\n".join(domain.assumed)


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def changed(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return small_domain().write(tmp_path / "shop")


def test_a_sound_folder_is_read_without_any_assumption(shop: Path) -> None:
    domain = read(shop)
    assert domain.assumed == ()
    assert (domain.name, domain.packages) == ("Shop", 6)
    assert [profile.name for profile in domain.profiles] == ["buyer", "seller"]
    assert [profile.reservation for profile in domain.profiles] == [0.2, 0.3]
    assert domain.issues[0].values == ("$3.50", "$4", "$5, net")
    assert domain.files == ("shop-domain.xml", "shop-buyer.xml", "shop-seller.xml")


def test_files_named_one_by_one_are_taken_in_their_order(shop: Path) -> None:
    names = ("shop-seller.xml", "shop-domain.xml", "shop-buyer.xml")
    domain = read_genius([shop / name for name in names])
    assert [profile.name for profile in domain.profiles] == ["seller", "buyer"]


def test_byte_order_marks_and_blank_lines_before_the_first_element_do_not_matter(
    shop: Path,
) -> None:
    path = shop / "shop-buyer.xml"
    path.write_bytes(b'\xef\xbb\xbf\n\n<?xml version="1.0"?>' + path.read_bytes())
    assert read(shop).assumed == ()


def test_what_is_missing_counts_as_nothing_and_is_told(tmp_path: Path) -> None:
    made = small_domain((None, -0.5))
    shop = made.write(tmp_path / "shop")
    changed(shop, "shop-buyer.xml", '<weight index="2" value="0.3"></weight>', "")
    changed(shop, "shop-seller.xml", ' evaluation="8"', "")
    words = told(read(shop))
    assert "buyer: no reservation value is given" in words
    assert "buyer: “Delivery” has no weight" in words
    assert "buyer: the weights add up to 0.7" in words
    assert "seller: “$5, net” of “Price” has no evaluation" in words
    assert "seller: the reservation value -0.5 is below 0" in words


def test_discounts_caps_and_worthless_issues_are_told(tmp_path: Path) -> None:
    made = small_domain()
    made.parties[0] = Judged([0.7, 0.4], [[3, 2, 1], [2, 1]], 0.1, '<discount_factor value="0.5"/>')
    made.parties[1] = Judged([0.5, 0.5], [[0, 0, 0], [2, 1]], 0.1, '<discount_factor value="1"/>')
    domain = read(made.write(tmp_path / "shop"))
    words = told(domain)
    assert "buyer: the best package adds up to 1.1; what is above 1 counts as 1" in words
    assert "buyer: the discount factor 0.5 is left out" in words
    assert "seller: no value of “Price” is worth anything" in words
    assert "seller: the discount" not in words
    assert domain.profiles[1].worth[0] == (0, 0, 0)


def test_other_files_of_a_folder_are_left_out_and_told(shop: Path) -> None:
    put(shop, "pareto.xml", "0.5, 0.7\n0.6, 0.5\n")
    put(shop, "other.xml", "<something/>")
    put(shop, "shop-tenant.xml", (shop / "shop-seller.xml").read_text(encoding="utf-8"))
    put(shop, "zz-domain.xml", small_domain().domain_text())
    strange = Made([("Colour", ["red", "blue"])], [Judged([1.0], [[1, 2]])])
    put(shop, "shop-2010.xml", strange.profile_text(strange.parties[0]))
    put(shop, "read-me.txt", "no xml")
    words = told(read(shop))
    for name in ("pareto.xml", "other.xml"):
        assert f"{name} is neither a domain nor a profile" in words
    assert "shop-tenant.xml is a further profile" in words
    assert "zz-domain.xml is a second domain" in words
    assert "shop-2010.xml is left out: it is no profile of this domain" in words


def test_without_a_domain_file_the_first_profile_tells_the_issues(shop: Path) -> None:
    (shop / "shop-domain.xml").unlink()
    domain = read(shop)
    assert "the issues are those of shop-buyer.xml" in told(domain)
    assert domain.packages == 6


def test_a_tree_without_judgement_is_a_domain_whatever_its_root(shop: Path) -> None:
    bare = small_domain().domain_text()
    inner = bare.removeprefix("<negotiation_template>").removesuffix("</negotiation_template>")
    put(shop, "shop-domain.xml", inner)
    assert read(shop).assumed == ()


def test_issues_and_values_are_matched_by_index_and_by_name(shop: Path) -> None:
    before = read(shop).profiles
    text = (shop / "shop-seller.xml").read_text(encoding="utf-8")
    first, second = text.index('<issue index="1"'), text.index('<issue index="2"')
    end = text.index("</issue>", second) + len("</issue>")
    swapped = text[:first] + text[second:end] + text[first:second] + text[end:]
    put(shop, "shop-seller.xml", swapped)
    changed(shop, "shop-seller.xml", '<issue index="1" name="Price"', '<issue name="Price"')
    low, high = '<item index="1" value="now"', '<item index="2" value="in a week"'
    assert low in swapped
    assert high in swapped
    changed(shop, "shop-seller.xml", 'value="now" cost="0" evaluation="2"', 'value="SWAP"')
    changed(
        shop,
        "shop-seller.xml",
        'value="in a week" cost="0" evaluation="6"',
        'value="now" cost="0" evaluation="2"',
    )
    changed(shop, "shop-seller.xml", 'value="SWAP"', 'value="in a week" cost="0" evaluation="6"')
    assert read(shop).profiles == before


NUMBERS = """<negotiation_template><utility_space><objective index="0" name="root">
<issue index="1" name="Years" type="integer" etype="integer" vtype="integer"
 lowerbound="1" upperbound="{upper}"/>
<issue index="2" name="Rate" vtype="real"><range lowerbound="0" upperbound="2"/></issue>
<issue index="3" name="Same" vtype="integer" lowerbound="4" upperbound="4"/>
</objective></utility_space></negotiation_template>"""

JUDGED = """<utility_space><objective index="0" name="root">
<issue index="1" name="Years" vtype="integer" lowerbound="1" upperbound="{upper}">{years}</issue>
<issue index="2" name="Rate" vtype="real"><range lowerbound="0" upperbound="2"/>{rate}</issue>
<issue index="3" name="Same" vtype="integer" lowerbound="4" upperbound="4"/>
<weight index="1" value="0.5"/><weight index="2" value="0.5"/><weight index="3" value="0"/>
</objective><reservation value="0"/></utility_space>"""

STEEP = '<evaluator slope="0.5" offset="0.25"/>'
LINEAR = '<evaluator ftype="linear" parameter0="-0.5" parameter1="1"/>'
CONSTANT = '<evaluator ftype="constant" parameter0="0.75"/>'
PEAK = '<evaluator ftype="triangular" parameter0="0" parameter1="2" parameter2="0.5"/>'


def numbers(
    folder: Path, rates: Sequence[str] = (LINEAR, PEAK), *, upper: int = 3, years: str = STEEP
) -> Path:
    folder.mkdir(exist_ok=True)
    put(folder, "domain.xml", NUMBERS.format(upper=upper))
    for name, rate in zip("ab", rates, strict=True):
        put(folder, f"{name}.xml", JUDGED.format(rate=rate, years=years, upper=upper))
    return folder


def test_numbers_are_cut_into_stated_steps_and_valued_by_their_functions(tmp_path: Path) -> None:
    domain = read_genius([numbers(tmp_path / "n")], steps=5)
    assert domain.issues[0].values == ("1", "2", "3")
    assert domain.issues[1].values == ("0", "0.5", "1", "1.5", "2")
    assert domain.issues[2].values == ("4",)
    first, second = domain.profiles
    assert first.worth[0] == (0.125, 0.375, 0.5)
    assert first.worth[1] == (0, 0, 0.25, 0.5, 0.5)
    assert second.worth[1] == pytest.approx((0, 0.5, 1 / 3, 1 / 6, 0))
    words = told(domain)
    assert "“Rate” runs over numbers from 0 to 2; 5 of them are taken: 0, 0.5, 1, 1.5, 2." in words
    assert "Years" not in words
    assert "“Same” has no evaluator" in words


def test_a_long_range_of_whole_numbers_is_cut_into_whole_numbers(tmp_path: Path) -> None:
    shop = numbers(tmp_path / "n", (CONSTANT, CONSTANT), upper=101)
    domain = read(shop)
    assert domain.issues[0].values == tuple(str(n) for n in range(1, 102, 10))
    assert "“Years” runs over numbers from 1 to 101; 11 of them are taken" in told(domain)
    assert set(domain.profiles[0].worth[1]) == {0.375}


def test_a_triangle_is_nothing_outside_its_ends() -> None:
    assert [triangular(x, 1, 3, 2) for x in (0, 1, 1.5, 2, 2.5, 3, 4)] == [0, 0, 0.5, 1, 0.5, 0, 0]


def test_integers_without_an_evaluator_are_worth_nothing(tmp_path: Path) -> None:
    domain = read(numbers(tmp_path / "n", years=""))
    assert domain.profiles[0].worth[0] == (0, 0, 0)


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ('<evaluator ftype="faratin"/>', "is “faratin”; only linear"),
        ('<evaluator ftype="linear" parameter0="x"/>', "needs numbers for parameter0, parameter1"),
    ],
)
def test_evaluators_that_cannot_be_read_are_refused_by_name(
    tmp_path: Path, rate: str, words: str
) -> None:
    with pytest.raises(FileError, match=words) as caught:
        read(numbers(tmp_path / "n", (rate, PEAK)))
    assert "a.xml" in str(caught.value)


BAD = [
    ("shop-buyer.xml", '<weight index="1" value="0.7">', '<weight index="1" value="-1">', "weight"),
    ("shop-buyer.xml", 'evaluation="30"', 'evaluation="lots"', "evaluation of “\\$3.50”"),
    ("shop-buyer.xml", '<reservation value="0.2"/>', '<reservation value="2"/>', "above 1"),
    ("shop-buyer.xml", "<utility_space>", '<utility_space type="nonlinear">', "not additive"),
    ("shop-domain.xml", 'index="2" name="Delivery"', 'index="1" name="Delivery"', "same index"),
]


@pytest.mark.parametrize(("name", "old", "new", "words"), BAD)
def test_numbers_that_cannot_be_are_refused_with_their_file(
    shop: Path, name: str, old: str, new: str, words: str
) -> None:
    changed(shop, name, old, new)
    with pytest.raises(FileError, match=words) as caught:
        read(shop)
    assert name in str(caught.value)


def with_issue(inside: str, attributes: str = 'vtype="discrete"') -> str:
    return (
        "<negotiation_template><utility_space><objective>"
        f'<issue index="1" name="Price" {attributes}>{inside}</issue>'
        "</objective></utility_space></negotiation_template>"
    )


MANY = "".join(f'<item index="{n}" value="v{n}"/>' for n in range(genius_issues.MOST_VALUES + 1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<negotiation_template/>", "there is no issue"),
        (with_issue(""), "has no values"),
        (with_issue(MANY), "has 12 values; at most 11"),
        (with_issue("", 'vtype="integer" lowerbound="3"'), "missing or out of order"),
        (with_issue("", 'vtype="real" lowerbound="3" upperbound="1"'), "missing or out of order"),
        (
            "<negotiation_template>" + 25 * "<issue/>" + "</negotiation_template>",
            "has 25 issues, at most 24",
        ),
    ],
)
def test_domains_that_cannot_be_solved_are_refused_with_a_remedy(
    shop: Path, text: str, words: str
) -> None:
    put(shop, "shop-domain.xml", text)
    with pytest.raises(FileError, match=words):
        read(shop)


def test_values_of_one_name_and_values_without_a_name_are_told_apart(shop: Path) -> None:
    made = Made([("", ["same", "same", ""])], 2 * [Judged([1.0], [[1, 2, 3]])])
    for path in shop.iterdir():
        path.unlink()
    domain = read(made.write(shop))
    assert domain.issues[0].name == "Issue 1"
    assert domain.issues[0].values == ("same", "same", "value 3")
    assert domain.profiles[0].worth[0] == pytest.approx((1 / 3, 2 / 3, 1))
    assert "two values of the same name" in told(domain)


def test_one_profile_is_too_few(shop: Path) -> None:
    (shop / "shop-seller.xml").unlink()
    with pytest.raises(FileError, match="two profiles of one domain are needed, 1 can be read"):
        read(shop)
    (shop / "shop-buyer.xml").unlink()
    with pytest.raises(FileError, match="0 can be read"):
        read(shop)


def test_named_files_that_are_no_genius_files_or_of_another_domain_are_refused(shop: Path) -> None:
    other = put(shop, "notes.xml", "<notes/>")
    named = [shop / name for name in ("shop-domain.xml", "shop-buyer.xml")]
    with pytest.raises(FileError, match=r"notes\.xml is neither"):
        read_genius([*named, other])
    strange = Made([("Colour", ["red", "blue"])], [Judged([1.0], [[1, 2]])])
    put(shop, "shop-2010.xml", strange.profile_text(strange.parties[0]))
    with pytest.raises(FileError, match=r"shop-2010\.xml: it is no profile"):
        read_genius([*named, shop / "shop-2010.xml"])


BOMB = (
    '<!DOCTYPE utility_space [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<utility_space>&b;</utility_space>"
)
OUTSIDE = (
    '<!DOCTYPE utility_space [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<utility_space>&a;</utility_space>"
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused_whatever_else_is_there(shop: Path, text: str) -> None:
    put(shop, "shop-extra.xml", text)
    with pytest.raises(FileError, match="declares entities or refers to other files"):
        read(shop)


def test_broken_and_huge_files_are_refused_with_their_place(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = put(shop, "shop-extra.xml", "<utility_space><objective></utility_space>")
    with pytest.raises(FileError, match="not valid XML"):
        read(shop)
    broken.write_text("<a>" + 50_001 * "<b/>" + "</a>", encoding="utf-8")
    with pytest.raises(FileError, match="more than 50,000 elements"):
        read(shop)
    broken.write_text('<?xml version="1.0" encoding="no-such"?><a/>', encoding="utf-8")
    with pytest.raises(FileError, match="not valid XML"):
        read(shop)
    broken.write_bytes(b"<" + 6 * 1024 * 1024 * b" ")
    with pytest.raises(FileError, match="megabytes"):
        read(shop)


def test_folders_with_xml_are_known_and_others_are_not(shop: Path, tmp_path: Path) -> None:
    assert is_genius_folder(shop)
    (tmp_path / "empty").mkdir()
    assert not is_genius_folder(tmp_path / "empty")
    assert not is_genius_folder(shop / "shop-buyer.xml")
    assert not is_genius_folder(Path("\0"))


def test_a_folder_that_cannot_be_listed_is_refused(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("explorer.files.genius.folder.os.scandir", refuse)
    with pytest.raises(FileError, match="Permission denied"):
        read(shop)
    assert not is_genius_folder(shop)


def test_parties_are_called_by_what_their_files_do_not_share() -> None:
    assert party_names(["laptop_buyer_utility", "laptop_seller_utility"]) == ("buyer", "seller")
    assert party_names(["a-prof1", "a-prof2"]) == ("prof1", "prof2")
    assert party_names(["same", "same"]) == ("Party 1", "Party 2")


def test_long_labels_are_cut_and_put_on_one_line() -> None:
    assert label_of("  a\n b ") == "a b"
    assert len(label_of("x" * 500)) == LONGEST_LABEL


def test_a_missing_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r'pip install "deal-zone-explorer\[tables\]"'):
        extra_module("openpyxl", "tables", "Reading workbooks")
