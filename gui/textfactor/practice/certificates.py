"""A throw-away certificate authority for one practice world, and its private folder.

The folder's name carries the number of the process that made it. A world that was killed cannot tidy up; the
next one removes the folders of processes that are gone.
"""

import os
import re
import shutil
import ssl
import tempfile
from pathlib import Path
from typing import Final

import trustme

_PREFIX: Final = "textfactor-practice-"
_FOLDER = re.compile(rf"{_PREFIX}(\d+)-[\w-]+")

LOOPBACK_NAMES: Final = ("127.0.0.1", "::1", "localhost")
"""The names under which the stand-ins are reached directly."""


class Certificates:
    """One authority and one server certificate for all given names; `ca_file` exists until `remove`."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Make the keys (elliptic curve, quick) and write the authority's certificate, not its key."""
        remove_stale_folders()
        authority = trustme.CA(organization_name="Textfactor practice world")
        self.server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server = authority.issue_cert(*LOOPBACK_NAMES, *names)
        # trustme's own types allow for a class of pyOpenSSL, which is not installed.
        server.configure_cert(self.server_context)  # pyright: ignore[reportUnknownMemberType]
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        self.ca_file = self._folder / "practice-ca.pem"
        authority.cert_pem.write_to_path(self.ca_file)

    def remove(self) -> None:
        """Remove the private folder. May be called twice."""
        shutil.rmtree(self._folder, ignore_errors=True)


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
