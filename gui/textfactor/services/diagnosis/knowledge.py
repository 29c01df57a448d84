"""What the diagnosis knows: articles on causes and tables of codes, read from the data in `resources/knowledge/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textfactor.domain.diagnosis import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Article", "Entry", "Knowledge", "load_knowledge"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Article:
    """One cause: what it is called, what it means, where it comes from and how it is mended. English, plain text.

    `opens` names the place in the program that can mend it (`setup`, `setup.rotate`, `setup.turn_on`, `test`,
    `messages`, `vonage`, `tenant`, `practice`, `settings`), empty where none can. Texts may have blanks (`{status}`).
    `sources` say where the facts come from, `dated` when they were last looked at (ISO date).
    """

    id: str
    severity: Severity
    title: str
    meaning: str
    causes: tuple[str, ...]
    fix: tuple[str, ...]
    links: tuple[str, ...]
    opens: str
    sources: tuple[str, ...]
    dated: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a table: the vendor's code, a short name, its meaning, and the ids of the causes it points at.

    `causes` holds them all, likeliest first; it is empty for a code with which nothing is wrong, or that has nothing
    to do with text messages. `matters` marks the codes to look at first; `phrases` are the words in which people
    tell of a symptom (lower case).
    """

    table: str
    code: str
    name: str
    meaning: str
    causes: tuple[str, ...] = ()
    matters: bool = False
    phrases: tuple[str, ...] = ()

    @property
    def cause(self) -> str | None:
        """The likeliest cause."""
        return self.causes[0] if self.causes else None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All articles by id, and all tables by name with their entries by code."""

    articles: Mapping[str, Article]
    tables: Mapping[str, Mapping[str, Entry]]

    def article(self, cause: str) -> Article:
        """Return the article of a cause; raises KeyError for an id that the knowledge base does not have."""
        return self.articles[cause]

    def entry(self, table: str, code: str) -> Entry | None:
        """Look a code up; None where the table does not have it. Raises KeyError for an unknown table."""
        return self.tables[table].get(code)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as it stands in a file; its sources and date are for whoever keeps the file."""

    table: str
    sources: tuple[str, ...]
    dated: str
    entries: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    name: str
    meaning: str
    causes: tuple[str, ...] = ()
    matters: bool = False
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    articles: tuple[Article, ...] = ()
    tables: tuple[_Table, ...] = ()


def load_knowledge(files: Mapping[str, bytes]) -> Knowledge:
    """Build the knowledge base of the bytes of its files, by name.

    Raises ValueError (msgspec's kind included) for a file that is not as it should be, or an id or code given twice:
    mistakes in packaging, not by the person.
    """
    import msgspec

    decoder = msgspec.json.Decoder(_File, strict=True)
    read = [decoder.decode(files[name]) for name in sorted(files)]
    articles = _once((article.id, article) for file in read for article in file.articles)
    tables = _once((table.table, _entries(table)) for file in read for table in file.tables)
    return Knowledge(articles, tables)


def _entries(table: _Table) -> dict[str, Entry]:
    return _once(
        (row.code, Entry(table.table, row.code, row.name, row.meaning, row.causes, row.matters, row.phrases))
        for row in table.entries
    )


def _once(pairs: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """Make a dictionary of pairs whose keys must differ."""
    made: dict[str, _T] = {}
    for key, value in pairs:
        if key in made:
            message = f"given twice: {key}"
            raise ValueError(message)
        made[key] = value
    return made
