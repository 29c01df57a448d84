"""Exported files on disk."""

import os

import pytest

from textfactor.adapters.folders import Folders
from textfactor.domain.problems import ProblemError, ProblemKind


def test_a_folder_is_free_until_it_has_something_in_it(tmp_path):
    folders = Folders()
    assert folders.is_free(str(tmp_path / "not there"))
    assert folders.is_free(str(tmp_path))
    (tmp_path / "x").write_text("")
    assert not folders.is_free(str(tmp_path))


def test_files_are_written_with_their_folders_and_line_feeds(tmp_path):
    place = tmp_path / "new" / "folder"
    Folders().write(str(place), {"a.txt": "one\ntwo ü\n", "deep/er/b.json": "{}\n"})
    assert (place / "a.txt").read_bytes() == "one\ntwo ü\n".encode()
    assert (place / "deep" / "er" / "b.json").read_text() == "{}\n"


def test_a_file_that_is_there_is_replaced_and_others_stay(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")
    Folders().write(str(tmp_path), {"a.txt": "new\n"})
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "mine.txt"]
    assert (tmp_path / "a.txt").read_text() == "new\n"


def test_what_the_disk_refuses_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    for refused in (
        lambda: Folders().is_free(str(tmp_path / "file")),
        lambda: Folders().write(str(tmp_path / "file"), {"a.txt": "x\n"}),
    ):
        with pytest.raises(ProblemError) as caught:
            refused()
        assert caught.value.problem.kind is ProblemKind.FILE_FAILED
        assert caught.value.problem.detail


def test_nothing_half_written_stays(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ProblemError):
        Folders().write(str(tmp_path), {"a.txt": "x\n"})
    assert os.listdir(tmp_path) == ["a.txt"]
