"""What was found in a tenant, in words, on both paths and with parts that nobody could read."""

import re
from dataclasses import replace

import pytest
from tests.fakes.setup import DOMAIN, fresh, patient, with_foreign_sender, with_twilio
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.problems import ProblemKind
from textfactor.domain.templates import VENDOR_TEXTS, TemplateType
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    SENDER_NAME,
    UNIFIED_TRIGGER,
    ActionDraft,
    ActionFacts,
    BindingFacts,
    HookFacts,
    LegacyTemplates,
    Observed,
    PathEvidence,
    TemplateFacts,
)
from textfactor.services.setup.detect import detect
from textfactor.services.setup.scopes import ScopeUse, needed_scopes
from textfactor.services.setup.vendor_texts import LEGACY_DEFAULTS
from textfactor.words.facts import FoundFact, found_facts
from textfactor.words.scopes import scope_use


def observed(tenant: InMemoryTenant) -> Observed:
    return detect(tenant, DOMAIN, patient())


def facts(found: Observed) -> dict[str, FoundFact]:
    """The facts by what they are about."""
    return {one.what.english(): one for one in found_facts(found)}


def said(found: Observed) -> dict[str, str]:
    return {what: one.english() for what, one in facts(found).items()}


def test_an_untouched_unified_tenant():
    rows = said(observed(fresh()))
    assert rows == {
        "Phone path": "unified",
        "Name": "Acme",
        "Rights of the token": "the token does not tell",
        "Sender Action": "none yet",
        "Trigger": "no Action on this trigger",
        "Phone provider": "none",
        "Enrolment text": "Auth0's default",
        "Verification text": "Auth0's default",
        "SMS factor": "off",
        "MFA": "never asked for",
        "Actions that ask for MFA": "none",
        "Left on the other path": "none",
        "Protection against repeated messages": "off",
        "Left-over Hook": "none",
    }


def test_an_untouched_legacy_tenant():
    rows = said(observed(InMemoryTenant(legacy=True)))
    assert rows["Phone path"] == "legacy"
    assert rows["Phone provider"] == "Auth0's own, for trying out: 100 messages in all"
    assert rows["Enrolment text"] == rows["Verification text"] == "Auth0's default"


def test_what_most_tenants_do_not_have_is_quiet():
    quiet = [one.name for one in found_facts(observed(fresh())) if one.quiet]
    assert quiet == ["asking_actions", "other_actions", "phone_protection", "hooks"]


@pytest.mark.parametrize("legacy", [False, True])
def test_each_fact_says_where_it_came_from(legacy):
    for one in found_facts(observed(InMemoryTenant(legacy=legacy))):
        assert one.origin.startswith(("GET /", "POST /")), one.name
        assert one.reason is None


def test_somebodys_action_with_its_secrets_and_its_draft():
    rows = said(observed(with_foreign_sender()))
    assert rows["Sender Action"] == "Our texts, deployed, with changes that are not"
    assert rows["Its secrets"] == "TWILIO_SID (set on 2026-11-01)"
    assert rows["Trigger"] == "runs Our texts"
    assert rows["Phone provider"] == "custom, disabled"


def test_twilio_with_edited_texts():
    found = observed(with_twilio())
    rows = said(found)
    assert rows["Phone provider"].startswith("twilio")
    assert rows["SMS factor"] == "on, text messages and voice calls"
    assert rows["MFA"] == "asked for by risk (Adaptive MFA)"


def test_a_text_that_says_what_auth0_says_is_its_default():
    kind = TemplateType.OTP_VERIFY
    template = TemplateFacts("tem_1", kind.value, VENDOR_TEXTS[kind], "", "", disabled=False)
    found = replace(observed(fresh()), verify=template, enroll=None)
    assert said(found)["Verification text"] == "Auth0's default"
    assert said(found)["Enrolment text"] == "Auth0's default"
    found = replace(found, verify=replace(template, text="{{ code }}", disabled=True))
    assert "{{ code }}" in said(found)["Verification text"]
    assert "disabled" in said(found)["Verification text"]


ACTION = ActionFacts(
    "1", SENDER_NAME, UNIFIED_TRIGGER, "// put here by Textfactor", "node22", "built", (), None, None, False
)


@pytest.mark.parametrize(
    ("action", "how"),
    [
        (ACTION, f"{SENDER_NAME}, not deployed"),
        (replace(ACTION, status="failed"), f"{SENDER_NAME}, not deployed, its last build failed"),
        (replace(ACTION, deployed_code="x", all_changes_deployed=True), f"{SENDER_NAME}, deployed"),
    ],
)
def test_how_the_sender_stands(action, how):
    assert said(replace(observed(fresh()), action=action))["Sender Action"] == how


def test_secrets_that_our_sender_would_miss():
    found = replace(observed(fresh()), action=replace(ACTION, secrets=("VONAGE_API_KEY",)))
    assert said(found)["Its secrets"] == "VONAGE_API_KEY, missing: VONAGE_API_SECRET, VONAGE_FROM_NUMBER"
    theirs = replace(ACTION, name="Theirs", code="// theirs")
    assert said(replace(found, action=theirs))["Its secrets"] == "none"


def test_a_sender_that_is_not_among_those_that_run():
    rows = (BindingFacts("b", "2", "Theirs"),)
    assert said(replace(observed(fresh()), action=ACTION, bindings=rows))["Trigger"] == (
        f"runs Theirs, not {SENDER_NAME}"
    )


@pytest.mark.parametrize(
    ("selected", "how"),
    [
        ("twilio", "Twilio"),
        ("phone-message-hook", "an Action (phone-message-hook)"),
        ("brand-new", "brand-new"),
        ("", "none"),
        (None, "none"),
    ],
)
def test_who_sends_on_the_legacy_path(selected, how):
    found = replace(observed(InMemoryTenant(legacy=True)), selected_provider=selected)
    assert said(found)["Phone provider"] == how


def test_legacy_texts_that_somebody_wrote():
    texts = LegacyTemplates("Welcome: {{code}}", LEGACY_DEFAULTS.verification)
    rows = said(replace(observed(InMemoryTenant(legacy=True)), legacy_templates=texts))
    assert rows["Enrolment text"] == "“Welcome: {{code}}”"
    assert rows["Verification text"] == "Auth0's default"


@pytest.mark.parametrize("evidence", PathEvidence)
def test_what_told_the_path(evidence):
    found = replace(observed(fresh()), path_evidence=evidence)
    assert (said(found)["Phone path"] == "unified") == (evidence is PathEvidence.AGREED)


def test_what_the_token_may_do():
    needed = needed_scopes(observed(fresh()).path, change_policy=True)
    found = replace(observed(fresh()), scopes=frozenset(needed))
    assert said(found)["Rights of the token"] == "all that are needed"
    more = replace(found, scopes=frozenset((*needed, "create:clients", "read:users")))
    assert (
        said(more)["Rights of the token"]
        == "all that are needed, and it also has 1 to write that nothing here needs"
    )
    less = replace(found, missing_scopes=("read:logs", "read:actions"))
    assert said(less)["Rights of the token"] == "missing: read:logs, read:actions"


def test_the_other_path_hooks_and_who_asks():
    tenant = fresh()
    for name in ("Old sender", "Older sender"):
        action = tenant.create_action(ActionDraft(name, LEGACY_TRIGGER, "// old", "node22", ()))
        tenant.deploy_action(action.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Old sender",))
    tenant.leftover["h1"] = HookFacts("h1", "texts", LEGACY_TRIGGER, enabled=False, code="")
    tenant.protection = "exponential"
    found = replace(observed(tenant), asking_actions=("Step up", "Risk"))
    rows = said(found)
    assert rows["Left on the other path"] == "Old sender, still bound, Older sender"
    assert rows["Left-over Hook"] == "texts, switched off, no Hook runs since 18 Nov 2026"
    assert rows["Actions that ask for MFA"] == "Step up, Risk"
    assert rows["Protection against repeated messages"] == "each further message to a number waits longer"
    assert not any(one.quiet for one in found_facts(found))


@pytest.mark.parametrize(("kind", "how"), [("default", "as Auth0 has it by default"), ("newer", "newer")])
def test_other_kinds_of_protection(kind, how):
    found = replace(observed(fresh()), phone_protection=kind)
    assert said(found)["Protection against repeated messages"] == how


@pytest.mark.parametrize(
    ("field", "reason", "why"),
    [
        ("policies", "missing_scope: read:mfa_policies", "the token lacks the scope read:mfa_policies"),
        ("phone_protection", "plan_gate: upgrade", "the tenant's Auth0 plan does not have it"),
        ("friendly_name", "not_found: ", "Auth0 does not know it in this tenant"),
        ("legacy_templates", "legacy_call_on_unified: no", "Auth0 answers no legacy calls here"),
        ("policies", "refused: not today", "Auth0 refused it: not today"),
        ("policies", "refused: ", "Auth0 refused it"),
        ("hooks", "not_found: ", "Auth0 shows no Hooks any more; they ended on 18 Nov 2026"),
        ("hooks", "missing_scope: read:hooks", "the token lacks the scope read:hooks"),
    ],
)
def test_what_is_not_known_says_why(field, reason, why):
    found = replace(observed(InMemoryTenant(legacy=True)), unknown=((field, reason),))
    unread = [one for one in found_facts(found) if one.reason is not None]
    assert unread
    for one in unread:
        assert one.name == field
        offered = field != "phone_protection"
        assert one.english() == ("could not be read" if offered else "not offered to this tenant")
        assert one.reason is not None
        assert one.reason.english() == why
        assert not one.quiet


def test_a_path_that_rests_on_one_witness_is_still_told():
    tenant = fresh()
    tenant.fail("selected_provider", ProblemKind.REFUSED, "no")
    path = facts(observed(tenant))["Phone path"]
    assert path.english() == "unified, told by the tenant's setting alone"
    assert path.reason is not None


def test_both_texts_are_unknown_together():
    found = replace(observed(fresh()), unknown=(("templates", "refused: no"),))
    rows = said(found)
    assert rows["Enrolment text"] == rows["Verification text"] == "could not be read"


def test_every_optional_scope_says_what_it_is_for():
    assert len({scope_use(use).english() for use in ScopeUse}) == len(ScopeUse)


def test_no_word_of_ours_begs_or_shouts():
    tenant = InMemoryTenant(legacy=True)
    told = [
        part.english()
        for found in (fresh(), tenant)
        for one in found_facts(observed(found))
        for part in one.how
    ]
    told += [one.what.english() for one in found_facts(observed(tenant))]
    assert [
        text for text in told if re.search(r"\b(please|sorry|simply|just)\b|!", text, re.IGNORECASE)
    ] == []


def test_braces_of_a_tenant_stay_as_they_are():
    found = replace(observed(fresh()), friendly_name="{value} {{ code }}")
    assert said(found)["Name"] == "{value} {{ code }}"
