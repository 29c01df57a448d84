"""Takes from a `QWizard` the room that it keeps for buttons which we do not use."""

from PySide6.QtWidgets import QFrame, QWidget, QWizard


def flatten(wizard: QWizard) -> None:
    """Let the page fill the wizard: Qt keeps margins and a line even for an empty row of buttons.

    Qt lays itself out anew on a change of style, so this is done again then. There is no setting for it.
    """
    inner = next((child for child in wizard.children() if isinstance(child, QWidget)), None)
    layout = inner.layout() if inner is not None else None
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        row = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if row is not None:
            row.setContentsMargins(0, 0, 0, 0)
        elif widget is not None and not isinstance(widget, QFrame):
            widget.setFixedHeight(0)
