"""The draft is the old one or the new one, never half of one."""

import json
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textfactor.adapters.draft_file import VERSION, DraftFile
from textfactor.domain.answers import Answers, TenantPath, World
from textfactor.domain.problems import ProblemError, ProblemKind

ANSWERS = Answers(
    world=World.OWN, sender="ACME", tenant_path=TenantPath.UNIFIED, plan_size=0, test_arrived=False
)


@given(st.builds(Answers), st.text(st.characters(codec="utf-8"), max_size=10))
def test_what_is_saved_is_loaded(tmp_path_factory, answers, page):
    path = tmp_path_factory.mktemp("draft") / "draft.json"
    DraftFile(path).save(page, answers)
    assert DraftFile(path).load() == (page, answers)


def test_a_new_draft_replaces_the_old_one_and_leaves_nothing_else(tmp_path):
    draft = DraftFile(tmp_path / "state" / "draft.json")
    draft.save("vonage", Answers())
    draft.save("tenant", ANSWERS)
    assert draft.load() == ("tenant", ANSWERS)
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["draft.json"]


def test_clearing(tmp_path):
    draft = DraftFile(tmp_path / "draft.json")
    draft.clear()
    draft.save("vonage", ANSWERS)
    draft.clear()
    assert draft.load() is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": 1}', b"\xff\x00", b'{"version": 1, "page": "x", "answers": 5}'],
)
def test_a_broken_draft_is_none(tmp_path, content):
    (tmp_path / "draft.json").write_bytes(content)
    assert DraftFile(tmp_path / "draft.json").load() is None


@pytest.mark.parametrize(
    "change",
    [{"version": VERSION + 1}, {"version": 0}, {"page": None}, {"answers": {"world": "the moon"}}],
)
def test_a_draft_of_another_kind_is_none(tmp_path, change):
    path = tmp_path / "draft.json"
    DraftFile(path).save("vonage", ANSWERS)
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    assert DraftFile(path).load() is None


def test_answers_that_a_draft_does_not_know_yet_have_their_defaults(tmp_path):
    path = tmp_path / "draft.json"
    DraftFile(path).save("vonage", ANSWERS)
    content = json.loads(path.read_text())
    del content["answers"]["countries"]
    content["answers"]["from_the_future"] = 1
    path.write_text(json.dumps(content))
    assert DraftFile(path).load() == ("vonage", ANSWERS)


def test_a_failed_save_keeps_the_old_draft(tmp_path, monkeypatch):
    draft = DraftFile(tmp_path / "draft.json")
    draft.save("vonage", ANSWERS)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as caught:
        draft.save("tenant", Answers())
    assert caught.value.problem.kind is ProblemKind.FILE_FAILED
    assert caught.value.problem.detail == "draft.json: No space left on device"
    assert draft.load() == ("vonage", ANSWERS)
    assert [path.name for path in tmp_path.iterdir()] == ["draft.json"]


def test_a_draft_that_cannot_be_removed_is_told(tmp_path):
    (tmp_path / "draft.json").mkdir()
    with pytest.raises(ProblemError):
        DraftFile(tmp_path / "draft.json").clear()


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_file_is_its_owners_alone(tmp_path):
    DraftFile(tmp_path / "draft.json").save("vonage", ANSWERS)
    assert stat.S_IMODE((tmp_path / "draft.json").stat().st_mode) == 0o600
