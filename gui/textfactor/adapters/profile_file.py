"""The profiles in one small JSON file, never a secret."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textfactor.adapters.folder_lock import alone_in
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileBook, ProfileFacts

if TYPE_CHECKING:  # the window paints first
    from pathlib import Path

VERSION = 1
"""Raised when the file changes in a way that an earlier Textfactor would misread it."""


class ProfileFile:
    """Implements `ProfileStore`. A kill leaves the old file or the new one, which is renamed into place.

    A file that cannot be understood (damaged, or of a later version) gets another name beside it, and is named in
    each book that is read from then on in this run.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._set_aside = ""

    def load(self) -> ProfileBook:
        """See `ProfileStore`."""
        with self._lock:
            return self._read()

    def save(self, kept: KeptProfile) -> None:
        """See `ProfileStore`."""
        with self._lock, alone_in(self._path.parent):
            book = self._read()
            others = (one for one in book.profiles if one.profile.id != kept.profile.id)
            self._write(book, replace(book, profiles=(*others, _own(kept))))

    def remove(self, profile_id: str) -> None:
        """See `ProfileStore`."""
        with self._lock, alone_in(self._path.parent):
            book = self._read()
            left = tuple(one for one in book.profiles if one.profile.id != profile_id)
            self._write(book, replace(book, profiles=left))

    def choose(self, *, session_only: bool) -> None:
        """See `ProfileStore`."""
        with self._lock, alone_in(self._path.parent):
            book = self._read()
            self._write(book, replace(book, session_only=session_only))

    def _read(self) -> ProfileBook:
        """Read the file; the profiles in the order of their names."""
        path = self._path
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return ProfileBook(set_aside=self._set_aside)
        except OSError as error:
            raise _failed(path, error) from None
        book = _decode(data)
        if book is None:
            self._put_aside(path)
            return ProfileBook(set_aside=self._set_aside)
        return replace(book, set_aside=self._set_aside)

    def _put_aside(self, path: Path) -> None:
        """Give the file another name: what stands in it may still be of use to somebody."""
        from datetime import UTC, datetime

        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        aside = path.with_name(f"{path.stem}.unreadable-{stamp}{path.suffix}")
        try:
            path.replace(aside)
        except OSError as error:
            raise _failed(path, error) from None
        self._set_aside = aside.name

    def _write(self, before: ProfileBook, book: ProfileBook) -> None:
        """Replace the file, unless nothing changed."""
        in_order = tuple(sorted(book.profiles, key=lambda kept: kept.profile.name.casefold()))
        book = replace(book, profiles=in_order)
        if book == before:
            return
        path = self._path
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(path, _encode(book))
        except OSError as error:
            raise _failed(path, error) from None


def _own(kept: KeptProfile) -> KeptProfile:
    """Keep of the endpoints what the person chose; the services' own hosts are the program's."""
    endpoints = kept.profile.endpoints
    chosen = Endpoints(ca_file=endpoints.ca_file, proxy=endpoints.proxy)
    return replace(kept, profile=replace(kept.profile, practice=False, endpoints=chosen))


def _encode(book: ProfileBook) -> bytes:
    import msgspec

    rows = [
        {
            "id": kept.profile.id,
            "name": kept.profile.name,
            "environment": kept.profile.environment.value,
            "proxy": kept.profile.endpoints.proxy,
            "ca_file": kept.profile.endpoints.ca_file,
            "facts": kept.facts,
        }
        for kept in book.profiles
    ]
    content = {"version": VERSION, "session_only": book.session_only, "profiles": rows}
    return msgspec.json.format(msgspec.json.encode(content), indent=1)


def _decode(data: bytes) -> ProfileBook | None:
    """Read the file's content; None for what is no such file. Fields from later versions are left out."""
    import msgspec

    try:
        content = msgspec.json.decode(data, type=dict[str, Any])
        if content["version"] != VERSION:
            return None
        rows = msgspec.convert(content["profiles"], list[dict[str, Any]])
        profiles = tuple(_profile(row) for row in rows)
        return ProfileBook(profiles, session_only=content.get("session_only") is True)
    except (msgspec.MsgspecError, UnicodeDecodeError, LookupError, TypeError, ValueError):
        return None


def _profile(row: dict[str, Any]) -> KeptProfile:
    """Read one profile; raises one of the errors that `_decode` knows."""
    import msgspec

    named = {key: row.get(key, "") for key in ("id", "name", "environment")}
    endpoints = {key: row.get(key, "") for key in ("proxy", "ca_file")}
    profile = msgspec.convert({**named, "practice": False, "endpoints": endpoints}, Profile)
    if not profile.id or not profile.name:
        raise ValueError("no profile without id and name")
    return KeptProfile(profile, msgspec.convert(row.get("facts", {}), ProfileFacts))


def _replace(path: Path, data: bytes) -> None:
    """Write beside the old file (0600, as mkstemp makes it), then rename over it."""
    import os
    import tempfile
    from pathlib import Path

    from textfactor.adapters.journal_file import sync_folder

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _failed(path: Path, error: OSError) -> Exception:
    from textfactor.adapters.journal_file import file_failed

    return file_failed(path, error)
