"""A look at a text, comparing two, and the tenant's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.answers import TenantPath
from textfactor.domain.sms_text import Encoding
from textfactor.domain.templates import TYPES, TemplateType, enroll_type, login_type
from textfactor.domain.tenant import LegacyTemplates
from textfactor.services.context import CallContext
from textfactor.services.messages.comparing import Fate, Piece, compare
from textfactor.services.messages.looking import Shown, is_quick, look
from textfactor.services.messages.preview import person
from textfactor.services.messages.tenant_texts import read_texts
from textfactor.services.messages.variables import knows, names


def test_a_look_is_what_arrives() -> None:
    seen = look(
        "{{ code }} for {{ friendly_name }}, {{ user.given_name }}", Shown(who=person("zoe"), tenant="Acme")
    )
    assert seen.text == "123456 for Acme, Zoë"
    assert seen.measured.encoding is Encoding.UCS2
    assert seen.notes


def test_a_trial_account_appends_its_remark() -> None:
    plain, trial = look("{{ code }}", Shown()), look("{{ code }}", Shown(trial=True))
    assert trial.text == plain.text + " [FREE SMS DEMO, TEST MESSAGE]"
    assert trial.measured.units == plain.measured.units + 32, "its brackets take two units each"
    assert look("", Shown(trial=True)).text == ""


@pytest.mark.parametrize(
    ("source", "quick"),
    [
        ("{{ code }} for {{ friendly_name }}", True),
        ("{% if locale == 'de' %}{{ code }}{% endif %}", True),
        ("{% for i in (1..9) %}{% endfor %}", False),
        ("the words for and assign", True),
        ("x" * 2000, False),
    ],
)
def test_what_may_be_looked_at_while_typing(source: str, quick: bool) -> None:
    assert is_quick(source) is quick


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", ()),
        ("same", "same", (Piece(Fate.SAME, "same"),)),
        ("", "new", (Piece(Fate.NEW, "new"),)),
        (
            "{{ code }} is it",
            "{{ code | escape }} is it",
            (
                Piece(Fate.GONE, "{{ code }}"),
                Piece(Fate.NEW, "{{ code | escape }}"),
                Piece(Fate.SAME, " is it"),
            ),
        ),
    ],
)
def test_comparing(before: str, after: str, pieces: tuple[Piece, ...]) -> None:
    assert compare(before, after) == pieces


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_off_a_comparison(before: str, after: str) -> None:
    pieces = compare(before, after)
    assert "".join(p.text for p in pieces if p.fate is not Fate.NEW) == before
    assert "".join(p.text for p in pieces if p.fate is not Fate.GONE) == after


def test_two_huge_texts_are_compared_as_wholes() -> None:
    before, after = "a b " * 2000, "a c " * 2000
    assert compare(before, after) == (Piece(Fate.GONE, before), Piece(Fate.NEW, after))


def test_the_unified_texts_of_a_tenant() -> None:
    tenant = InMemoryTenant()
    texts = read_texts(tenant, TenantPath.UNIFIED, CallContext())
    assert texts[TemplateType.OTP_VERIFY] == next(
        t.text for t in tenant.templates() if t.type == "otp_verify"
    )
    assert TemplateType.PASSWORD_BREACH not in texts


class Legacy(InMemoryTenant):
    """A tenant on the legacy path with these texts."""

    texts: LegacyTemplates | None = None

    def legacy_templates(self) -> LegacyTemplates | None:
        return self.texts


def test_the_legacy_texts_of_a_tenant() -> None:
    tenant = Legacy()
    assert read_texts(tenant, TenantPath.LEGACY, CallContext()) == {}
    tenant.texts = LegacyTemplates("enrol {{code}}", "")
    assert read_texts(tenant, TenantPath.LEGACY, CallContext()) == {TemplateType.ENROLLMENT: "enrol {{code}}"}


@pytest.mark.parametrize("path", TenantPath)
def test_every_name_that_can_be_inserted_is_known(path: TenantPath) -> None:
    assert names(path)[0] == "code"
    assert all(knows(path, name) for name in names(path))
    assert login_type(path) in TYPES[path]
    assert enroll_type(path) in TYPES[path]
    assert all(kind.path is path for kind in TYPES[path])
