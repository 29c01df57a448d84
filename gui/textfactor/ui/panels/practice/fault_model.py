"""The faults as a list: those of one side below its heading, each on or off."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from textfactor.domain.practice import PracticeFault, Switchboard

Index = QModelIndex | QPersistentModelIndex
_Row = PracticeFault | str
NAME = Qt.ItemDataRole.UserRole + 1
"""The name by which commands know a fault; None for a heading."""
_NOWHERE = QModelIndex()


class FaultModel(QAbstractListModel):
    """Rows are headings and faults. `wanted(name, on)` is emitted when somebody switches one."""

    wanted = Signal(str, bool)

    def __init__(self, both: str) -> None:
        super().__init__()
        self._both = both
        self._board = Switchboard()
        self._active: frozenset[str] = frozenset()
        self._words: tuple[str, ...] = ()
        self._rows: list[_Row] = []

    def show_board(self, board: Switchboard) -> None:
        """Show these faults; rows stay where they are as long as the same ones are known."""
        known, self._board = self._board.known, board
        self._active = frozenset(board.active)
        if known != board.known:
            self._arrange()
        elif self._rows:
            self._on_changed(0, len(self._rows) - 1)

    def set_filter(self, text: str) -> None:
        """Show only faults in whose name or meaning every one of these words occurs."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._arrange()

    def _on_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), [Qt.ItemDataRole.CheckStateRole])

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = []
        for heading, sides in ((self._both, "auth0 vonage"), ("Vonage", "vonage"), ("Auth0", "auth0")):
            of_side = (one for one in self._board.known if " ".join(sorted(one.sides)) == sides)
            faults = [one for one in of_side if self._matches(one)]
            if faults:
                self._rows += [heading, *faults]
        self.endResetModel()

    def _matches(self, fault: PracticeFault) -> bool:
        text = f"{fault.name} {fault.name.replace('_', ' ')} {fault.group} {fault.meaning}".casefold()
        return all(word in text for word in self._words)

    def row_of(self, name: str) -> int:
        """Find the row of a fault, -1 where it is not shown."""
        return next(
            (n for n, row in enumerate(self._rows) if not isinstance(row, str) and row.name == name), -1
        )

    # ------------------------------------------------------------ Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt: a heading is only there to be read."""
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.meaning
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.name in self._active else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.name
            case _:
                return row.name if role == NAME else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Switch at once in the picture; the practice world's answer corrects it if it must."""
        row = self._rows[index.row()] if index.isValid() else ""
        if isinstance(row, str) or role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._active = self._active | {row.name} if on else self._active - {row.name}
        self._on_changed(index.row(), index.row())
        self.wanted.emit(row.name, on)
        return True
