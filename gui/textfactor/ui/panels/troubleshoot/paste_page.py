"""The first view of the panel: what one has at the left, what it means at the right, its marked source below."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.diagnosis import Evidence
from textfactor.domain.harmless import harmless
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.troubleshoot.answer import Answer
from textfactor.ui.panels.troubleshoot.answer_view import AnswerView
from textfactor.ui.panels.troubleshoot.input_field import LONGEST, InputField
from textfactor.ui.panels.troubleshoot.keys import bind
from textfactor.ui.panels.troubleshoot.queries_box import QueriesBox
from textfactor.ui.panels.troubleshoot.sayings import number
from textfactor.ui.panels.troubleshoot.source_view import SourceView
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.labels import TextLabel

_SOURCE = 100
"""Pixels for four lines of the source at least."""


class PastePage(QWidget):
    """Emits `given(str)` for what was typed or pasted, `file_given(Path)`, `open_wanted`, `questions_wanted`."""

    given = Signal(str)
    file_given = Signal(object)
    open_wanted = Signal()
    questions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._raw = ""
        """What was pasted, where it is not shown as it came: it is too long, or has characters that do harm."""
        self.field = InputField(
            self.tr("What do you have?"),
            self.tr("Paste, type or drop a log row, an answer, an error, or an export of any size."),
            name="pasted",
        )
        self.source_label = TextLabel(self.tr("Source, with the evidence marked"), "label")
        self.source = SourceView(self.tr("Source, with the evidence marked"), name="source")
        self.answer = AnswerView(self._nothing(), name="answer")
        self.answer.evidence_wanted.connect(self.show_evidence)
        self.answer.questions_wanted.connect(self.questions_wanted)
        self.field.changed.connect(self._typed)
        self.field.file_given.connect(self.file_given)
        self.field.other_given.connect(self.set_text)
        self._lay_out()
        self.show_answer(None)

    def _nothing(self) -> QWidget:
        """Say what can be pasted, and where it is had."""
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GROUP)
        words = self.tr(
            "Best is the log row of the failed login: Auth0 Dashboard, Monitoring, Logs, the row, its Raw tab. "
            "An answer or a receipt of Vonage, an error of an API, a stack trace, the code of an Action, or plain "
            "words do as well. Nothing of it leaves this computer."
        )
        column.addWidget(EmptyState(self.tr("Nothing to read yet"), words))
        column.addWidget(QueriesBox())
        return holder

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.RELATED)
        left.addWidget(self.field, 1)
        left.addWidget(self._buttons())
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 2)
        columns.addWidget(self.answer, 3)
        # The source has the whole width: lines of logs are long.
        self.source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.source.setMinimumHeight(_SOURCE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.RELATED)
        rows.addLayout(columns, 3)
        rows.addWidget(self.source_label)
        rows.addWidget(self.source, 1)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = Flow(holder)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        for name, label, keys, action in (
            ("open_file", self.tr("Open…"), "Ctrl+O", self.open_wanted.emit),
            ("paste", self.tr("Paste"), "Ctrl+Shift+V", self._paste),
            ("clear", self.tr("Clear"), "Ctrl+L", self._clear),
            ("ask_me", self.tr("Guide me"), "Ctrl+G", self.questions_wanted.emit),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setProperty("role", "small")
            button.clicked.connect(lambda _checked=False, act=action: act())
            bind(button, keys, self)
            row.addWidget(button)
        return holder

    # ------------------------------------------------------------ for its owner

    def text(self) -> str:
        """What is to be read."""
        return self._raw or self.field.text()

    def set_text(self, text: str) -> None:
        """Take a text as if it had been pasted, and tell."""
        self.put_text(text)
        self.given.emit(text)

    def put_text(self, text: str) -> None:
        """Show a text without telling; a long one is kept beside the field."""
        long = len(text) > LONGEST
        shown = "" if long else harmless(text)
        self._raw = text if shown != text else ""
        self.field.set_text(shown)
        if long:
            told = self.tr(
                "A text of {n} characters is being read. It is too long to be shown here; type to replace it."
            )
            self.field.set_hint(fill(told, n=number(len(text))), tone="ok")
        else:
            self._plain_hint()

    def put_file(self, path: Path) -> None:
        """Say which file is being read."""
        self._raw = ""
        self.field.set_text("")
        self.field.set_hint(fill(self.tr("From the file {name}"), name=path.name), tone="ok")

    def show_answer(self, answer: Answer | None, heading: str = "") -> None:
        """Show what the input means, and its source with the marks."""
        self.answer.show_answer(answer, heading)
        source = answer.report.reading.source if answer is not None else ""
        evidence = tuple(
            piece for told in (answer.told if answer else ()) for piece in told.diagnosis.evidence
        )
        self.source.show_source(source, evidence)
        shown = bool(source) and (any(one.start >= 0 for one in evidence) or not self.text())
        self.source.setVisible(shown)
        self.source_label.setVisible(shown)

    def show_evidence(self, evidence: Evidence) -> None:
        """Go to a piece of evidence in the source."""
        self.source.reveal(evidence)

    # ------------------------------------------------------------ inside

    def _typed(self, text: str) -> None:
        self._raw = ""
        self._plain_hint()
        self.given.emit(text)

    def _plain_hint(self) -> None:
        self.field.set_hint(
            self.tr("Paste, type or drop a log row, an answer, an error, or an export of any size.")
        )

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if mime.hasText():
            self.set_text(mime.text())

    def _clear(self) -> None:
        self.set_text("")
        self.field.focus()
