"""Around the one SMS: what is checked before it, how Vonage's wait is heeded, the history, the paid look-up."""

import threading
from dataclasses import dataclass, replace

import pytest
from tests.ui.pages.stage import CHECKED, SECRET, on_stage, problem, world

from textfactor.adapters.numbers import Numbers
from textfactor.adapters.sent_tests_file import SentTestsFile
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.domain.sent_tests import Fate
from textfactor.flow.flow import PageId
from textfactor.ui.sending import fate_box
from textfactor.ui.sending.preflight_box import PreflightBox

US = "+1 202 555 0123"
THROTTLED = SendResult(
    SendOutcome.REFUSED, (PartResult("1", "Throughput Rate Exceeded - please wait [ 2400 ] and retry"),)
)


def kept(*, practice=True):
    workspace = world(practice=practice)
    workspace.secrets.kept[SecretRef("p1", VONAGE_SECRET)] = Secret(SECRET)
    return workspace


@pytest.fixture
def workspace():
    return kept()


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, CHECKED, workspace) as made:
        made.until(lambda: made.page._number.usable)
        yield made


@dataclass
class Counted:
    """Counts what the account is asked."""

    balances: int = 0
    reports: int = 0


@pytest.fixture
def counted(monkeypatch):
    from tests.ui.pages.stage import TroubledCall

    made = Counted()
    balance, fates = TroubledCall.balance, TroubledCall.fates

    def read(self):
        made.balances += 1
        return balance(self)

    def ask(self, ids):
        made.reports += 1
        return fates(self, ids)

    monkeypatch.setattr(TroubledCall, "balance", read)
    monkeypatch.setattr(TroubledCall, "fates", ask)
    return made


def checks(stage) -> PreflightBox:
    return stage.page._checks


def checked(stage) -> None:
    stage.until(lambda: "passed" in checks(stage)._count.text())


def send(stage) -> None:
    stage.until(lambda: stage.button("send").isEnabled())
    stage.click("send")
    stage.idle()


# ---------------------------------------------------------------- before it


def test_it_checks_by_itself_when_the_page_is_shown_and_sends_nothing(stage, workspace):
    checked(stage)
    assert checks(stage)._count.text().startswith("9 checks, ")
    assert any("Blocks" in said or "blocks" in said for said in checks(stage)._open.said())
    assert not checks(stage)._passed.isVisible()
    stage.click("checks_all")
    assert any("shape of a Vonage key" in said for said in checks(stage)._passed.said())
    stage.click("checks_all")
    assert not checks(stage)._passed.isVisible()
    assert workspace.account.sent == []
    assert stage.button("send").isEnabled()


def test_it_asks_when_the_number_is_left_and_not_with_each_key(counted, stage):
    checked(stage)
    assert counted.balances == 1
    stage.enter("number", "+4915123456780")
    assert not checks(stage).isVisible()
    assert counted.balances == 1
    stage.line("number").editingFinished.emit()
    checked(stage)
    stage.line("number").editingFinished.emit()
    assert counted.balances == 2
    stage.click("checks_again")
    stage.until(lambda: counted.balances == 3)
    checked(stage)


def test_a_changed_text_is_judged_without_asking_anybody(counted, stage):
    checked(stage)
    stage.page._text.field.setPlainText("x" * 1200)
    stage.until(lambda: any("more than six" in said for said in checks(stage)._open.said()))
    assert counted.balances == 1


def test_a_failed_check_says_that_it_stops_nothing_and_the_send_goes_out(stage, workspace):
    checked(stage)
    workspace.account.credit = 0.01
    stage.click("checks_again")
    stage.until(lambda: any("Top the account up" in said for said in checks(stage)._open.said()))
    assert "Vonage decides" in checks(stage)._verdict.text()
    send(stage)
    assert len(workspace.account.sent) == 1


def test_a_landline_and_the_rule_of_a_country_are_said(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, replace(CHECKED, sender="VERIFY"), workspace) as stage:
        object.__setattr__(stage.page.tools.services, "numbers", Numbers())
        stage.page._number.use(Numbers())
        stage.enter("number", "+49 30 901820")
        stage.line("number").editingFinished.emit()
        stage.until(lambda: any("landline" in said for said in checks(stage)._open.said()))
        assert any("everyday word" in said for said in checks(stage)._open.said())
        stage.enter("number", US)
        stage.line("number").editingFinished.emit()
        stage.until(lambda: any("takes no names" in said for said in checks(stage)._open.said()))
        assert workspace.account.sent == []


def test_a_check_that_cannot_be_made_says_why_and_blocks_nothing(stage, workspace):
    workspace.secrets.kept.clear()
    checked(stage)
    stage.click("checks_again")
    stage.until(lambda: "Not checked" in checks(stage)._count.text())
    assert "not at hand" in checks(stage)._count.text()
    assert stage.button("send").isEnabled()


def test_what_vonage_does_not_tell_is_not_known(stage, workspace):
    checked(stage)
    workspace.account.problem = problem(ProblemKind.TIMED_OUT)
    stage.click("checks_again")
    stage.until(lambda: checks(stage)._count.text().startswith("9 checks, 5"))
    assert not checks(stage)._verdict.isVisible()


def test_a_number_typed_while_it_checks_is_what_counts(stage, workspace):
    checked(stage)
    workspace.account.gate = threading.Event()
    stage.click("checks_again")
    stage.enter("number", "+447700900001")
    assert not checks(stage).isVisible()
    workspace.account.gate.set()
    stage.line("number").editingFinished.emit()
    checked(stage)
    assert any("United Kingdom" in said for said in checks(stage)._open.said() + _passed(stage))


def _passed(stage):
    stage.click("checks_all")
    return checks(stage)._passed.said()


# ---------------------------------------------------------------- the wait that Vonage asks for


def test_the_button_rests_for_as_long_as_vonage_asks(stage, workspace):
    workspace.account.answer = THROTTLED
    send(stage)
    button = stage.button("send")
    assert not button.isEnabled()
    assert stage.page._send._rest.interval() == 2400
    assert stage.page._send._status.text() == "Rests 2.4 s, as Vonage asked"
    stage.click("send")
    assert len(workspace.account.sent) == 1
    stage.until(button.isEnabled)
    assert stage.page._send._status.text() == ""
    assert len(workspace.account.sent) == 1


def test_a_refusal_leads_to_troubleshoot(stage, workspace):
    workspace.account.answer = THROTTLED
    send(stage)
    stage.click("find_out")
    assert stage.panels == ["troubleshoot"]


# ---------------------------------------------------------------- the history


def test_a_send_and_the_answers_are_written_down_without_text_or_number(stage, workspace):
    stage.enter("text", "Hello from Acme")
    send(stage)
    (sent,) = workspace.sent_tests.all()
    assert (sent.to, sent.sender, sent.outcome, sent.arrived) == (
        "+49 ••• 789", "Acme", SendOutcome.ACCEPTED, None,
    )  # fmt: skip
    assert "Hello" not in repr(sent)
    assert "15123456789" not in repr(sent)
    stage.click("arrived_later")
    assert "Left open" in stage.said("diagnosis")
    assert workspace.sent_tests.all() == (sent,)
    stage.click("arrived_no")
    stage.until(lambda: workspace.sent_tests.all()[0].arrived is False)
    assert stage.page.tools.world.last_arrived is False
    stage.click("arrived_yes")
    stage.until(lambda: workspace.sent_tests.all()[0].arrived is True)
    assert len(workspace.sent_tests.all()) == 1


def test_a_message_that_never_left_is_not_in_it(stage, workspace):
    workspace.account.answer = SendResult(SendOutcome.NOT_SENT, problem=problem(ProblemKind.NO_NETWORK))
    send(stage)
    assert workspace.sent_tests.all() == ()


def test_a_history_that_cannot_be_written_changes_no_result(stage, workspace, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    workspace.sent_tests = SentTestsFile(blocked / "tests.jsonl")
    send(stage)
    assert "accepted" in stage.said("send_result")
    assert "not in the history" in stage.said("diagnosis")
    assert len(workspace.account.sent) == 1


# ---------------------------------------------------------------- the paid look-up


def test_the_look_up_waits_ten_seconds_says_its_price_and_asks_once_a_click(stage, counted, monkeypatch):
    send(stage)
    fate = stage.page._report.fate
    assert not stage.button("look_up").isEnabled()
    assert "EUR 0.0004" in fate._hint.text()
    assert "ten seconds" in fate._hint.text()
    assert fate._timer.interval() <= 10_000
    monkeypatch.setattr(fate_box, "LOOK_UP_FROM", 0.05)
    fate.show_for(stage.workspace.sent_tests.all()[0], since=fate_box.time.monotonic())
    stage.until(lambda: stage.button("look_up").isEnabled())
    assert "ten seconds" not in fate._hint.text()
    stage.click("look_up")
    stage.click("look_up")
    stage.until(lambda: stage.callout("look_up_answer").isVisible())
    assert counted.reports == 1
    assert stage.callout("look_up_answer").tone() == "ok"
    assert "Delivered" in stage.said("look_up_answer")
    assert "id0" in stage.callout("look_up_answer")._evidence.text()
    stage.click("arrived_no")
    assert "Vonage's record says that the phone has it" in stage.said("diagnosis")
    assert "SMS logs" not in stage.said("diagnosis")
    assert [fate.status for fate in stage.page.tools.world.last_fates] == ["delivered"]


@pytest.mark.parametrize(
    ("fates", "tone", "says"),
    [
        (
            (Fate("id0", "failed", "2", "Absent Subscriber"), Fate("id1", "delivered")),
            "error",
            "Part 1: Failed",
        ),
        ((Fate("id0", ""),), "info", "no record of it yet"),
        ((Fate("id0", "teleported"),), "info", "teleported"),
        ((Fate("id0", "buffered"),), "info", "Buffered"),
    ],
)
def test_what_the_records_say_in_words(stage, monkeypatch, fates, tone, says):
    from tests.ui.pages.stage import TroubledCall

    monkeypatch.setattr(TroubledCall, "fates", lambda self, ids: fates)
    send(stage)
    stage.page._report.fate.show_for(stage.workspace.sent_tests.all()[0])
    stage.click("look_up")
    stage.until(lambda: stage.callout("look_up_answer").isVisible())
    assert stage.callout("look_up_answer").tone() == tone
    assert says in stage.said("look_up_answer")


def test_a_look_up_that_is_refused_is_said_and_not_repeated(stage, monkeypatch):
    from tests.ui.pages.stage import TroubledCall

    asked = []

    def refuse(self, ids):
        asked.append(ids)
        raise ProblemError(problem(ProblemKind.REFUSED))

    monkeypatch.setattr(TroubledCall, "fates", refuse)
    send(stage)
    stage.page._report.fate.show_for(stage.workspace.sent_tests.all()[0])
    stage.click("look_up")
    stage.until(lambda: stage.callout("look_up_answer").isVisible())
    assert stage.callout("look_up_answer").tone() == "error"
    assert len(asked) == 1


def test_without_an_id_there_is_nothing_to_look_up(stage, workspace):
    workspace.account.answer = THROTTLED
    send(stage)
    assert not stage.page._report.fate.isVisible()
