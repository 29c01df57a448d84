"""The options in the sender's code."""

import json
import re

import pytest

from textfactor import assets
from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.problems import ProblemError
from textfactor.domain.tenant import trigger_of
from textfactor.services.setup.sender_source import sender_source

ANSWERS = Answers(api_key="abcd1234", sender="Acme", countries="+49, +43", retries=False)


@pytest.fixture(scope="module", params=list(TenantPath), ids=str)
def template(request: pytest.FixtureRequest) -> str:
    return assets.read_text(f"sender/{trigger_of(request.param)}.js")


def options_of(code):
    return json.loads(re.findall(r"^const OPTIONS = (.*);$", code, re.MULTILINE)[0])


def test_no_line_is_wider_than_the_page_that_shows_it(template):
    assert [line for line in template.splitlines() if len(line) > 96] == []


def test_only_the_options_change(template):
    code = sender_source(template, ANSWERS)
    before, after = template.splitlines(), code.splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert options_of(code)["countries"] == ["49", "43"]
    # The legacy trigger knows no second try, so there is nothing to choose.
    assert options_of(code).get("retries") is (False if "retries" in options_of(template) else None)
    assert ("retries" in options_of(template)) is ("notification.retry" in template)
    assert options_of(code)["timeout_ms"] == options_of(template)["timeout_ms"]


def test_the_same_answers_give_the_same_code(template):
    once = sender_source(template, ANSWERS)
    assert once == sender_source(template, ANSWERS)
    assert once == sender_source(once, ANSWERS)


@pytest.mark.parametrize("other", [{"api_key": "other123"}, {"sender": "Other"}])
def test_another_account_or_sender_gives_other_code(template, other):
    answers = Answers(
        **{"api_key": "abcd1234", "sender": "Acme", "countries": "+49, +43", "retries": False} | other
    )
    assert sender_source(template, answers) != sender_source(template, ANSWERS)


@pytest.mark.parametrize(
    ("code", "countries"),
    [
        ("no options", ""),
        ("const OPTIONS = {};\nconst OPTIONS = {};", ""),
        ("const OPTIONS = {};", "Germany"),
    ],
)
def test_what_cannot_be_right_is_refused(code, countries):
    with pytest.raises(ProblemError, match="unexpected"):
        sender_source(code, Answers(countries=countries))
