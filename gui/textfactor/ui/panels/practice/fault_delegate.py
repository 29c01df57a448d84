"""Paints a fault: a switch, what it does, over as many lines as that takes, and small below it its name."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from textfactor.ui import theme
from textfactor.ui.panels.practice.fault_model import NAME, Index

_SWITCH = QSize(30, 16)
_LEFT = 12
_TEXT = _LEFT + _SWITCH.width() + 12
_PAD = 7
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def _sized(font: QFont, share: float, *, bold: bool = False) -> QFont:
    """Make a font in proportion to the list's own, which grows with the system's."""
    made = QFont(font)
    made.setPixelSize(round(font.pixelSize() * share) if font.pixelSize() > 0 else 13)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


class FaultDelegate(QStyledItemDelegate):
    """A click anywhere on a fault, or Space, switches it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are at the list's width."""
        view = option.widget  # pyright: ignore[reportAttributeAccessIssue] - Qt's stubs leave these members out
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        font: QFont = option.font  # pyright: ignore[reportAttributeAccessIssue]
        metrics = QFontMetrics(_sized(font, 13 / 14, bold=True))
        if index.data(NAME) is None:
            return QSize(width, metrics.height() + 2 * _PAD + theme.SPACE)
        words = metrics.boundingRect(QRect(0, 0, width - _TEXT - _LEFT, 2000), int(_WRAP), str(index.data()))
        name = QFontMetrics(_sized(font, 12 / 14)).height()
        return QSize(width, words.height() + 2 + name + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See Qt."""
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        font: QFont = option.font  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = index.data(NAME)
        if name is None:
            self._paint_heading(painter, rect, font, str(index.data()))
        else:
            self._paint_ground(painter, rect, state)
            on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            self._paint_switch(painter, rect, on=on)
            self._paint_words(painter, rect, font, (str(index.data()), str(name)))
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        painter.setFont(_sized(font, 13 / 14, bold=True))
        painter.setPen(QColor(theme.current_roles().muted))
        place = rect.adjusted(_LEFT, _PAD + theme.SPACE, -_LEFT, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)

    @staticmethod
    def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        roles = theme.current_roles()
        ground = QRectF(rect).adjusted(4, 1, -4, -1)
        # The ring of the focus is the list's; in it the row is told by its ground.
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.selection))
            painter.drawRoundedRect(ground, theme.RADIUS_FIELD, theme.RADIUS_FIELD)

    @staticmethod
    def _paint_switch(painter: QPainter, rect: QRect, *, on: bool) -> None:
        """Paint a switch whose knob stands right when it is on, so that it can be told without the colour."""
        roles = theme.current_roles()
        box = QRectF(rect.x() + _LEFT, rect.y() + _PAD + 1, _SWITCH.width(), _SWITCH.height())
        round_by = box.height() / 2
        painter.setPen(QPen(QColor(roles.accent if on else roles.control), 1.0))
        painter.setBrush(QColor(roles.accent if on else roles.surface))
        painter.drawRoundedRect(box, round_by, round_by)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.on_accent if on else roles.control))
        middle = box.right() - round_by if on else box.left() + round_by
        painter.drawEllipse(QPointF(middle, box.center().y()), round_by - 3, round_by - 3)

    @staticmethod
    def _paint_words(painter: QPainter, rect: QRect, font: QFont, words: tuple[str, str]) -> None:
        roles = theme.current_roles()
        place = rect.adjusted(_TEXT, _PAD, -_LEFT, -_PAD)
        painter.setFont(_sized(font, 13 / 14, bold=True))
        painter.setPen(QColor(roles.text))
        painter.drawText(place, int(_WRAP), words[0])
        painter.setFont(_sized(font, 12 / 14))
        painter.setPen(QColor(roles.muted))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words[1])

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Switch on a click or on Space."""
        del option
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if event.button() is not Qt.MouseButton.LeftButton:
                return False
            if kind is not QEvent.Type.MouseButtonRelease:
                return kind is QEvent.Type.MouseButtonDblClick
        elif not (isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)):
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return False
        role = Qt.ItemDataRole.CheckStateRole
        on = index.data(role) is Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, role)
