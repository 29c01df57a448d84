"""The diagnoses of an input, most likely first, with the remarks; made anew for each answer."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from textfactor.domain.diagnosis import InputKind
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.answer import Answer
from textfactor.ui.panels.troubleshoot.diagnosis_card import DiagnosisCard
from textfactor.ui.panels.troubleshoot.sayings import as_text, number, say, size
from textfactor.ui.panels.troubleshoot.turns import Turns
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.diagnosis_headline import headline
from textfactor.words.diagnosis_kinds import kind_words
from textfactor.words.diagnosis_notes import explain_note

_VERDICTS = {"nothing_wrong": "ok", "not_sms": "info", "not_enough": "warning", "nothing_given": "info"}
"""Remarks that are an answer of their own, with their tones."""

_OPEN = "not_enough"
_ASK = "ask_me"
_NEXT = "get_"
"""So the ids of those remarks begin that say what to get next."""


class AnswerView(QWidget):
    """Emits `evidence_wanted(Evidence)`, `place_wanted(str)` and `questions_wanted`.

    `empty` stands there while there is no answer.
    """

    evidence_wanted = Signal(object)
    place_wanted = Signal(str)
    questions_wanted = Signal()

    def __init__(self, empty: QWidget, *, name: str) -> None:
        super().__init__()
        self._empty = empty
        self._answer: Answer | None = None
        self._name = name
        self._heading = TextLabel("", "section")
        self._kind = TextLabel("", "hint")
        self._copy = CopyButton(self.tr("Copy answer"), self._as_text, name=f"{name}_copy", small=True)
        self._copy.setToolTip(self.tr("Copy the answer as plain text"))
        self._notes = Callout()
        self._notes.setObjectName(f"{name}_notes")
        self._cards: list[DiagnosisCard] = []
        self._logins: list[QWidget] = []
        self._turns = Turns(self)
        self._stack = QVBoxLayout()
        self._lay_out()
        self.show_answer(None)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(theme.RELATED)
        below.addWidget(self._kind, 1)
        below.addWidget(self._copy)
        inside = QWidget()
        inside.setProperty("role", "clear")
        self._stack.setSpacing(12)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.RELATED, 0)
        column.setSpacing(12)
        column.addWidget(self._notes)
        column.addLayout(self._stack)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setProperty("role", "reading")
        self._area.setAccessibleName(self.tr("Diagnoses"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._heading)
        layout.addLayout(below)
        layout.addWidget(self._area, 1)

    def cards(self) -> tuple[DiagnosisCard, ...]:
        """The diagnoses shown, best first."""
        return tuple(self._cards)

    def notes(self) -> Callout:
        """Where the remarks stand."""
        return self._notes

    def heading(self) -> str:
        """What stands above the diagnoses."""
        return self._heading.text()

    def kind(self) -> str:
        """As what the input was recognised."""
        return self._kind.text()

    def show_answer(self, answer: Answer | None, heading: str = "") -> None:
        """Show another answer, None for none; the same one again changes nothing."""
        if answer is not None and answer == self._answer and heading in ("", self.heading()):
            return
        self._answer = answer
        self._clear()
        self._empty.setVisible(answer is None)
        self._copy.setVisible(answer is not None)
        self._kind.setVisible(answer is not None)
        self._heading.setText(
            heading or (say(headline(answer.report)) if answer else self.tr("What it means"))
        )
        if answer is None:
            self._notes.clear()
            return
        self._kind.setText(self._read_as(answer))
        self._show_notes(answer)
        self._area.verticalScrollBar().setValue(0)
        logins = [partial(self._add_login, answer, place) for place in range(len(answer.logins))]
        cards = [partial(self._add_card, answer, place) for place in range(len(answer.told))]
        self._turns.begin([*logins, *cards])
        announce(
            self, ". ".join([self.heading(), *(say(told.explanation.title) for told in answer.told[:1])])
        )

    @property
    def complete(self) -> bool:
        """Whether all cards are there; they are made one after the other."""
        return self._turns.over and all(card.complete for card in self._cards)

    def _add_card(self, answer: Answer, place: int) -> None:
        card = DiagnosisCard(answer.told[place], answer.pages, place, opened=place == 0)
        card.evidence_wanted.connect(self.evidence_wanted)
        card.place_wanted.connect(self.place_wanted)
        self._cards.append(card)
        self._stack.addWidget(card)
        card.show()

    def _add_login(self, answer: Answer, place: int) -> None:
        # Few answers have any, and the module is loaded only for those.
        from textfactor.ui.panels.troubleshoot.watch.journey_card import JourneyCard

        if not place:
            self._add_widget(
                TextLabel(self.tr("What was pasted belongs together: the way of the code"), "label")
            )
        card = JourneyCard(answer.logins[place], asks=False)
        card.show_journey(answer.logins[place], dict(answer.titles))
        card.set_open(opened=not place)
        self._add_widget(card)

    def _add_widget(self, widget: QWidget) -> None:
        self._logins.append(widget)
        self._stack.addWidget(widget)
        widget.show()

    def logins(self) -> tuple[QWidget, ...]:
        """What shows the logins of which pieces of both sides were pasted: a label, and a card for each."""
        return tuple(self._logins)

    def _clear(self) -> None:
        self._turns.begin(())
        for card in (*self._logins, *self._cards):
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._logins.clear()
        self._cards.clear()

    def _read_as(self, answer: Answer) -> str:
        reading = answer.report.reading
        if not reading.bytes:
            return ""
        kind = fill(self.tr("Read as: {kind}"), kind=tr_text(kind_words(reading.kind)))
        parts = [kind, size(reading.bytes)]
        if reading.rows > 1 and reading.kind is not InputKind.WORDS:
            parts.insert(1, fill(self.tr("rows: {n}"), n=number(reading.rows)))
        return " · ".join(parts)

    def _show_notes(self, answer: Answer) -> None:
        notes = answer.report.notes
        if not notes:
            self._notes.clear()
            return
        verdict = next((note for note in notes if note in _VERDICTS), "")
        others = [note for note in notes if note != verdict]
        if any(note.startswith(_NEXT) for note in others) and verdict in ("", _OPEN):
            title = self.tr("To be sure, get this next")
        elif verdict:
            title = say(explain_note(verdict))
        else:
            title = self.tr("Worth knowing")
        body = "\n".join(say(explain_note(note)) for note in others)
        self._notes.show_message(_VERDICTS.get(verdict, "info"), title, body)
        if _ASK in notes:
            self._notes.add_action(
                self.tr("Guide me"), self.questions_wanted.emit, name=f"{self._name}_guide"
            )

    def _as_text(self) -> str:
        answer = self._answer
        return "" if answer is None else as_text(answer.told, answer.report.notes)
