"""What is under way when the process is stopped is tidied up, the newest first."""

from explorer.files.leaving import tidied, tidy_up


def test_everything_under_way_is_tidied_up_whatever_fails() -> None:
    told: list[str] = []

    def fail() -> None:
        told.append("fails")
        raise OSError("gone")

    with (
        tidied(lambda: told.append("outer")),
        tidied(fail),
        tidied(lambda: told.append("inner")),
    ):
        tidy_up()
        assert told == ["inner", "fails", "outer"]
    tidy_up()
    assert len(told) == 3


def test_what_has_ended_is_not_tidied_up() -> None:
    told: list[str] = []
    with tidied(lambda: told.append("never")):
        pass
    tidy_up()
    assert told == []
