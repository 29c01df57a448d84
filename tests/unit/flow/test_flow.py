"""Whole routes through the wizard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.domain.answers import Answers, TenantPath
from textfactor.flow.flow import PageId, next_page, path, resume_at

DONE = Answers(opened=True, vonage_checked=True, tenant_path=TenantPath.UNIFIED, plan_size=9, applied=True)
P = PageId


def test_the_whole_route():
    assert path(DONE) == tuple(PageId)


def test_an_empty_plan_skips_apply():
    assert path(replace(DONE, plan_size=0)) == tuple(page for page in PageId if page is not P.APPLY)


def test_the_last_page_has_no_next():
    assert next_page(P.DONE, DONE) is None


@pytest.mark.parametrize(
    ("answers", "wanted", "page"),
    [
        (Answers(), P.TRY, P.WELCOME),
        (replace(DONE, opened=False), P.TRY, P.WELCOME),
        (replace(DONE, vonage_checked=False), P.TRY, P.VONAGE),
        (replace(DONE, tenant_path=None), P.TRY, P.TENANT),
        (replace(DONE, plan_size=None), P.TRY, P.REVIEW),
        (replace(DONE, applied=False), P.TRY, P.APPLY),
        (replace(DONE, applied=False, plan_size=0), P.TRY, P.TRY),
        (DONE, P.TRY, P.TRY),
        (DONE, P.WELCOME, P.WELCOME),
        # A page that is not on the route (any more) starts anew.
        (replace(DONE, plan_size=0), P.APPLY, P.WELCOME),
    ],
)
def test_a_draft_goes_on_where_answers_are_missing(answers, wanted, page):
    assert resume_at(wanted, answers) is page


@given(
    st.builds(
        Answers, opened=st.booleans(), vonage_checked=st.booleans(), plan_size=st.none() | st.integers(0, 9)
    )
)
def test_a_draft_never_goes_on_behind_what_was_wanted(answers):
    route = path(answers)
    for wanted in route:
        assert route.index(resume_at(wanted, answers)) <= route.index(wanted)
