"""Commands on pages of the guide name their case wherever it is not the usual one."""

from explorer.files.case_file import bundled_case, usual_case_id
from explorer.files.page_commands import with_case_named

SINAI, USUAL = bundled_case("sinai"), bundled_case(usual_case_id())

PAGE = """# Page

Type `dealzone solve x` or `dealzone check y.json`, and `dealzone solve my.dealzone`.

    dealzone solve x
    dealzone solve x                 what it does
    dealzone list controls --json    what it does
    dealzone list cases              what it does
    dealzone solve --case ID         what it does
    dealzone self-test               what it does
    dealzone study new -o study.json
    dealzone study run study.json
    case = explorer.case()
"""


def test_pages_of_the_usual_case_stay_as_they_are() -> None:
    assert with_case_named(PAGE, USUAL) == PAGE


def test_commands_about_a_case_name_it_and_no_others_do() -> None:
    text = with_case_named(PAGE, SINAI)
    assert "`dealzone solve x --case sinai` or `dealzone check y.json`" in text
    assert "`dealzone solve my.dealzone`" in text
    assert "    dealzone solve x --case sinai\n" in text
    assert "    dealzone solve x --case sinai    what it does\n" in text
    assert "    dealzone list controls --json --case sinai  what it does\n" in text
    assert "    dealzone list cases              what it does\n" in text
    assert "    dealzone solve --case ID         what it does\n" in text
    assert "    dealzone self-test               what it does\n" in text
    assert "    dealzone study new -o study.json --case sinai\n" in text
    assert "    dealzone study run study.json\n" in text
    assert '    case = explorer.case("sinai")\n' in text
