"""The nearest names are found within bounds."""

from __future__ import annotations

from ssrules.errors.near import LONGEST_NAME, MOST_COMPARED, nearest_names


def test_a_very_long_name_is_near_to_none() -> None:
    """It is no slip of the pen, and comparing it would take long."""
    name = "x" * (LONGEST_NAME + 1)
    assert nearest_names(name, [name, name[1:]]) == ()
    assert nearest_names(name[1:], [name, name[1:]]) == (name[1:],)


def test_of_very_many_names_only_the_first_are_compared() -> None:
    """However many there are, the time is bounded: what lies past it is not even looked at."""
    looked = 0

    def names() -> object:
        nonlocal looked
        while True:
            looked += 1
            yield f"case{looked:06}"

    assert nearest_names("case000001", names()) != ()  # type: ignore[arg-type]
    assert looked <= MOST_COMPARED / len("case000001") + 1
