"""What the five tables of insurance types share: their outputs, and the answers that recur."""

from __future__ import annotations

from ssrules.records.frozen import FrozenDict

OUTPUTS = FrozenDict(
    {
        "participation": ("mandatory", "voluntary", "covered", "local", "none"),
        "scheme": ("employee", "resident", None),
        "payers": None,
        "collected_with": ("medical", None),
    }
)
COMPARED = ("participation", "scheme", "payers")

EMPLOYER_AND_INDIVIDUAL = ("employer", "individual")
INDIVIDUAL_AND_GOVERNMENT = ("individual", "government")

NONE = FrozenDict({"participation": "none", "scheme": None, "payers": (), "collected_with": None})
LOCAL = FrozenDict({"participation": "local", "scheme": None, "payers": (), "collected_with": None})


def employees_scheme(
    participation: str, *payers: str, collected_with: str | None = None
) -> FrozenDict[str, object]:
    """The type applies in the employees' scheme; `payers` pay the premiums."""
    return FrozenDict(
        {
            "participation": participation,
            "scheme": "employee",
            "payers": payers,
            "collected_with": collected_with,
        }
    )


def residents_scheme(*payers: str) -> FrozenDict[str, object]:
    """The type may be joined in the residents' scheme; `payers` pay the premiums."""
    return FrozenDict(
        {
            "participation": "voluntary",
            "scheme": "resident",
            "payers": payers,
            "collected_with": None,
        }
    )
