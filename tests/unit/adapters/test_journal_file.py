"""The journal survives a kill at any byte."""

import errno
import json
import os
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.adapters.states import changes, plans, problems

from textfactor.adapters.journal_file import JournalFile
from textfactor.domain.code_digest import code_digest, same_code
from textfactor.domain.plan import (
    Change,
    DeploymentState,
    FactorState,
    Plan,
    PolicyState,
    Receipt,
    Resource,
    SenderState,
    State,
)
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

FACTOR = Change(Resource.FACTOR, FactorState(on=False), FactorState(on=True), "PUT", "/guardian/factors/sms")
POLICY = Change(
    Resource.POLICY, PolicyState(()), PolicyState(("all-applications",)), "PUT", "/guardian/policies"
)
PLAN = Plan("acme.eu.auth0.com", (FACTOR, POLICY))
BACK = Plan(PLAN.domain, (FACTOR, POLICY), takes_back=True)


def half_done(path: Path) -> JournalFile:
    journal = JournalFile(path)
    run = journal.begin(PLAN)
    journal.writing(run, FACTOR)
    journal.written(run, FACTOR)
    journal.writing(run, POLICY)
    return journal


@given(plans, st.lists(changes, max_size=3), st.none() | problems, st.booleans())
def test_what_is_written_is_read(tmp_path_factory, plan, applied, stopped_by, cancelled):
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    journal = JournalFile(path)
    receipt = Receipt(plan, tuple(applied), stopped_by, cancelled)
    run = journal.begin(plan)
    for change in applied:
        journal.writing(run, change)
        journal.written(run, change)
    journal.end(run, receipt)
    read = JournalFile(path).last(plan.domain)
    assert read is not None
    assert read == replace(
        receipt,
        plan=replace(plan, changes=tuple(map(without_code, plan.changes))),
        applied=tuple(map(without_code, applied)),
    )
    assert read.plan.found == tuple((part, digested(state)) for part, state in plan.found)


def digested(state: State | None) -> State | None:
    coded = isinstance(state, SenderState | DeploymentState)
    return replace(state, code=code_digest(state.code)) if coded else state


def without_code(change: Change) -> Change:
    return replace(change, before=digested(change.before), after=digested(change.after))


def test_no_code_is_kept(tmp_path):
    path = tmp_path / "j.jsonl"
    hard_coded = SenderState("Theirs", "const key = 'h4rdC0ded';", "node22", ("TOKEN",), "v1")
    change = Change(Resource.SENDER, hard_coded, None, "PATCH", "/actions/actions/1", undo=False)
    plan = Plan("acme.eu.auth0.com", (change,), found=((Resource.SENDER, hard_coded),))
    journal = JournalFile(path)
    run = journal.begin(plan)
    journal.writing(run, change)
    journal.written(run, change)
    journal.end(run, Receipt(plan, (change,)))
    assert "h4rdC0ded" not in path.read_text(encoding="utf-8")
    kept = journal.last(plan.domain)
    assert kept is not None
    before = kept.applied[0].before
    assert isinstance(before, SenderState)
    assert same_code(before.code, hard_coded.code)
    assert before.version == "v1"


def test_the_history_tells_who_when_and_what(tmp_path, monkeypatch):
    journal = JournalFile(tmp_path / "j.jsonl")
    monkeypatch.setattr("getpass.getuser", lambda: "ada")
    run = journal.begin(PLAN)
    journal.writing(run, FACTOR)
    journal.end(journal.begin(BACK), Receipt(BACK, (FACTOR, POLICY)))

    def nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", nobody)
    journal.begin(Plan("other.eu.auth0.com", (POLICY,)))
    killed, back = journal.history(PLAN.domain)
    assert (killed.id, killed.who, killed.ended) == (run, "ada", "")
    assert killed.receipt.applied == (FACTOR,)
    assert datetime.fromisoformat(killed.began).utcoffset() == timedelta(0)
    assert (back.receipt.plan, back.receipt.complete) == (BACK, True)
    assert killed.began <= back.began <= back.ended
    assert [record.who for record in journal.history("other.eu.auth0.com")] == [""]


def test_a_killed_run_counts_what_was_under_way_as_made(tmp_path):
    receipt = half_done(tmp_path / "j.jsonl").last(PLAN.domain)
    assert receipt is not None
    assert receipt.applied == (FACTOR, POLICY)
    assert receipt.stopped_by is not None
    assert not receipt.complete


def test_a_kill_at_any_byte_leaves_a_readable_journal(tmp_path):
    half_done(tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    first_line = whole.index(b"\n")
    for length in range(0, len(whole), 7):
        path = tmp_path / "cut.jsonl"
        path.write_bytes(whole[:length])
        receipt = JournalFile(path).last(PLAN.domain)
        assert (receipt is None) == (length < first_line)
        if receipt is not None:
            assert receipt.applied in ((), (FACTOR,), (FACTOR, POLICY))


def test_after_a_torn_line_the_next_one_stands_alone(tmp_path):
    path = tmp_path / "j.jsonl"
    half_done(path)
    path.write_bytes(path.read_bytes()[:-9])
    journal = JournalFile(path)
    run = journal.begin(BACK)
    journal.end(run, Receipt(BACK, (FACTOR,)))
    assert journal.last(PLAN.domain) == Receipt(BACK, (FACTOR,))


def ran(journal: JournalFile, plan: Plan, *applied: Change) -> Receipt | None:
    journal.end(journal.begin(plan), Receipt(plan, applied))
    return journal.last(plan.domain)


def test_a_stopped_run_and_the_one_that_went_on_with_it_are_taken_back_together(tmp_path):
    journal = JournalFile(tmp_path / "j.jsonl")
    stopped = ran(journal, PLAN, FACTOR)
    assert stopped is not None
    assert not stopped.complete
    both = ran(journal, Plan(PLAN.domain, (POLICY,)), POLICY)
    assert both is not None
    assert both.applied == (FACTOR, POLICY)
    assert both.complete


def test_what_was_finished_or_taken_back_is_left_alone_by_the_next_undo(tmp_path):
    journal = JournalFile(tmp_path / "j.jsonl")
    ran(journal, PLAN, FACTOR, POLICY)
    alone = Plan(PLAN.domain, (POLICY,))
    assert ran(journal, alone, POLICY) == Receipt(alone, (POLICY,))
    assert ran(journal, PLAN, FACTOR) == Receipt(PLAN, (FACTOR,))
    assert ran(journal, BACK, FACTOR) == Receipt(BACK, (FACTOR,))
    assert ran(journal, PLAN, FACTOR, POLICY) == Receipt(PLAN, (FACTOR, POLICY))


@pytest.mark.parametrize(
    "line",
    [b"", b"null", b"[]", b"{}", b'{"event": "begin", "run": "x"}', b'{"event": "begin", "run": "x", "plan": {}}',
     b'{"event": "written", "run": "nobody", "change": {}}', b"\xff\xfe", b'{"event": "begin", "run": [], "plan": 1}'],
)  # fmt: skip
def test_lines_that_make_no_sense_are_left_out(tmp_path, line):
    path = tmp_path / "j.jsonl"
    half_done(path)
    path.write_bytes(line + b"\n" + path.read_bytes() + line + b"\n")
    receipt = JournalFile(path).last(PLAN.domain)
    assert receipt is not None
    assert receipt.applied == (FACTOR, POLICY)


def test_runs_of_two_tenants_stay_apart(tmp_path):
    journal = JournalFile(tmp_path / "j.jsonl")
    other = Plan("other.eu.auth0.com", (POLICY,))
    first, second = journal.begin(PLAN), journal.begin(other)
    journal.written(second, POLICY)
    journal.written(first, FACTOR)
    journal.end(second, Receipt(other, (POLICY,)))
    found = journal.last(PLAN.domain)
    assert found is not None
    assert found.applied == (FACTOR,)
    assert journal.last("other.eu.auth0.com") == Receipt(other, (POLICY,))
    assert journal.last("third.eu.auth0.com") is None


def test_there_is_no_journal_yet(tmp_path):
    assert JournalFile(tmp_path / "none" / "j.jsonl").last(PLAN.domain) is None


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "new" / "j.jsonl"
    half_done(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_step_is_on_the_disk_before_the_call_returns(tmp_path, monkeypatch):
    synced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append((tmp_path / "j.jsonl").stat().st_size)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    journal = JournalFile(tmp_path / "j.jsonl")
    run = journal.begin(PLAN)
    journal.writing(run, FACTOR)
    assert synced[-1] == (tmp_path / "j.jsonl").stat().st_size


def test_a_line_that_the_disk_takes_half_of_is_no_note(tmp_path, monkeypatch):
    journal = JournalFile(tmp_path / "j.jsonl")
    run = journal.begin(PLAN)
    real, room = os.write, [40]

    def write(handle: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = real(handle, data[: room[0]])
        room[0] -= taken
        return taken

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(ProblemError) as caught:
        journal.writing(run, FACTOR)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    journal.writing(run, POLICY)
    receipt = journal.last(PLAN.domain)
    assert receipt is not None
    assert receipt.applied == (POLICY,)


def test_a_write_whose_note_is_damaged_counts_as_made_where_the_run_went_on(tmp_path):
    path = tmp_path / "j.jsonl"
    half_done(path)
    begin, writing, written, more = path.read_bytes().splitlines(keepends=True)
    for damaged in (b"", written[:30] + b"\n"):
        path.write_bytes(begin + writing + damaged + more)
        receipt = JournalFile(path).last(PLAN.domain)
        assert receipt is not None
        assert receipt.applied == (FACTOR, POLICY)


@pytest.mark.parametrize(
    ("kind", "counted", "expected"),
    [
        (ProblemKind.TIMED_OUT, (FACTOR,), (FACTOR, POLICY)),
        (ProblemKind.TIMED_OUT, (FACTOR, POLICY), (FACTOR, POLICY)),
        (ProblemKind.REFUSED, (FACTOR,), (FACTOR,)),
    ],
)
def test_a_write_that_was_never_answered_may_have_landed_late(tmp_path, kind, counted, expected):
    journal = half_done(tmp_path / "j.jsonl")
    run = journal.history(PLAN.domain)[0].id
    journal.end(run, Receipt(PLAN, counted, Problem(kind, Service.AUTH0)))
    found = journal.last(PLAN.domain)
    assert found is not None
    assert (found.applied, found.complete) == (expected, False)


def test_secrets_have_names_only(tmp_path):
    state = SenderState("Sender", "code", "node22", ("VONAGE_API_SECRET",))
    change = Change(Resource.SENDER, None, state, "POST", "/actions/actions")
    journal = JournalFile(tmp_path / "j.jsonl")
    journal.writing(journal.begin(Plan("d", (change,))), change)
    last = json.loads((tmp_path / "j.jsonl").read_text().splitlines()[-1])
    assert last["change"]["after"]["secrets"] == ["VONAGE_API_SECRET"]


def test_a_journal_that_cannot_be_written_stops_the_run(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ProblemError) as caught:
        JournalFile(tmp_path / "file" / "j.jsonl").begin(PLAN)
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    assert str(tmp_path) not in caught.value.problem.detail
    with pytest.raises(ProblemError):
        JournalFile(tmp_path).last(PLAN.domain)


def test_what_an_undo_left_is_kept(tmp_path):
    journal = JournalFile(tmp_path / "j.jsonl")
    receipt = Receipt(BACK, (FACTOR,), left=(Resource.POLICY,))
    journal.end(journal.begin(BACK), receipt)
    assert journal.last(BACK.domain) == receipt
