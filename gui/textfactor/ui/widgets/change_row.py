"""One change of a plan: what it does, the request that does it, and before → after."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.elided_label import ElidedLabel
from textfactor.ui.widgets.escape import takes_escape
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.placing import set_shown
from textfactor.ui.widgets.tab_order import follow_place, stops_in

_SHORT = 45
"""Characters that stand on one line beside the other text."""
_SHORT_REQUEST = 34


class ChangeRow(QWidget):
    """Signs: `+` makes, `~` changes, `−` removes, `=` leaves alone; while applying `…`, `✓`, `✕`, `–`."""

    def __init__(
        self, sign: str, title: str, request: str = "", *, before: str = "", after: str = ""
    ) -> None:
        super().__init__()
        self._sign = ShortLabel("", "sign")
        self._sign.setFixedWidth(theme.GROUP + theme.SPACE)
        self._title = TextLabel(title, "label")
        self._request = ElidedLabel(request, "mono")
        self._before = TextLabel(before, "hint")
        self._arrow = ShortLabel("→", "hint")
        self._after = TextLabel(after, "small")
        self._details: QWidget | None = None
        self._make_details: Callable[[], QWidget] | None = None
        self._toggle: QPushButton | None = None
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 7, 0, 7)
        layout.setHorizontalSpacing(2)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 4)
        # A short request stands beside any title; a long one gives way in its middle.
        layout.setColumnStretch(2, 5 if len(request) > _SHORT_REQUEST else 0)
        layout.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._title, 0, 1)
        layout.addWidget(self._request, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._states(before), 1, 1, 1, 2)
        self.set_sign(sign)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{before} → {after}")

    def offer_details(self, make: Callable[[], QWidget]) -> None:
        """Offer the change in full; `make` is called when it is first opened."""
        self._make_details = make
        self._toggle = toggle = QPushButton()
        toggle.setObjectName("in_full")
        toggle.setProperty("role", "toggle")
        toggle.setCheckable(True)
        toggle.toggled.connect(self._open)
        self._row.addStretch(0)
        self._row.addWidget(toggle, 0, Qt.AlignmentFlag.AlignTop)
        self._open(opened=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is shown in full at Escape."""
        if not takes_escape(event, self._toggle):
            super().keyPressEvent(event)

    def _open(self, opened: bool) -> None:
        """Show the change in full, or no more."""
        if self._toggle is None:
            return
        self._toggle.setText(self.tr("▾ In full") if opened else self.tr("▸ In full"))
        self._toggle.setAccessibleName(fill(self.tr("In full: {change}"), change=self.title()))
        self._toggle.setAccessibleDescription(self.tr("opened") if opened else self.tr("closed"))
        if opened and self._details is None and self._make_details is not None:
            self._details = self._make_details()
            layout = self.layout()
            if isinstance(layout, QGridLayout):
                layout.addWidget(self._details, 2, 1, 1, 2)
            follow_place(self._details, stops_in(self._details))
        if self._details is not None:
            self._details.setVisible(opened)

    def _states(self, before: str) -> QWidget:
        """Lay out before → after; a short `before` stands beside, a long one shares the width."""
        holder = QWidget()
        holder.setProperty("role", "clear")
        self._row = row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        top = Qt.AlignmentFlag.AlignTop
        if before:
            # A short text stands in full; a long one shares the row and wraps.
            if len(before) < _SHORT and self._after.text():
                self._before.setWordWrap(False)
                self._before.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
                row.addWidget(self._before, 0, top)
            else:
                row.addWidget(self._before, 1, top)
        row.addWidget(self._arrow, 0, top)
        row.addWidget(self._after, self._give_room(before), top)
        for part in (self._arrow, self._after):
            part.setVisible(bool(self._after.text()))
        set_shown(holder, shown=bool(before or self._after.text()))
        return holder

    def _give_room(self, before: str) -> int:
        """Return the stretch of `after`: beside a long `before` a short one takes no more than its own width."""
        if len(before) < _SHORT or len(self._after.text()) >= _SHORT:
            return 2
        self._after.setWordWrap(False)
        self._after.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        return 0

    def set_sign(self, sign: str) -> None:
        """Show another sign in the colour that goes with it."""
        tones = {"+": "ok", "✓": "ok", "~": "warning", "−": "error", "✕": "error", "…": "info"}
        self._sign.setText(sign)
        theme.set_look(self._sign, tone=tones.get(sign, "muted"))

    def sign(self) -> str:
        """The sign shown."""
        return self._sign.text()

    def title(self) -> str:
        """What the change does."""
        return self._title.text()
