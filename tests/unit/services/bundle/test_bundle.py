"""The support bundle: nothing planted comes out of it, the same value has one token, the file is what was shown."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from tests.unit.services.doctor.hospital import ASKED, check, healthy, of

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import SentTest
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    ActionDraft,
    HookFacts,
    LegacyTemplates,
    LogRow,
    TemplateFacts,
)
from textfactor.services.bundle.contents import Bundle, make_bundle
from textfactor.services.bundle.machine import Machine, this_machine
from textfactor.services.bundle.packing import DATA, READABLE, as_json, pack
from textfactor.services.bundle.tokens import Tokens, time, word
from textfactor.services.container import TenantKey, VonageKey
from textfactor.services.doctor.patient import Patient
from textfactor.words.bundle import readable

MACHINE = Machine("1.2.3", "3.11.7", "Linux", "6.1", "x86_64")
NUMBER, MAIL, CODE, TEXT = "447700900123", "ada.lovelace@canary.example", "493027", "canary text of a message"
SECRET, TOKEN, KEY = "canarySecret16xy", "eyJhbGciOiJub25lIn0.canary.token", "cafe1234"
DOMAIN, PROFILE, SENDER = "canary-corp.eu.auth0.com", "Canary Corporation", "CanaryBrand"
CANARIES = (NUMBER, MAIL, CODE, "canary", "Canary", SECRET, TOKEN, KEY, "lovelace", "7700900")


def planted(*, legacy: bool = False) -> Patient:
    """A world that is full of what must not come out."""
    workspace = healthy(legacy=legacy)
    tenant = workspace.the_tenant
    workspace.profile = replace(
        workspace.profile,
        name=PROFILE,
        endpoints=Endpoints(auth0_host=DOMAIN, proxy=f"http://u:{SECRET}@canary", ca_file="/canary/ca.pem"),
    )
    workspace.account.secret = Secret(SECRET)
    trigger = LEGACY_TRIGGER if legacy else "custom-phone-provider"
    action = next(iter(tenant.actions(trigger)))
    names = tuple((name, SECRET) for name in (*action.secrets, "CANARY_CORP_KEY"))
    draft = ActionDraft("Canary SMS", trigger, f"// {SECRET} {NUMBER} {MAIL}", "canary@runtime", names)
    tenant.update_action(action.id, draft)
    tenant.leftover["h"] = HookFacts("h", "Canary hook", LEGACY_TRIGGER, enabled=True, code=f"// {SECRET}")
    if legacy:
        tenant.set_legacy_templates(LegacyTemplates(TEXT, f"{TEXT} {CODE}"))
    else:
        verify = next(one for one in tenant.templates() if one.type == "otp_verify")
        tenant.update_template(TemplateFacts(verify.id, verify.type, TEXT, TEXT, SENDER, disabled=False))
        provider = tenant.phone_providers()[0]
        tenant.update_phone_provider(provider.id, MAIL, ("text", NUMBER), disabled=False)
    tenant.set_policies((MAIL,))
    said = f"vonage status=15 to {NUMBER} {MAIL} code {CODE}"
    tenant.rows = [
        LogRow("1", "2026-11-24T09:00:00.000Z", "gd_send_sms_failure", said, said, MAIL),
        LogRow("2", f"today {CODE}", "limit_phone", said, said, MAIL),
    ]
    workspace.sent_tests.add(_sent("one"))
    workspace.sent_tests.add(replace(_sent("two"), to=f"+{NUMBER}", country=NUMBER))
    workspace.sent_tests.add(replace(_sent("three"), profile="somebody else"))
    workspace.runtime.engine = f"Node {SECRET}"
    return of(
        workspace,
        answers=replace(ASKED, domain=DOMAIN, sender=SENDER, api_key=KEY, profile_name=PROFILE),
        vonage=VonageKey(KEY, Secret(SECRET)),
        tenant=TenantKey(DOMAIN, "canaryClient", Secret("auth0secret")),
    )


def _sent(name: str) -> SentTest:
    part = PartResult("0", f"canary {NUMBER}", f"canary-{NUMBER}", "0.07", "26201")
    odd = PartResult(f"canary{NUMBER}", "")
    return SentTest(
        name,
        "2026-11-24T09:00:00+00:00",
        "p1",
        NUMBER,
        "GB",
        NUMBER,
        "GSM-7",
        SendOutcome.ACCEPTED,
        (part, odd),
    )


def bundled(who: Patient) -> Bundle:
    return make_bundle(who, check(who), MACHINE)


@pytest.mark.parametrize("legacy", [False, True])
def test_nothing_that_was_planted_comes_out(legacy):
    made = bundled(planted(legacy=legacy))
    whole = as_json(made) + readable(made)
    assert [canary for canary in CANARIES if canary in whole] == []
    assert "@" not in whole
    content = json.loads(as_json(made))
    ids = {one["id"] for one in content["findings"]}
    assert {"auth0.path", "vonage.balance", "keyring.entry"} <= ids
    assert content["facts"]["action"]["runtime"] == "other"
    assert content["facts"]["action"]["other_secrets"] == 1
    assert content["log"][1]["date"] == ""


def test_a_problem_leaves_its_kind_and_not_its_words(monkeypatch):
    who = planted()

    def balance(_self):
        raise ProblemError(Problem(ProblemKind.REFUSED, Service.VONAGE, f"{SECRET} {MAIL}", 403, MAIL))

    monkeypatch.setattr("tests.fakes.world.InMemorySmsCall.balance", balance)
    whole = as_json(bundled(who))
    assert '"problem": "refused"' in whole
    assert [canary for canary in CANARIES if canary in whole] == []


def test_the_same_value_has_the_same_token_within_one_bundle_only():
    who = planted()
    content = json.loads(as_json(bundled(who)))
    tests = content["tests"]
    assert len(tests) == 2
    assert tests[0]["to"] == tests[1]["to"] == tests[0]["sender"]  # however the number is written
    assert content["log"][0]["user"] == content["log"][1]["user"]
    assert re.fullmatch(r"number-[0-9a-f]{8}", tests[0]["to"])
    assert re.fullmatch(r"domain-[0-9a-f]{8}", content["tenant"])
    again = json.loads(as_json(bundled(who)))
    assert again["tests"][0]["to"] != tests[0]["to"]
    assert again["tenant"] != content["tenant"]


def test_what_a_run_wrote_is_in_it_by_part_and_not_by_value():
    who = of(healthy())
    content = json.loads(as_json(bundled(who)))
    run = content["runs"][0]
    assert run["applied"][0] == "sender"
    assert run["planned"][0]["secrets"] == {
        "VONAGE_API_KEY": "set", "VONAGE_API_SECRET": "set", "VONAGE_FROM_NUMBER": "set",
    }  # fmt: skip
    assert re.fullmatch(r"user-[0-9a-f]{8}", run["who"])
    assert (run["complete"], run["stopped_by"]) == (True, None)
    assert content["facts"]["texts"][0]["characters"] > 0


def test_a_run_that_was_stopped_says_by_what():
    who = of(healthy())
    assert who.workspace is not None
    records = who.workspace.journal.history(ASKED.domain)
    problem = Problem(ProblemKind.DRIFT, Service.AUTH0, f"{MAIL}", 409)
    stopped = replace(records[0], receipt=replace(records[0].receipt, stopped_by=problem))
    who.workspace.journal.history = lambda _domain: (stopped,)  # pyright: ignore[reportAttributeAccessIssue]
    run = json.loads(as_json(bundled(who)))["runs"][0]
    assert run["stopped_by"] == {"kind": "drift", "where": "auth0", "status": 409}


def test_files_that_cannot_be_read_do_not_stop_it():
    who = of(healthy())
    assert who.workspace is not None

    def broken(*_):
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "journal"))

    who.workspace.journal.history = broken  # pyright: ignore[reportAttributeAccessIssue]
    who.workspace.sent_tests.all = broken  # pyright: ignore[reportAttributeAccessIssue]
    content = json.loads(as_json(bundled(who)))
    assert (content["runs"], content["tests"]) == ("unreadable", "unreadable")


def test_without_a_world_there_is_still_something_to_send():
    made = bundled(Patient())
    content = json.loads(as_json(made))
    assert (content["world"], content["facts"], content["runs"], content["tests"]) == (None, None, [], [])
    assert content["tenant"] == ""
    assert "World\n  -" in readable(made)


def test_the_file_holds_what_was_shown():
    made = bundled(of(healthy()))
    text = readable(made)
    with zipfile.ZipFile(io.BytesIO(pack(made, text))) as packed:
        assert packed.namelist() == [READABLE, DATA]
        assert packed.read(READABLE).decode() == text
        assert packed.read(DATA).decode() == as_json(made)
    assert "Nothing was uploaded" in text
    assert "practice: no" in text


def test_words_times_and_tokens():
    assert [word(one) for one in ("node22", "read:logs", "", "a@b", "x7700900123", "9", "a" * 60)] == [
        "node22", "read:logs", "", "other", "other", "other", "other",
    ]  # fmt: skip
    assert time("2026-11-24T09:00:00.123Z") == "2026-11-24T09:00:00.123Z"
    assert time("yesterday") == ""
    tokens = Tokens()
    assert tokens.number("") == ""
    assert tokens.number("+44 7700") == tokens.number("447700") == tokens.sender("+447700")
    assert tokens.sender("Acme").startswith("sender-")
    assert tokens.user("a") != tokens.profile("a")


def test_this_machine_is_told_by_kind():
    words = this_machine().as_words()
    assert set(words) == {"version", "python", "system", "release", "processor"}
    assert re.fullmatch(r"[\d.]*", str(words["release"]))
