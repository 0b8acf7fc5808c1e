"""Coherence rules of a case: together they leave something to agree on."""

import pytest
from hypothesis import given

from explorer.model.case import Case
from tests.strategies import small_cases


@given(small_cases())
def test_rules_that_leave_no_package_are_refused(case: Case) -> None:
    content = case.model_dump()
    nothing = {issue.id: {"at_most": 0} for issue in case.target_issues}
    always = {case.sender_issues[0].id: {}}
    rule = {**content["controls"][0], "kind": "coherence", "when": always, "requires": (nothing,)}
    own = ("role", "party", "default", "low", "high", "status")
    strict = {key: value for key, value in rule.items() if key not in own} | {"id": "strict"}
    content["controls"] = (*content["controls"], strict)
    content["groups"][0]["shown"] = (*content["groups"][0]["shown"], "strict")
    with pytest.raises(ValueError, match="contradict each other and leave no package"):
        Case.model_validate(content)
