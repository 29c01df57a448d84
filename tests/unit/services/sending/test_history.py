from typing import Any

import pytest
from tests.fakes.world import InMemoryWorkspace, SimpleNumbers

from textfactor.adapters.sent_tests_file import SentTestsFile
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.services.container import VonageKey
from textfactor.services.context import CallContext
from textfactor.services.sending.history import look_up, note_sent, send_and_note
from textfactor.services.sending.test_message import Prepared, prepare, send_test


def sent_one(world: InMemoryWorkspace):
    prepared = prepare(SimpleNumbers(), "+4915123456789", "Acme", "the text itself")
    assert isinstance(prepared, Prepared)
    result = send_test(world, VonageKey("abcd1234", world.account.secret), prepared, CallContext())
    return prepared, result


def test_what_was_sent_is_kept_without_text_and_number():
    world = InMemoryWorkspace()
    prepared, result = sent_one(world)
    kept = note_sent(world.sent_tests, "p1", prepared, result)
    assert world.sent_tests.all() == (kept,)
    assert "the text itself" not in repr(kept)
    assert "15123456789" not in repr(kept)


def test_what_never_left_is_not_kept():
    world = InMemoryWorkspace()
    prepared, _result = sent_one(world)
    assert note_sent(world.sent_tests, "p1", prepared, SendResult(SendOutcome.NOT_SENT)) is None
    assert world.sent_tests.all() == ()


def test_its_fate_is_looked_up_by_the_ids_of_its_parts():
    world = InMemoryWorkspace()
    prepared, result = sent_one(world)
    kept = note_sent(world.sent_tests, "p1", prepared, result)
    assert kept is not None
    fates = look_up(world, VonageKey("abcd1234", world.account.secret), kept, CallContext())
    assert [(fate.message_id, fate.status) for fate in fates] == [("id0", "delivered")]
    with pytest.raises(ProblemError):
        look_up(world, VonageKey("abcd1234", Secret("wrong")), kept, CallContext())


def test_nothing_is_asked_about_a_message_without_an_id():
    world = InMemoryWorkspace()
    prepared, _ = sent_one(world)
    kept = note_sent(world.sent_tests, "p1", prepared, SendResult(SendOutcome.UNKNOWN))
    assert kept is not None
    assert look_up(world, VonageKey("abcd1234", Secret("wrong")), kept, CallContext()) == ()


def test_a_send_is_noted_and_a_history_that_cannot_be_written_changes_no_result(tmp_path):
    world = InMemoryWorkspace()
    key = VonageKey("abcd1234", world.account.secret)
    prepared = prepare(SimpleNumbers(), "+4915123456789", "Acme", "Hi")
    assert isinstance(prepared, Prepared)
    noted = send_and_note(world, key, prepared, CallContext())
    assert noted.kept == world.sent_tests.all()[0]
    assert noted.trouble is None
    (tmp_path / "file").touch()
    full: Any = SentTestsFile(tmp_path / "file" / "tests.jsonl")
    world.sent_tests = full
    noted = send_and_note(world, key, prepared, CallContext())
    assert noted.result.outcome is SendOutcome.ACCEPTED
    assert noted.trouble is not None
    assert (noted.kept, noted.trouble.kind) == (None, ProblemKind.FILE_FAILED)
    assert len(world.account.sent) == 2
