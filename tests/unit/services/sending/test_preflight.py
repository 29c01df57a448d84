import dataclasses

import pytest
from tests.fakes.world import InMemoryWorkspace, SimpleNumbers
from tests.support.rules import rules

from textfactor.adapters.numbers import Numbers
from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.inputs import InputIssue
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.sending import Balance, OwnedNumber
from textfactor.services.container import VonageKey
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.sending.preflight import AccountRead, judge, preflight
from textfactor.services.sending.rules import load_rules
from textfactor.services.sending.test_message import Prepared, prepare
from textfactor.words.preflight import CASES, TITLES, say_finding, title_of

NUMBERS = Numbers()
RICH = AccountRead(
    Balance(50.0, auto_reload=False), (OwnedNumber("12025550123", "US", can_send_sms=True),), "0.05"
)
GONE = Problem(ProblemKind.TIMED_OUT, Service.VONAGE)


def ready(to="+4915123456789", sender="Acme", text="Hello") -> Prepared:
    prepared = prepare(NUMBERS, to, sender, text)
    assert not isinstance(prepared, InputIssue)
    return prepared


def found(prepared: Prepared, account: AccountRead = RICH, key="abcd1234") -> dict[str, Finding]:
    findings = judge(prepared, key, rules(), account)
    assert {one.id for one in findings} == set(TITLES)
    for one in findings:
        assert title_of(one).english()
        assert "{" not in say_finding(one).english()
    return {one.id: one for one in findings}


def case_of(finding: Finding) -> tuple[str, FindingStatus]:
    return finding.blank("case"), finding.status


P, W, F, U = FindingStatus.PASS, FindingStatus.WARNING, FindingStatus.FAIL, FindingStatus.UNKNOWN


@pytest.mark.parametrize(
    ("balance", "price", "case"),
    [
        (Balance(50.0, auto_reload=False), "0.05", ("enough", P)),
        (Balance(0.5, auto_reload=False), "0.05", ("few", W)),
        (Balance(0.04, auto_reload=False), "0.05", ("short", F)),
        (Balance(0.0, auto_reload=False), "0.05", ("empty", F)),
        (Balance(-1.0, auto_reload=True), "0.05", ("reloads", P)),
        (Balance(5.0, auto_reload=False), None, ("some", P)),
        (Balance(5.0, auto_reload=False), "nan", ("some", P)),
        (Balance(5.0, auto_reload=False), "free", ("some", P)),
        (GONE, "0.05", ("problem", U)),
    ],
)
def test_credit_is_set_against_the_price(balance, price, case):
    assert case_of(found(ready(), AccountRead(balance, (), price))["vonage.balance"]) == case


def test_a_message_of_two_parts_costs_two_prices():
    two = ready(text="x" * 161)
    price = found(two)["vonage.price"]
    assert (price.blank("price"), price.blank("parts")) == ("0.10", "2")


@pytest.mark.parametrize(
    ("price", "case"), [(None, ("no_price", U)), (GONE, ("problem", U)), ("0.05", ("known", P))]
)
def test_a_price_is_known_or_said_not_to_be(price, case):
    assert case_of(found(ready(), dataclasses.replace(RICH, price=price))["vonage.price"]) == case


@pytest.mark.parametrize(
    ("account", "case"),
    [
        (AccountRead(Balance(2.0, auto_reload=False), (), "0.05"), ("signs", W)),
        (AccountRead(Balance(2.0, auto_reload=True), (), "0.05"), ("none", P)),
        (RICH, ("none", P)),
        (AccountRead(Balance(2.0, auto_reload=False), GONE, "0.05"), ("not_read", U)),
        (AccountRead(GONE, (), "0.05"), ("not_read", U)),
    ],
)
def test_signs_of_a_trial_account(account, case):
    assert case_of(found(ready(), account)["vonage.trial"]) == case


@pytest.mark.parametrize(
    ("to", "case"),
    [
        ("+4915123456789", ("mobile", P)),
        ("+12025550123", ("mobile", P)),  # America does not tell its lines apart
        ("+4930123456", ("no_sms", W)),
        ("+80012345678", ("no_sms", W)),
        ("+88213123456", ("not_sure", W)),
    ],
)
def test_kinds_of_lines(to, case):
    got = case_of(found(ready(to=to))["sending.destination"])
    assert got[1] is case[1]


@pytest.mark.parametrize(
    ("to", "sender", "case"),
    [
        ("+12025550199", "Acme", ("letters_refused", F)),
        ("+12025550199", "12025550123", ("own_number", P)),
        ("+12025550199", "12025550999", ("not_owned", F)),
        ("+447400123456", "VERIFY", ("generic_blocked", F)),
        ("+447400123456", "Acme", ("name_fine", P)),
        ("+447400123456", "12025550123", ("not_local", W)),
        ("+447400123456", "447700900001", ("not_local", W)),
        ("+33612345678", "Acme", ("name_fine", P)),
        ("+6591234567", "Acme", ("name_registered", W)),
        ("+6591234567", "12025550123", ("own_number", P)),
        ("+6591234567", "447700900001", ("number_fine", P)),
        ("+6591234567", "verify", ("generic", W)),
        ("+919876543210", "12025550123", ("replaced", W)),
        ("+351912345678", "Acme", ("no_rule", U)),
        ("+351912345678", "Code", ("generic", W)),
        ("+351912345678", "12025550123", ("own_number", P)),
        ("+351912345678", "447700900001", ("no_rule", U)),
    ],
)
def test_senders_by_destination(to, sender, case):
    assert case_of(found(ready(to=to, sender=sender))["sending.sender"]) == case


def test_a_number_that_cannot_send_or_whose_owner_is_not_known():
    mute = AccountRead(RICH.balance, (OwnedNumber("447700900001", "GB", can_send_sms=False),), "0.05")
    number = ready(to="+447400123456", sender="447700900001")
    assert case_of(found(number, mute)["sending.sender"]) == ("cannot_send", F)
    unread = dataclasses.replace(mute, numbers=GONE)
    assert case_of(found(number, unread)["sending.sender"]) == ("numbers_unread", U)


@pytest.mark.parametrize(
    ("to", "sender", "case"),
    [
        ("+12025550199", "12025550123", ("10dlc", W)),
        ("+12025550199", "18335550123", ("toll_free", W)),
        ("+919876543210", "Acme", ("dlt", W)),
        ("+6591234567", "Acme", ("ssir", W)),
        ("+61412345678", "Acme", ("sender", W)),
        ("+4915123456789", "Acme", ("nothing", P)),
        ("+351912345678", "Acme", ("no_rule", U)),
    ],
)
def test_registration_by_destination(to, sender, case):
    assert case_of(found(ready(to=to, sender=sender))["sending.registration"]) == case


def test_texts_that_the_destination_or_vonage_does_not_like():
    canada = ready(to="+16135550123", sender="12025550123", text="Grüße ✓")
    assert case_of(found(canada)["sending.text"]) == ("plain_only", W)
    assert case_of(found(ready(text="x" * 1000))["sending.text"]) == ("many", W)
    assert case_of(found(ready())["sending.text"]) == ("fits", P)


def test_an_odd_key_is_a_warning_and_never_stops_anything():
    assert case_of(found(ready(), key="not a key")["vonage.key"]) == ("odd", W)


def test_each_case_has_its_sentence_and_each_sentence_its_case():
    # A case that no judge can reach would be a sentence that nobody ever reads.
    reached = {
        ("vonage.key", "shape"), ("vonage.key", "odd"), ("sending.fraud", "unreadable"),
        ("sending.destination", "not_sure"), ("sending.destination", "no_sms"), ("sending.destination", "mobile"),
    }  # fmt: skip
    assert reached <= set(CASES)
    assert {check for check, _case in CASES} == set(TITLES)


def test_it_reads_the_account_with_three_questions_and_sends_nothing():
    world = InMemoryWorkspace()
    key = VonageKey("abcd1234", world.account.secret)
    prepared = prepare(SimpleNumbers(), "+4915123456789", "Acme", "Hi")
    assert isinstance(prepared, Prepared)
    findings = {one.id: one for one in preflight(world, key, prepared, rules(), CallContext())}
    assert case_of(findings["vonage.balance"]) == ("enough", P)
    assert not world.account.sent


def test_a_wrong_secret_makes_everything_unknown_and_raises_nothing():
    world = InMemoryWorkspace()
    prepared = prepare(SimpleNumbers(), "+4915123456789", "Acme", "Hi")
    assert isinstance(prepared, Prepared)
    findings = preflight(world, VonageKey("abcd1234", Secret("wrong")), prepared, rules(), CallContext())
    assert {one.id for one in findings if one.status is U} >= {"vonage.balance", "vonage.trial"}


def test_it_can_be_stopped():
    ctx = CallContext()
    ctx.cancel.cancel()
    world = InMemoryWorkspace()
    prepared = prepare(SimpleNumbers(), "+4915123456789", "Acme", "Hi")
    assert isinstance(prepared, Prepared)
    with pytest.raises(CancelledError):
        preflight(world, VonageKey("abcd1234", world.account.secret), prepared, rules(), ctx)


def test_a_broken_rules_file_is_named():
    with pytest.raises(ValueError, match="letters"):
        load_rules(
            b'{"dated":"x","remark":"","generic_words":[],"countries":[{"country":"US","letters":"maybe"}]}'
        )
