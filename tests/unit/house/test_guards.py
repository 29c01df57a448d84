"""Each guard in `tests/conftest.py` and `pyproject.toml` fails a test that does what it guards against."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD_TESTS = """
import logging, os, socket, threading, time, warnings
import pytest

def test_connects_outside():
    with socket.socket() as s, pytest.raises(RuntimeError):
        s.connect(("192.0.2.1", 9))

def test_connects_outside_and_hides_it():
    with socket.socket() as s:
        try:
            s.connect_ex(("2001:db8::1", 9) if s.family == socket.AF_INET6 else ("192.0.2.1", 9))
        except Exception:
            pass

def test_looks_a_name_up():
    with pytest.raises(RuntimeError):
        socket.create_connection(("example.com", 443), timeout=1)

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(4,), name="stray").start()

def test_logs_a_warning():
    logging.getLogger("anyone").warning("careful")

def test_warns():
    warnings.warn("old", DeprecationWarning)

def test_qt_complains(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("odd")

def test_leaves_a_file_open():
    open(os.devnull)
"""

GOOD_TESTS = """
import logging, os, socket, threading, time
from pathlib import Path
import keyring, pytest

def test_loopback_is_fine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()

def test_invalid_names_are_unknown():
    with pytest.raises(socket.gaierror):
        socket.create_connection(("nowhere.invalid", 443))

def test_threads_may_finish():
    threading.Thread(target=time.sleep, args=(0.1,)).start()

@pytest.mark.allow_logs
def test_logs_may_be_expected():
    logging.getLogger("anyone").error("as it should be")

def test_home_is_a_fresh_one():
    assert Path.home() == Path(os.environ["HOME"])
    assert not (Path.home() / ".config").exists()

def test_nothing_is_inherited():
    assert "REQUESTS_CA_BUNDLE" not in os.environ
    assert "https_proxy" not in os.environ
    assert "VONAGE_API_SECRET" not in os.environ
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

def test_there_is_no_keyring():
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("a", "b")
"""


def _run(root: Path, folder: Path, body: str) -> str:
    tests = folder / "tests"
    tests.mkdir()
    (tests / "conftest.py").write_text((root / "tests" / "conftest.py").read_text())
    (tests / "test_them.py").write_text(body)
    (folder / "pyproject.toml").write_text((root / "pyproject.toml").read_text())
    inherited = {
        "REQUESTS_CA_BUNDLE": "/nowhere",
        "https_proxy": "http://127.0.0.1:9",
        "VONAGE_API_SECRET": "leak",
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        "--color=no",
        "-rA",
    ]
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"} | inherited
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def bad_run(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _run(root, tmp_path_factory.mktemp("bad"), BAD_TESTS)


@pytest.fixture(scope="module")
def good_run(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _run(root, tmp_path_factory.mktemp("good"), GOOD_TESTS)


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        ("test_connects_outside", "reached for the outside world: 192.0.2.1:9"),
        ("test_connects_outside_and_hides_it", "reached for the outside world: 192.0.2.1:9"),
        ("test_looks_a_name_up", "reached for the outside world: example.com"),
        ("test_leaves_a_thread", "left threads running: stray"),
        ("test_logs_a_warning", "logged: WARNING anyone: careful"),
        ("test_warns", "DeprecationWarning: old"),
        ("test_qt_complains", "Qt messages with level WARNING or above emitted"),
        ("test_leaves_a_file_open", "ResourceWarning: unclosed file"),
    ],
)
def test_a_bad_test_fails(bad_run: str, test: str, complaint: str) -> None:
    failed = [line for line in bad_run.splitlines() if line.startswith(("FAILED", "ERROR"))]
    assert any(f"::{test}" in line for line in failed), bad_run
    assert complaint in bad_run


def test_a_good_test_passes(good_run: str) -> None:
    assert good_run.count("\nPASSED ") == GOOD_TESTS.count("def test_"), good_run
