"""Everything that can happen has words, and the words keep the house's tone."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.login import Hop, HopResult, HopState, LoginState
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    FactorState,
    HookState,
    LegacyTemplatesState,
    MessageTypesState,
    Plan,
    PolicyState,
    ProviderState,
    Purpose,
    Receipt,
    Resource,
    SecretFate,
    SelectedProviderState,
    SenderState,
    TemplateState,
)
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.running import RunOutcome, RunResult
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.services.context import Doing, Progress
from textfactor.words import changes, login, plan_notes, sending
from textfactor.words.inputs import explain_fault
from textfactor.words.problems import explain
from textfactor.words.progress import say
from textfactor.words.running import explain_run, run_lines
from textfactor.words.sentence import Sentence
from textfactor.words.text import Text

BANNED = re.compile(r"\b(please|oops|sorry|whoops|unfortunately|simply|just)\b|!", re.IGNORECASE)

STATES = {
    Resource.SENDER: SenderState("Textfactor SMS sender", "exports.x = 1", "node22", ("A", "B", "C")),
    Resource.DEPLOYMENT: DeploymentState("exports.x = 1", "v7"),
    Resource.BINDING: BindingState(("Textfactor SMS sender",)),
    Resource.PROVIDER: ProviderState("custom", False, ("text",)),
    Resource.FACTOR: FactorState(True),
    Resource.MESSAGE_TYPES: MessageTypesState(("sms",)),
    Resource.ENROLL_TEMPLATE: TemplateState("{{ code }} for {name}", True),
    Resource.VERIFY_TEMPLATE: TemplateState("{{ code }}", False),
    Resource.POLICY: PolicyState(("all-applications",)),
    Resource.SELECTED_PROVIDER: SelectedProviderState("phone-message-hook"),
    Resource.LEGACY_TEMPLATES: LegacyTemplatesState("{{ code }}", "{{ code }}"),
    Resource.OLD_BINDING: BindingState(("Old SMS",)),
    Resource.OLD_SENDER: SenderState("Textfactor SMS sender", "exports.x = 1", "node22", ("A",)),
    Resource.HOOK: HookState("old hook", enabled=False),
}


def change(resource: Resource, *, before: bool = False, after: bool = True, undo: bool = True) -> Change:
    state = STATES[resource]
    return Change(resource, state if before else None, state if after else None, "PUT", "/x", undo)


def plan_texts() -> Iterator[Text]:
    for resource, before, after, undo in product(Resource, (False, True), (False, True), (False, True)):
        one = change(resource, before=before, after=after, undo=undo)
        yield from (changes.title(one), changes.before(one), changes.after(one), changes.undo_note(one))
    yield from changes.secret_notes(
        replace(change(Resource.SENDER), secrets=tuple(zip("ABCD", SecretFate, strict=True)))
    )
    yield from (changes.summarize(Plan("acme", (), purpose=purpose)) for purpose in Purpose)
    bound = Change(Resource.BINDING, BindingState(("Old",)), BindingState(("Old", "Ours")), "PATCH", "/x")
    yield from plan_notes.beside_note(Plan("acme", (bound,))) or ()


def said() -> Iterator[Sentence | Text]:
    for kind, where in product(ProblemKind, Service):
        yield explain(Problem(kind, where))
        yield explain(Problem(kind, where, "read:logs", 403, "some_code", 3.2))
    yield from (explain_fault(InputIssue(*issue)) for issue in product(Field, Fault, ("", "+49")))
    yield from (say(Progress(doing, subject=subject)) for doing, subject in product(Doing, ("", *Resource)))
    yield from (sending.explain_status(status) for status in (*sending.STATUSES, "99"))
    for outcome in SendOutcome:
        yield sending.explain_send(SendResult(outcome))
        problem = Problem(ProblemKind.TIMED_OUT, Service.VONAGE, "timed out")
        yield sending.explain_send(SendResult(outcome, problem=problem))
    yield from (explain_run(RunResult(outcome, "Node 22")) for outcome in RunOutcome)
    yield from (login.explain_login(state) for state in LoginState)
    yield from (login.hop_state(HopResult(hop, state)) for hop, state in product(Hop, HopState))
    yield from (login.hop(hop) for hop in Hop)
    yield from plan_texts()


def texts(told: Sentence | Text) -> Iterator[Text]:
    if isinstance(told, Text):
        yield told
    else:
        yield from (told.title, told.meaning, *told.next)
        if told.seen:
            yield told.seen


def test_no_sentence_begs_shouts_or_leaves_a_blank() -> None:
    # The one brace that a sentence may have is a template's own: {{ code }}.
    seen = {text.english() for told in said() for text in texts(told)}
    plain = {sentence: sentence.replace("{{ code }}", "").replace("{name}", "") for sentence in seen}
    wrong = [s for s, bare in plain.items() if BANNED.search(s) or not s.strip() or "{" in bare]
    assert wrong == []


@pytest.mark.parametrize("where", Service)
@pytest.mark.parametrize("kind", ProblemKind)
def test_a_problem_says_what_happened_what_it_means_and_what_to_do(kind: ProblemKind, where: Service) -> None:
    told = explain(Problem(kind, where))
    assert told.title.english() != told.meaning.english()
    assert told.meaning.english().endswith(".")
    assert told.next


def test_every_outcome_that_went_wrong_names_a_next_step() -> None:
    for outcome in set(RunOutcome) - {RunOutcome.OK}:
        assert explain_run(RunResult(outcome, "Node 22")).next
    for status in set(sending.STATUSES) | {"99"}:
        assert sending.explain_status(status).next
    for state in set(LoginState) - {LoginState.ACCEPTED}:
        assert login.explain_login(state).next


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("dropped: sender country is not allowed", "not among those you allowed"),
        ("sender voice is not supported", "voice call"),
        ("sender secret VONAGE_API_KEY is missing", "lacks a secret"),
        ("sender recipient is too long", "international number"),
        ("sender text is empty", "empty text"),
        ("dropped: vonage status=15 part=1/1", "ended with an error"),
    ],
)
def test_the_senders_own_rule_is_not_taken_for_vonages(reason: str, says: str) -> None:
    told = login.explain_login(LoginState.SEND_FAILED, reason)
    assert says in told.meaning.english()
    vonages = any("Vonage's" in step.english() for step in told.next)
    assert vonages == ("vonage" in reason)


def marked(folder: Path) -> set[tuple[str, str]]:
    """The marked sentences as Python reads them."""
    found: set[tuple[str, str]] = set()
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QT_TRANSLATE_NOOP":
                context, source = (ast.literal_eval(argument) for argument in node.args)
                found.add((context, source))
    return found


def test_the_extractor_finds_every_sentence(root: Path, tmp_path: Path) -> None:
    words = root / "gui" / "textfactor" / "words"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    if not lupdate.exists():
        pytest.skip("no pyside6-lupdate beside this Python")
    out = tmp_path / "words.ts"
    subprocess.run([lupdate, *words.glob("*.py"), "-ts", out], check=True, capture_output=True, timeout=25)
    extracted = {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(out).getroot().iter("context")
        for message in context.iter("message")
    }
    assert extracted == marked(words)
    assert {(text.context, text.source) for told in said() for text in texts(told)} <= extracted


# ---------------------------------------------------------------- problems


def lines(told: Sentence) -> str:
    return "\n".join(text.english() for text in texts(told))


def test_a_wrong_vonage_secret_says_where_the_right_one_is() -> None:
    told = lines(explain(Problem(ProblemKind.BAD_CREDENTIALS, Service.VONAGE, status=401)))
    assert "API settings" in told
    assert "HTTP 401" in told


@pytest.mark.parametrize(
    "kind",
    [ProblemKind.NAME_NOT_FOUND, ProblemKind.TLS_UNTRUSTED, ProblemKind.TIMED_OUT, ProblemKind.PROXY_FAILED],
)
def test_what_the_system_says_is_not_put_into_a_vendors_mouth(kind: ProblemKind) -> None:
    told = explain(Problem(kind, Service.VONAGE, "Name or service not known"))
    assert told.seen is not None
    assert told.seen.english() == "What was seen: Name or service not known"


def test_an_address_that_vonage_does_not_allow_is_not_called_a_wrong_secret() -> None:
    told = explain(Problem(ProblemKind.BAD_CREDENTIALS, Service.VONAGE, "Invalid IP", 403, "invalid-ip"))
    assert "address" in told.title.english()
    assert "may be right" in told.meaning.english()


def test_wrong_auth0_credentials_lead_to_the_application() -> None:
    assert "Machine to Machine" in lines(explain(Problem(ProblemKind.BAD_CREDENTIALS, Service.AUTH0)))


def test_a_missing_scope_is_named_also_when_auth0_wraps_it_in_a_sentence() -> None:
    detail = "Insufficient scope, expected any of: update:guardian_factors"
    told = explain(Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, detail))
    assert told.title.english() == "The token lacks the scope update:guardian_factors"
    assert "grant update:guardian_factors" in told.next[0].english()


def test_the_gate_of_the_unified_path_is_not_called_a_scope_problem() -> None:
    told = lines(explain(Problem(ProblemKind.LEGACY_CALL_ON_UNIFIED, Service.AUTH0)))
    assert "not one" in told
    assert "Branding" in told


def test_a_wait_is_told_in_seconds_when_it_is_known() -> None:
    known = Problem(ProblemKind.RATE_LIMITED, Service.AUTH0, retry_after=0.2)
    assert "Wait 1 s" in lines(explain(known))
    assert "Wait a minute" in lines(explain(Problem(ProblemKind.RATE_LIMITED, Service.AUTH0)))


def test_drift_names_what_changed_and_needs_no_quotation() -> None:
    told = explain(Problem(ProblemKind.DRIFT, Service.AUTH0, "binding"))
    assert "bindings" in told.title.english()
    assert told.seen is None


def test_a_missing_secret_is_named_in_words() -> None:
    told = lines(explain(Problem(ProblemKind.SECRET_MISSING, Service.KEYRING, "vonage_secret")))
    assert "Vonage API secret" in told
    assert "vonage_secret" not in told


def test_the_vendors_words_cannot_pose_as_a_blank() -> None:
    told = explain(Problem(ProblemKind.REFUSED, Service.AUTH0, "no {answer} for {who}"))
    assert told.seen is not None
    assert told.seen.english() == "Auth0 answered: no {answer} for {who}"


# ---------------------------------------------------------------- changes


def test_what_stays_on_the_trigger_is_told_and_only_then() -> None:
    def plan(before: tuple[str, ...], after: tuple[str, ...], *, takes_back: bool = False) -> Plan:
        bound = Change(Resource.BINDING, BindingState(before), BindingState(after), "PATCH", "/x")
        return Plan("acme", (bound,), takes_back=takes_back)

    note = plan_notes.beside_note(plan(("Old",), ("Old", "Ours")))
    assert note is not None
    assert "On the trigger today: Old." in note[1].english()
    assert plan_notes.beside_note(plan(("Old",), ("Ours",))) is None
    assert plan_notes.beside_note(plan((), ("Ours",))) is None
    assert plan_notes.beside_note(plan(("Old", "Ours"), ("Old", "New"), takes_back=True)) is None
    assert plan_notes.beside_note(Plan("acme", (change(Resource.FACTOR),))) is None
    blind = replace(change(Resource.BINDING), before=None)
    assert plan_notes.beside_note(Plan("acme", (blind,))) is None


def test_what_undo_cannot_bring_back_says_why() -> None:
    sender = STATES[Resource.SENDER]
    assert isinstance(sender, SenderState)

    def note(before: SenderState | None, after: SenderState | None) -> str:
        method = "PATCH" if after else "DELETE"
        return changes.undo_note(Change(Resource.SENDER, before, after, method, "/x", undo=False)).english()

    other = replace(sender, code="// theirs")
    assert "old values" in note(replace(other, version="v1"), sender)
    assert "old values" in note(sender, sender)
    assert "not this draft" in note(other, sender)
    assert "does not bring this Action back" in note(other, None)
    first = Change(Resource.DEPLOYMENT, None, STATES[Resource.DEPLOYMENT], "POST", "/x", undo=False)
    assert "first deployment" in changes.undo_note(first).english()
    gone = Change(
        Resource.PROVIDER,
        ProviderState("custom", False, ()),
        ProviderState("twilio", False, ()),
        "DELETE",
        "/x",
    )
    assert changes.title(gone).english() == "Remove the phone provider"
    assert changes.after(gone).english() == "no phone provider"
    rotation = Change(Resource.SENDER, sender, sender, "PATCH", "/x", undo=False)
    assert changes.title(rotation).english().startswith("Write the secrets")
    updated = Change(Resource.SENDER, other, sender, "PATCH", "/x")
    assert changes.title(updated).english().startswith("Update")
    switched = replace(change(Resource.HOOK), after=HookState("old hook", enabled=True))
    assert changes.title(switched).english() == "Switch the old Hook “old hook” on"


def test_changes_are_told_as_commands() -> None:
    assert changes.title(change(Resource.SENDER)).english() == "Create the Action “Textfactor SMS sender”"
    assert changes.title(change(Resource.FACTOR)).english() == "Switch the SMS factor on"
    back = changes.title(change(Resource.VERIFY_TEMPLATE))
    assert back.english() == "Go back to Auth0's default verification text"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (STATES[Resource.SENDER], "Textfactor SMS sender, Node 22, 3 secrets set"),
        (BindingState(()), "no Action on this trigger"),
        (STATES[Resource.PROVIDER], "custom, text messages"),
        (ProviderState("twilio", True, ("text", "voice")), "twilio, disabled"),
        (ProviderState("custom", False, ("text", "voice")), "custom, text messages and voice calls"),
        (FactorState(False), "off"),
        (MessageTypesState(("sms", "voice")), "text messages and voice calls"),
        (MessageTypesState(()), "no way of delivery"),
        (STATES[Resource.ENROLL_TEMPLATE], "“{{ code }} for {name}”"),
        (STATES[Resource.VERIFY_TEMPLATE], "Auth0's default"),
        (TemplateState("{{ code }}", True, disabled=True), "“{{ code }}”, disabled"),
        (STATES[Resource.SELECTED_PROVIDER], "the Action on the trigger"),
        (SelectedProviderState("auth0"), "Auth0's own provider, which sends 100 messages at most"),
        (SelectedProviderState("twilio"), "the provider Twilio"),
        (SelectedProviderState("other"), "the provider other"),
        (LegacyTemplatesState("a", "b"), "“a” and “b”"),
        (HookState("old", enabled=True), "old, on"),
        (HookState("old", enabled=False), "old, off"),
        (PolicyState(()), "never asked for"),
        (PolicyState(("confidence-score",)), "asked for by risk (Adaptive MFA)"),
        (PolicyState(("new-kind",)), "asked for by new-kind"),
        (DeploymentState("x"), "the new code, as a new version"),
        (None, "not there"),
    ],
)
def test_a_state_is_described(state: object, words: str) -> None:
    assert changes.describe(state).english() == words  # pyright: ignore[reportArgumentType]


def test_nothing_there_is_told_in_the_words_of_the_thing() -> None:
    assert changes.before(change(Resource.BINDING)).english() == "no Action on this trigger"
    assert changes.before(change(Resource.PROVIDER)).english() == "no phone provider"


def test_undo_of_an_action_warns_of_the_secrets() -> None:
    assert "secrets" in changes.undo_note(change(Resource.SENDER, before=True, undo=False)).english()


def test_plans_and_receipts_are_summed_up() -> None:
    two = Plan("acme.eu.auth0.com", (change(Resource.SENDER), change(Resource.FACTOR)))
    assert changes.summarize(Plan("d", ())).english() == "Nothing to do: everything is in place."
    assert changes.summarize(Plan("d", two.changes[:1])).english() == "1 change to d"
    assert changes.summarize(two).english() == "2 changes to acme.eu.auth0.com"
    assert changes.summarize_receipt(Receipt(two, two.changes)).english() == "All 2 changes were made."
    assert changes.summarize_receipt(Receipt(two, ())).english() == "Nothing was changed."
    assert "1 of 2" in changes.summarize_receipt(Receipt(two, two.changes[:1])).english()
    one = replace(two, changes=two.changes[:1])
    assert changes.summarize_receipt(Receipt(one, one.changes)).english() == "The change was made."
    one = replace(one, takes_back=True)
    assert changes.summarize_receipt(Receipt(one, one.changes)).english() == "The change was taken back."
    back = replace(two, takes_back=True)
    assert (
        changes.summarize_receipt(Receipt(back, back.changes)).english() == "All 2 changes were taken back."
    )
    assert "undo goes on" in changes.summarize_receipt(Receipt(back, back.changes[:1])).english()


# ---------------------------------------------------------------- sending


@pytest.mark.parametrize("kind", [ProblemKind.TIMED_OUT, ProblemKind.CONNECTION_LOST])
def test_what_never_went_out_is_not_said_to_have_arrived(kind: ProblemKind) -> None:
    told = lines(
        sending.explain_send(SendResult(SendOutcome.NOT_SENT, problem=Problem(kind, Service.VONAGE)))
    )
    assert "No SMS was sent" in told
    assert "may have arrived" not in told
    assert "Try again" in told


def test_an_accepted_message_is_not_called_delivered_and_tells_its_price() -> None:
    parts = (
        PartResult("0", message_id="a", price="0.03330000"),
        PartResult("0", message_id="b", price="0.0333"),
    )
    told = sending.explain_send(SendResult(SendOutcome.ACCEPTED, parts, "3.14"))
    assert "not delivered" in told.meaning.english()
    assert told.seen is not None
    assert "about €\N{NO-BREAK SPACE}0.0666;" in told.seen.english()
    assert "3.14" in told.seen.english()


@pytest.mark.parametrize("price", ["", "free", "0"])
def test_an_unreadable_price_is_left_out(price: str) -> None:
    result = SendResult(SendOutcome.ACCEPTED, (PartResult("0", price=price),))
    assert sending.cost(result) is None


def test_a_refusal_quotes_vonage_and_explains_the_number() -> None:
    refused = SendResult(SendOutcome.REFUSED, (PartResult("29", "Non White-listed Destination - rejected"),))
    told = lines(sending.explain_send(refused))
    assert "29" in told
    assert "test numbers" in told
    assert "Non White-listed" in told


def test_a_message_refused_in_part_says_how_many_parts_went() -> None:
    parts = (PartResult("0"), PartResult("9", "Quota Exceeded - rejected"))
    told = sending.explain_send(SendResult(SendOutcome.REFUSED, parts))
    assert told.title.english() == "Vonage accepted 1 of 2 parts and refused one with 9"


def test_an_unknown_outcome_never_says_to_send_again_at_once() -> None:
    told = sending.explain_send(SendResult(SendOutcome.UNKNOWN))
    assert "not known" in told.title.english()
    assert told.next[-1].english().startswith("Send again only after")


def test_codes_from_nowhere_are_shown_as_they_come() -> None:
    assert "27" in sending.explain_status("27").title.english()
    assert sending.part_line(PartResult("27", "Odd")).english() == "status 27: Odd"
    assert sending.part_line(PartResult("27")).english() == "status 27"


def test_every_documented_status_has_words() -> None:
    documented = {*map(str, range(21)), "22", "23", "29", "32", "33", "34", "101", "102", "103"}
    assert set(sending.STATUSES) == documented


def test_a_run_repeats_the_senders_own_reason() -> None:
    told = explain_run(RunResult(RunOutcome.DROPPED, "Node 22", "vonage status=4 Bad Credentials"))
    assert told.seen is not None
    assert told.seen.english() == "The sender says: vonage status=4 Bad Credentials"


def test_an_error_by_which_the_legacy_sender_reports_is_no_fault_of_the_code() -> None:
    reported = RunResult(RunOutcome.THREW, "Node 22", "vonage http=401", "VONAGE_HTTP_401")
    broken = RunResult(RunOutcome.THREW, "Node 22", "x is not defined", "ReferenceError")
    assert explain_run(reported).title.english() == "The sender did not send the message"
    assert explain_run(broken).title.english() == "The sender ended with an error"


def test_a_run_tells_its_engine_its_time_and_its_console() -> None:
    result = RunResult(RunOutcome.OK, "Node 22", seconds=0.1234, console=("vonage accepted", "{line}"))
    lines = [line.english() for line in run_lines(result)]
    assert lines == ["Node 22, 0.12 s", "console: vonage accepted", "console: {line}"]
