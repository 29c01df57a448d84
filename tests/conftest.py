"""Guards around every test: no network, no real home or keyring, no stray thread, no unexpected log record.

Warnings from Python and messages from Qt are made failures in `pyproject.toml`. What proves these guards is
`tests/unit/house/test_guards.py`.
"""

import gc
import io
import ipaddress
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

# Qt reads this when it is first imported, which happens while pytest loads its plugins' fixtures.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_CA_AND_PROXY = (
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "NODE_EXTRA_CA_CERTS",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
)
_OURS = ("TEXTFACTOR_", "VONAGE_", "AUTH0_")
for _name in list(os.environ):
    if _name.upper() in _CA_AND_PROXY or _name.startswith(_OURS):
        del os.environ[_name]
# No test may reach the keyring or the bus of whoever runs it. A test of a real keyring starts its own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

ROOT = Path(__file__).resolve().parent.parent

try:
    from hypothesis import settings as hypothesis_settings
except ImportError:  # the run without Qt installs only what it needs
    pass
else:
    # A slow machine is not a failing test; the same examples each time, so that a red run can be repeated.
    hypothesis_settings.register_profile("textfactor", deadline=None, derandomize=True, database=None)
    hypothesis_settings.load_profile("textfactor")


try:
    from textfactor.ui.collector import collect
except ImportError:
    pass
else:
    # As in the program: a thread of a later test must not take away what a test of the window left.
    gc.disable()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown() -> Generator[None, object, object]:
        """Collect in the main thread, behind all other clearing up."""
        try:
            return (yield)
        finally:
            collect()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def specs() -> Path:
    """The vendors' API descriptions, which lie beside the checkout where the project is developed."""
    folder = ROOT.parent / "shared" / "specs"
    if not folder.is_dir():
        pytest.skip("the vendors' API descriptions are not on this machine")
    return folder


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, so that it finds nothing and leaves nothing in the real one."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", ".run"),
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    (home / ".run").mkdir(mode=0o700)
    return home


class OutsideWorldError(RuntimeError):
    """A test tried to reach something that is not this machine."""


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_outside_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse connections and name look-ups that would leave this machine, and fail the test that tried.

    It fails at the end too, as the code under test may well turn the refusal into a quiet "no network".
    Names under `.invalid` are answered here with "no such name": they are how a test asks for that.
    """
    attempts: list[str] = []

    def refuse(what: str) -> None:
        attempts.append(what)
        message = f"a test may only talk to this machine, not to {what}"
        raise OutsideWorldError(message)

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def connect(self: socket.socket, address: tuple[object, ...]) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
                refuse(f"{address[0]}:{address[1]}")
            return real(self, address)

        return connect

    real_getaddrinfo = socket.getaddrinfo

    def getaddrinfo(host: object, *args: object, **kwargs: object) -> object:
        if str(host).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not _is_loopback(host):
            refuse(str(host))
        return real_getaddrinfo(host, *args, **kwargs)  # pyright: ignore[reportArgumentType, reportCallIssue]

    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    if attempts:
        pytest.fail(f"reached for the outside world: {', '.join(attempts)}")


@pytest.fixture(autouse=True)
def no_stray_threads() -> Iterator[None]:
    """Fail a test that leaves a thread running which would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 2
    while stray := [t for t in threading.enumerate() if t not in before and not t.daemon and t.is_alive()]:
        if time.monotonic() > patience:
            pytest.fail(f"left threads running: {', '.join(t.name for t in stray)}")
        time.sleep(0.01)


class _Loud(logging.Handler):
    """Remembers the records that nobody expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_loud_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it is marked `allow_logs`."""
    handler = _Loud()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and request.node.get_closest_marker("allow_logs") is None:
        pytest.fail("logged: " + "; ".join(handler.lines))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show how much of the window was measured: the floor is for everything below it."""
    if not config.getoption("cov_source", None):
        return
    from coverage import Coverage
    from coverage.exceptions import CoverageException

    measured = Coverage()
    measured.load()
    try:
        share = measured.report(file=io.StringIO(), include=["gui/textfactor/ui/*"], omit=[])
    except CoverageException as nothing:
        terminalreporter.write_line(f"the window's coverage: {nothing}")
    else:
        terminalreporter.write_line(f"the window's coverage: {share:.0f}% (shown, no floor)")
