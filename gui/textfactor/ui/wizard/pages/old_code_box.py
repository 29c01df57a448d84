"""Coming from a Hook: old code is pasted, or was found in the tenant, and is told in words; nothing runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.jobs import Done, Jobs, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.text_area import TextArea

if TYPE_CHECKING:  # the window paints first
    from textfactor.domain.old_code import OldCode
    from textfactor.services.context import Call, CallContext
    from textfactor.words.hooks import CodeWords
    from textfactor.words.text import Text

_PAUSE = 250
"""Milliseconds without typing before the code is read."""


class OldCodeBox(QWidget):
    """`countries_wanted(str)` is emitted when the old code's countries shall be taken over."""

    countries_wanted = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._countries = ""
        self._box = Expander(self.tr("Coming from a Hook or an older Action?"), name="old_code_open")
        self._code = TextArea(
            self.tr("The old code"),
            self.tr(
                "Paste it here to see what it did and what carries over. It is read, never run, and not kept."
            ),
            name="old_code",
            lines=4,
        )
        self._title = TextLabel("", "label")
        self._title.setObjectName("old_code_title")
        self._sections = {
            "did": (TextLabel(self.tr("What it did"), "label"), TextLabel("", "hint")),
            "carries": (TextLabel(self.tr("What carries over"), "label"), TextLabel("", "hint")),
            "ends": (TextLabel(self.tr("What does not"), "label"), TextLabel("", "hint")),
            "wrong": (TextLabel(self.tr("What was wrong with it"), "label"), TextLabel("", "hint")),
        }
        self._take = QPushButton(self.tr("Take over its countries"))
        self._take.setObjectName("take_countries")
        self._take.setProperty("role", "small")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._code.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._read)
        self._take.clicked.connect(lambda: self.countries_wanted.emit(self._countries))
        self._show_words(None)

    def _lay_out(self) -> None:
        findings = QWidget()
        findings.setProperty("role", "clear")
        rows = QVBoxLayout(findings)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.SPACE)
        rows.addWidget(self._title)
        for name, (heading, lines) in self._sections.items():
            lines.setObjectName(f"old_code_{name}")
            heading.setContentsMargins(0, theme.SPACE, 0, 0)
            rows.addWidget(heading)
            rows.addWidget(lines)
        rows.addWidget(self._take)
        self._take.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._box.add(self._code)
        self._box.add(findings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)

    def show_found(self, name: str, code: str) -> None:
        """Show code that was found in the tenant, unless something was entered already."""
        if self._code.text().strip():
            return
        self._box.set_title(
            fill(self.tr("Coming from older code? “{name}” was found in the tenant"), name=name)
        )
        self._code.set_text(code)
        self._read()

    # ------------------------------------------------------------ inside

    def _read(self) -> None:
        text = self._code.text()
        if text.strip():
            self._jobs.start(_reading(text), self._was_read)
        else:
            self._show_words(None)

    def _was_read(self, outcome: Outcome[tuple[str, OldCode]]) -> None:
        if not isinstance(outcome, Done):
            return
        text, code = outcome.value
        if text != self._code.text():  # it was edited meanwhile, and is read anew
            return
        from textfactor.words.hooks import explain_old_code  # nobody needs it when the window opens

        self._countries = ", ".join(f"+{prefix}" for prefix in code.countries)
        self._show_words(explain_old_code(code))

    def _show_words(self, words: CodeWords | None) -> None:
        lists: dict[str, tuple[Text, ...]] = {name: () for name in self._sections}
        if words is not None:
            lists = {"did": words.did, "carries": words.carries, "ends": words.ends, "wrong": words.wrong}
        self._title.setText(tr_text(words.title) if words else "")
        self._title.setVisible(words is not None)
        for name, (heading, lines) in self._sections.items():
            lines.setText("\n".join(f"– {tr_text(line)}" for line in lists[name]))
            heading.setVisible(bool(lists[name]))
            lines.setVisible(bool(lists[name]))
        self._take.setVisible(words is not None and bool(self._countries))
        if words is not None:
            announce(self, tr_text(words.title))


def _reading(text: str) -> Call[tuple[str, OldCode]]:
    """Make a call that reads old code: long code takes a moment."""

    def read(ctx: CallContext) -> tuple[str, OldCode]:
        from textfactor.services.setup.hook_reading import read_old_code

        ctx.cancel.check()
        return text, read_old_code(text)

    return read
