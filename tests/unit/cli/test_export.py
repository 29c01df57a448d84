"""`textfactor export`."""

from pathlib import Path

import pytest
from tests.unit.cli.conftest import Console

from textfactor.domain.answers import TenantPath


@pytest.mark.parametrize(("kind", "file"), [("deploy-cli", "config.json"), ("terraform", "main.tf")])
def test_the_files_are_written_and_named_and_nothing_is_changed(console: Console, tmp_path: Path, kind, file):
    folder = tmp_path / "out"
    ended = console("export", kind, str(folder), "--practice", "--json")
    assert ended.code == 0
    assert ended.json["kind"] == kind
    assert file in ended.json["files"]
    written = sorted(str(one.relative_to(folder).as_posix()) for one in folder.rglob("*") if one.is_file())
    assert written == ended.json["files"]
    assert "README.txt" in ended.err
    calls = console.workspace.the_tenant.calls
    assert not [call for call in calls if call.startswith(("create_", "update_", "set_", "deploy_"))]
    assert "s3cret" not in "".join(one.read_text() for one in folder.rglob("*") if one.is_file())


def test_for_a_person_the_names_are_listed(console: Console, tmp_path: Path):
    ended = console("export", "terraform", str(tmp_path), "--practice")
    assert ended.out.splitlines() == sorted(ended.out.splitlines())
    assert "main.tf" in ended.out


def test_a_folder_with_files_is_refused_unless_forced(console: Console, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    ended = console("export", "terraform", str(tmp_path), "--practice", "--json")
    assert ended.code == 2
    assert ended.json["error"]["kind"] == "folder_in_use"
    assert console.workspace.the_tenant.calls == []
    assert console("export", "terraform", str(tmp_path), "--practice", "--force").code == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_one_world_has_to_be_named(console: Console, tmp_path: Path):
    assert console("export", "terraform", str(tmp_path)).code == 2
    assert console("export", "nothing", str(tmp_path), "--practice").code == 2


def test_what_cannot_be_a_folder_ends_it(console: Console, tmp_path: Path):
    (tmp_path / "blocked").write_text("")
    ended = console("export", "terraform", str(tmp_path / "blocked"), "--practice", "--json")
    assert ended.code != 0
    assert ended.json["error"]["kind"] == "file_failed"


def test_the_path_goes_to_the_practice_world_that_is_started(console: Console, tmp_path: Path):
    console("export", "terraform", str(tmp_path / "a"), "--practice", "--path", "legacy")
    assert console.practice_path is TenantPath.LEGACY
