"""The archive as one SQLite file a person: rows, a full-text index over them, checkpoints and gaps."""

import re
import sqlite3
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from textfactor.adapters.journal_file import file_failed
from textfactor.domain.archive import ArchiveFacts, RawLog

# The index has each word's first 1 to 8 characters ready, so that a search as one types reads one short list.
_SCHEMA = """
create table if not exists tenant (id integer primary key, domain text not null unique, checkpoint text not null);
create table if not exists row (
    n integer primary key, tenant integer not null, id text not null, date text not null, type text not null,
    user text not null, client text not null, ip text not null, description text not null, detail text not null,
    raw text not null, unique (tenant, id));
create index if not exists row_date on row (tenant, date);
create table if not exists gap (tenant integer not null, since text not null, until text not null,
    unique (tenant, since, until));
create table if not exists room (one integer primary key check (one = 1), bytes integer not null);
create virtual table if not exists words using fts5(
    type, user, client, ip, description, detail, content='row', content_rowid='n', prefix='1 2 3 4 5 6 7 8',
    tokenize="unicode61 tokenchars '_@.'", detail=none, columnsize=0);
create trigger if not exists row_new after insert on row begin
    insert into words (rowid, type, user, client, ip, description, detail)
    values (new.n, new.type, new.user, new.client, new.ip, new.description, new.detail); end;
create trigger if not exists row_gone after delete on row begin
    insert into words (words, rowid, type, user, client, ip, description, detail)
    values ('delete', old.n, old.type, old.user, old.client, old.ip, old.description, old.detail); end;
"""
_ADD = """insert or ignore into row (tenant, id, date, type, user, client, ip, description, detail, raw)
    values (?,?,?,?,?,?,?,?,?,?)"""
_FACTS = """select count(*), coalesce(min(date), ''), coalesce(max(date), '') from row
    where tenant = (select id from tenant where domain = ?)"""
_GAPS = """select since, until from gap
    where tenant = (select id from tenant where domain = ?) order by since"""
_NEWEST = """select id, date, type, user, client, ip, description, detail, raw
    from row where +tenant = (select id from tenant where domain = ?) order by n desc limit ?"""
_FOUND = """select row.id, row.date, row.type, row.user, row.client, row.ip, row.description, row.detail, row.raw
    from words cross join row on row.n = words.rowid
    where words match ? and row.tenant = (select id from tenant where domain = ?)
    order by words.rowid desc limit ?"""
_CLEAR = (
    "delete from row where tenant in (select id from tenant where domain = ?1 or ?1 = '')",
    "delete from gap where tenant in (select id from tenant where domain = ?1 or ?1 = '')",
    "delete from tenant where domain = ?1 or ?1 = ''",
)
_ROOM = "select bytes from room"
_MAKE_ROOM = "insert into room values (1, ?) on conflict do update set bytes = excluded.bytes"
_DROP = "delete from row where n in (select n from row order by n limit ?)"
_WORD = re.compile(r"[\w@.]+")
SIZE_LIMIT = 500_000_000
"""Bytes that are kept unless somebody asks for more; the oldest rows go first."""


class LogArchive:
    """Implements `LogArchive`. Safe to share between threads; another process may write the same file."""

    def __init__(self, path: Path, limit: int = SIZE_LIMIT) -> None:
        self._path = path
        self._limit = limit
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None

    def checkpoint(self, domain: str) -> str:
        """Name the row after which the next page begins, empty before the first."""
        with self._step() as db:
            found = db.execute("select checkpoint from tenant where domain = ?", (domain,)).fetchone()
        return str(found[0]) if found else ""

    def add(self, domain: str, rows: Sequence[RawLog], gap: tuple[str, str] | None = None) -> int:
        """Keep rows and move the checkpoint behind the last, in one step; rows that are there do not count."""
        with self._step() as db:
            tenant = _tenant(db, domain)
            before = db.execute("select coalesce(max(n), 0) from row").fetchone()[0]
            db.executemany(_ADD, [(tenant, *_values(one)) for one in rows])
            added = db.execute("select count(*) from row where n > ?", (before,)).fetchone()[0]
            if rows:
                db.execute("update tenant set checkpoint = ? where id = ?", (rows[-1].id, tenant))
            if gap is not None:
                db.execute("insert or ignore into gap values (?,?,?)", (tenant, *gap))
            self._shorten(db)
        return int(added)

    def facts(self, domain: str) -> ArchiveFacts:
        """Say what is kept of a tenant."""
        with self._step() as db:
            rows, first, last = db.execute(_FACTS, (domain,)).fetchone()
            gaps = db.execute(_GAPS, (domain,)).fetchall()
            size, limit = _size(db), self._room(db)
        return ArchiveFacts(rows, size, first, last, tuple((str(a), str(b)) for a, b in gaps), limit)

    def search(self, domain: str, typed: str, most: int = 200) -> tuple[RawLog, ...]:
        """Find rows that have words beginning like each of these, newest first; no words mean the newest rows."""
        terms = " ".join(f'"{word}"*' for word in _WORD.findall(typed.lower()))
        with self._step() as db:
            if terms:
                found = db.execute(_FOUND, (terms, domain, most)).fetchall()
            else:
                found = db.execute(_NEWEST, (domain, most)).fetchall()
        return tuple(RawLog(*map(str, row)) for row in found)

    def keep_within(self, limit: int) -> None:
        """Keep no more than this many bytes from now on; what is too much goes at once. Raises FILE_FAILED."""
        with self._step() as db:
            db.execute(_MAKE_ROOM, (limit,))
            if _size(db) <= limit:
                return
            self._shorten(db)
            db.execute("insert into words (words) values ('optimize')")
        with self._step() as db:
            db.execute("vacuum")

    def clear(self, domain: str = "") -> None:
        """Delete what is kept of a tenant, or everything, and give the space back; raises FILE_FAILED."""
        with self._step() as db:
            for statement in _CLEAR:
                db.execute(statement, (domain,))
            db.execute("insert into words (words) values ('optimize')")  # it lets go of the words, too
        with self._step() as db:
            db.execute("vacuum")
        with self._step() as db:
            # Until it is folded back, the log beside the file still holds what was deleted.
            db.execute("pragma wal_checkpoint(truncate)")

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    @contextmanager
    def _step(self) -> Generator[sqlite3.Connection]:
        """Use the connection for one step, which is made whole or not at all; raises FILE_FAILED."""
        with self._lock:
            try:
                if self._db is None:
                    self._db = self._connect()
                with self._db:
                    yield self._db
            except (OSError, sqlite3.Error) as error:
                said = error.strerror if isinstance(error, OSError) else str(error)
                raise file_failed(self._path, OSError(None, said)) from None

    def _connect(self) -> sqlite3.Connection:
        """Open the file, made at the first time; only its owner may read it."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        db = sqlite3.connect(self._path, timeout=10, check_same_thread=False)
        try:
            db.execute("pragma journal_mode = wal")
            db.executescript(_SCHEMA)
        except sqlite3.Error:
            db.close()
            raise
        return db

    def _shorten(self, db: sqlite3.Connection) -> None:
        """When the file has grown over its limit, drop the oldest rows: a tenth, or more where that is too little."""
        size, limit = _size(db), self._room(db)
        if size > limit:
            rows = int(db.execute("select count(*) from row").fetchone()[0])
            db.execute(_DROP, (rows - int(rows * 0.9 * limit / size),))

    def _room(self, db: sqlite3.Connection) -> int:
        """Say how many bytes may be kept: what was chosen once, else the usual."""
        chosen = db.execute(_ROOM).fetchone()
        return int(chosen[0]) if chosen else self._limit


def _size(db: sqlite3.Connection) -> int:
    """Count the bytes in use, without the free pages inside the file."""
    pages = db.execute("pragma page_count").fetchone()[0] - db.execute("pragma freelist_count").fetchone()[0]
    return int(pages * db.execute("pragma page_size").fetchone()[0])


def _tenant(db: sqlite3.Connection, domain: str) -> int:
    """Find a tenant's number, or give it one."""
    db.execute("insert or ignore into tenant (domain, checkpoint) values (?, '')", (domain,))
    return int(db.execute("select id from tenant where domain = ?", (domain,)).fetchone()[0])


def _values(row: RawLog) -> tuple[str, ...]:
    return (row.id, row.date, row.type, row.user, row.client, row.ip, row.description, row.detail, row.raw)
