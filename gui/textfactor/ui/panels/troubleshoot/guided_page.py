"""Questions for who has nothing to paste: a choice of cards at a time, and at the end what may be the cause."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from textfactor.services.container import Services
from textfactor.services.diagnosis.guided import Ending, Question, step_after
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.answer import Answer, of_ending
from textfactor.ui.panels.troubleshoot.answer_view import AnswerView
from textfactor.ui.panels.troubleshoot.keys import bind, name_keys
from textfactor.ui.panels.troubleshoot.newest import Newest
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.guided import ask, offer

_WIDE: Final = 620


class GuidedPage(QWidget):
    """Emits `left` when one wants back to the field, `place_wanted(str)` as the diagnoses do."""

    left = Signal()
    place_wanted = Signal(str)

    def __init__(self, services: Services, newest: Newest) -> None:
        super().__init__()
        self._services, self._newest = services, newest
        self._answers: tuple[str, ...] = ()
        self._way = TextLabel("", "hint")
        self._question = TextLabel("", "section")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(theme.RELATED)
        self._area = QScrollArea()
        self.answer = AnswerView(QLabel(), name="guided")
        self.answer.place_wanted.connect(self.place_wanted)
        self._back = self._button("guided_back", self.tr("Back"), "Alt+Left", self.back)
        self._again = self._button("guided_again", self.tr("Begin again"), "Ctrl+R", self.begin)
        self._leave = self._button(
            "guided_leave", self.tr("I have something to paste"), "Esc", self.left.emit
        )
        self._lay_out()

    def _button(self, name: str, label: str, keys: str, action: object) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: action())  # pyright: ignore[reportCallIssue, reportUnknownLambdaType]
        bind(button, keys, self)
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        inside.setMaximumWidth(_WIDE)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.RELATED, 0)
        column.setSpacing(theme.GROUP)
        column.addWidget(self._question)
        column.addLayout(self._choices)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setProperty("focusPolicy", "NoFocus")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        for button in (self._back, self._again, self._leave):
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        layout.addWidget(self._way)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.answer, 1)
        layout.addLayout(row)

    # ------------------------------------------------------------ the way

    def begin(self) -> None:
        """Ask the first question."""
        self._answers = ()
        self._show()

    def back(self) -> None:
        """Take the last answer back; before the first one the page is left."""
        if not self._answers:
            self.left.emit()
            return
        self._answers = self._answers[:-1]
        self._show()

    def choose(self, choice: str) -> None:
        """Answer the question that is shown."""
        self._answers = (*self._answers, choice)
        self._show()

    def _show(self) -> None:
        step = step_after(self._answers)
        self._way.setText(self._said())
        self._way.setVisible(bool(self._answers))
        self._again.setEnabled(bool(self._answers))
        asking = isinstance(step, Question)
        self._area.setVisible(asking)
        self.answer.setVisible(not asking)
        if isinstance(step, Ending):
            self.answer.show_answer(None)
            self._newest.ask(of_ending(self._services, step), self._found)
        else:
            self._newest.forget()
            self._ask(step)

    def _said(self) -> str:
        """Repeat the answers so far."""
        said: list[str] = []
        for place, choice in enumerate(self._answers):
            step = step_after(self._answers[:place])
            if isinstance(step, Question):
                said.append(tr_text(offer(step.id, choice)))
        return fill(self.tr("So far: {answers}"), answers=" › ".join(said))

    def _ask(self, question: Question) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._question.setText(tr_text(ask(question.id)))
        for place, (choice, _leads) in enumerate(question.choices, start=1):
            card = self._card(question.id, choice, place)
            self._choices.addWidget(card)
            card.show()
            if place == 1:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.text())

    def _card(self, question: str, choice: str, place: int) -> QPushButton:
        label = tr_text(offer(question, choice))
        card = QPushButton(f"{place}   {label}".replace("&", "&&"))
        card.setObjectName(f"choice_{choice}")
        card.setProperty("role", "answer")
        card.setAccessibleName(label)
        card.setToolTip(name_keys(str(place)))
        card.setShortcut(QKeySequence(str(place)))
        card.clicked.connect(lambda _checked=False: self.choose(choice))
        return card

    def _found(self, answer: Answer) -> None:
        self.answer.show_answer(answer)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
