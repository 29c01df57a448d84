"""The house rules that no linter has: sizes, names, translations, colours, locks."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "gui" / "textfactor"
FILE_LIMIT = 400
FUNCTION_LIMIT = 50
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def sources(folder: str = "") -> list[Path]:
    return sorted((PACKAGE / folder).rglob("*.py"))


def parsed(folder: str = "") -> Iterator[tuple[Path, ast.Module]]:
    for file in sources(folder):
        yield file.relative_to(ROOT), ast.parse(file.read_text(encoding="utf-8"))


# ---------------------------------------------------------------- sizes and names


def test_no_file_is_too_long() -> None:
    lengths = {
        file.relative_to(ROOT): len(file.read_text(encoding="utf-8").splitlines()) for file in sources()
    }
    assert {str(file): lines for file, lines in lengths.items() if lines > FILE_LIMIT} == {}


def long_functions(tree: ast.Module) -> list[str]:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > FUNCTION_LIMIT]


def test_no_function_is_too_long() -> None:
    assert {str(file): found for file, tree in parsed() if (found := long_functions(tree))} == {}


def test_a_long_function_is_seen() -> None:
    assert long_functions(ast.parse("def f():\n" + "    x = 1\n" * 49)) == []
    assert long_functions(ast.parse("def f():\n" + "    x = 1\n" * 50)) == ["f"]


def test_names_say_what_is_inside() -> None:
    assert [str(p.relative_to(ROOT)) for p in PACKAGE.rglob("*") if p.stem in EMPTY_NAMES] == []


def test_the_source_root_is_no_package() -> None:
    assert not (ROOT / "gui" / "__init__.py").exists()


def test_nothing_hides_the_resources() -> None:
    """A folder of this name inside the package would be found before the real one."""
    assert not (PACKAGE / "resources").exists()


# ---------------------------------------------------------------- translations


# How many of the first arguments must be literals.
TRANSLATORS = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}
# The one place that translates what was marked elsewhere.
TRANSLATES_MARKED_TEXTS = "gui/textfactor/ui/messages.py"


def translation_traps(tree: ast.Module) -> list[str]:
    """Calls that the extractor of texts gets wrong: it reads literals, and no f-string at all."""
    traps = [f"line {n.lineno}: not a literal" for n in translations(tree) if not literal(n)]
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            traps += [f"line {n.lineno}: inside an f-string" for n in translations(node)]
    return traps


def translations(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        # str.translate(table) has one argument, Qt's has two or more.
        if isinstance(node, ast.Call) and TRANSLATORS.get(called(node)) in {1, min(2, len(node.args))}:
            yield node


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literal(call: ast.Call) -> bool:
    texts = call.args[: TRANSLATORS[called(call)]]
    return bool(texts) and all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in texts)


def test_no_translation_falls_into_a_trap() -> None:
    found = {file.as_posix(): traps for file, tree in parsed() if (traps := translation_traps(tree))}
    found.pop(TRANSLATES_MARKED_TEXTS, None)
    assert found == {}


@pytest.mark.parametrize(
    ("line", "traps"),
    [
        ("self.tr('Next')", 0),
        ("QCoreApplication.translate('messages', 'Next')", 0),
        ("text.translate(table)", 0),
        ("self.tr('%n parts', None, count)", 0),
        ("self.tr(f'Next {x}')", 1),
        ("self.tr(text)", 1),
        ("tr('a' + b)", 1),
        ("translate('messages', text)", 1),
        ("QT_TRANSLATE_NOOP('problems', 'It stopped.')", 0),
        ("QT_TRANSLATE_NOOP(context, 'It stopped.')", 1),
        ("f'<{self.tr(\"Next\")}>'", 1),
    ],
)
def test_a_translation_trap_is_seen(line: str, traps: int) -> None:
    assert len(translation_traps(ast.parse(line))) == traps


# ---------------------------------------------------------------- colours

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b")


def test_colours_live_in_the_theme() -> None:
    found = {
        str(file.relative_to(ROOT)): colours
        for file in sources("ui")
        if file.name != "theme.py" and (colours := COLOUR.findall(strings(file)))
    }
    assert found == {}


def strings(file: Path) -> str:
    """All string literals of a file: a comment may say #123, for an issue."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return "\n".join(
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    )


# ---------------------------------------------------------------- locks


def wanted(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    for group in groups:
        lines += project["project"]["optional-dependencies"][group]
    return [Requirement(line) for line in lines]


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {
        canonicalize_name(n): v for n, v in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE)
    }


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.txt", ()), ("requirements-dev.txt", ("node", "dev"))]
)
def test_the_lock_holds_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    versions = locked(lock)
    unmet = [
        r for r in wanted(*groups) if not r.specifier.contains(versions.get(canonicalize_name(r.name), "0"))
    ]
    assert unmet == [], "make lock"


def test_both_locks_agree() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_place_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index|--extra-index|--find-links|-f)\b", text, re.MULTILINE)
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
