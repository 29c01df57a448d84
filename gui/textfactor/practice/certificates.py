"""A throw-away certificate authority for one practice world, and its private folder.

The folder's name carries the number of the process that made it. A world that was killed cannot tidy up; the
next one removes the folders of processes that are gone.
"""

import os
import re
import shutil
import ssl
import tempfile
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import trustme

from textfactor.practice.faults import FaultBoard

_PREFIX: Final = "textfactor-practice-"
_FOLDER = re.compile(rf"{_PREFIX}(\d+)-[\w-]+")

LOOPBACK_NAMES: Final = ("127.0.0.1", "::1", "localhost")
"""The names under which the stand-ins are reached directly."""


TLS_FAULTS: Final = ("tls_untrusted", "tls_expired", "tls_wrong_name")
"""The faults that swap the certificate."""


class Certificates:
    """One authority and one server certificate for all given names; `ca_file` exists until `remove`."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Make the keys (elliptic curve, quick) and write the authority's certificate, not its key."""
        remove_stale_folders()
        self._authority = trustme.CA(organization_name="Textfactor practice world")
        self._names = (*LOOPBACK_NAMES, *names)
        self._lock = threading.Lock()
        self._bad: dict[str, ssl.SSLContext] = {}
        self.server_context = _context(self._authority.issue_cert(*self._names))
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        self.ca_file = self._folder / "practice-ca.pem"
        self._authority.cert_pem.write_to_path(self.ca_file)

    def chooser(self, faults: FaultBoard, service: str) -> Callable[[], ssl.SSLContext]:
        """Return what chooses the certificate that a service shows: the good one, unless a fault says otherwise."""

        def choose() -> ssl.SSLContext:
            name = next((name for name in TLS_FAULTS if faults.holds(name, service)), "")
            return self._bad_context(name) if name else self.server_context

        return choose

    def _bad_context(self, fault: str) -> ssl.SSLContext:
        """Return the context for a fault, made when it is first needed: keys take time."""
        with self._lock:
            if fault not in self._bad:
                self._bad[fault] = _context(self._bad_certificate(fault))
            return self._bad[fault]

    def _bad_certificate(self, fault: str) -> trustme.LeafCert:
        """Return a certificate of a stranger, one that has expired, or one for another name."""
        if fault == "tls_untrusted":
            return trustme.CA(organization_name="Somebody else").issue_cert(*self._names)
        if fault == "tls_expired":
            yesterday = datetime.now(UTC) - timedelta(days=1)
            return self._authority.issue_cert(*self._names, not_after=yesterday)
        return self._authority.issue_cert("proxy.example")

    def remove(self) -> None:
        """Remove the private folder. May be called twice."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """Return a server's context that shows `certificate`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # trustme's own types allow for a class of pyOpenSSL, which is not installed.
    certificate.configure_cert(context)  # pyright: ignore[reportUnknownMemberType]
    return context


def remove_stale_folders(parent: Path | None = None) -> list[Path]:
    """Remove the folders that this user's dead processes left in `parent`; return what was removed."""
    removed: list[Path] = []
    for folder in (parent or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*"):
        match = _FOLDER.fullmatch(folder.name)
        if match and _is_ours(folder) and not _is_alive(int(match[1])):
            shutil.rmtree(folder, ignore_errors=True)
            removed.append(folder)
    return removed


def _is_ours(folder: Path) -> bool:
    """Tell whether `folder` is a real folder (no link) that belongs to the user who runs this."""
    try:
        if folder.is_symlink() or not folder.is_dir():
            return False
        return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except OSError:
        return False


def _is_alive(pid: int) -> bool:
    """Tell whether the process exists. Where asking would harm it (Windows), it counts as alive."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
