"""Takes the sentences out of the program and turns the translations into what Qt loads; Qt's own tools do it."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
from tests.support.knowledge import known

from textfactor.words.diagnosis import KNOWLEDGE

ROOT = Path(__file__).resolve().parents[2]
SOURCE_ROOT = ROOT / "gui"
FOLDER = ROOT / "resources" / "i18n"
ENGLISH = "textfactor_en.ts"
"""The sentences are English already; this file holds no more than the plural forms of some."""


def tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools as PySide ships it; from `gui/`, so that no file says where the checkout lies."""
    program = next(Path(PySide6.__path__[0]).glob(f"{name}*"))
    command = [str(program), "-silent", *arguments]
    done = subprocess.run(command, cwd=SOURCE_ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode or said:
        message = f"{name}: {said or done.returncode}"
        raise RuntimeError(message)


def extract(ts: Path) -> None:
    """Bring a file of translations up to date with the program, or begin one: `textfactor_XX.ts`.

    Neither line numbers nor the order of the code get into it, so that moving code changes nothing there.
    """
    sources = sorted(str(file.relative_to(SOURCE_ROOT)) for file in SOURCE_ROOT.rglob("*.py"))
    options = ["-no-obsolete", "-sort-messages", "-locations", "none", "-source-language", "en"]
    if ts.name == ENGLISH:
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        knowledge = Path(folder) / "knowledge.py"
        knowledge.write_text(marked_knowledge(), encoding="utf-8")
        tool("lupdate", *options, *sources, str(knowledge), "-ts", str(ts))


def knowledge_texts() -> Iterator[str]:
    """Yield what the knowledge base says to people: its articles, and the meanings in its tables."""
    for article in known().articles.values():
        yield from (article.title, article.meaning, *article.causes, *article.fix)
    for table in known().tables.values():
        yield from (entry.meaning for entry in table.values())


def marked_knowledge() -> str:
    """Write the data's texts as Python that marks them, which is what the extractor reads."""
    texts = sorted(set(knowledge_texts()))
    return "".join(f"QT_TRANSLATE_NOOP({KNOWLEDGE!r}, {said!r})\n" for said in texts)


def compile_to(ts: Path, qm: Path) -> None:
    """Turn a file of translations into what Qt loads; the same file gives the same bytes."""
    tool("lrelease", str(ts), "-qm", str(qm))


def files() -> list[Path]:
    """One file for each language."""
    return sorted(FOLDER.glob("textfactor_*.ts"))


def messages(ts: Path) -> list[tuple[str, ElementTree.Element]]:
    """Every message with its context."""
    contexts = ElementTree.parse(ts).getroot().iter("context")
    return [
        (str(context.findtext("name")), message)
        for context in contexts
        for message in context.iter("message")
    ]


def update() -> None:
    """Bring all languages up to date; what is new in them is marked as unfinished and stays English."""
    for ts in files():
        extract(ts)
        compile_to(ts, ts.with_suffix(".qm"))
        left = sum(message.find("translation[@type]") is not None for _, message in messages(ts))
        print(f"{ts.name}: {len(messages(ts))} messages, {left} unfinished")
