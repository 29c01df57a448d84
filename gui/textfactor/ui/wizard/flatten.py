"""Takes from a `QWizard` the room that it keeps for buttons which we do not use."""

from PySide6.QtWidgets import QWidget, QWizard


def flatten(wizard: QWizard) -> None:
    """Let the page fill the wizard: Qt keeps margins even for an empty row of buttons, and has no setting for it.

    Qt lays itself out anew on a change of style, so this is done again then. The style sheet sees to the empty
    widget above that row. (Here it would cost the start 13 ms: PySide makes the classes of all widgets when it is
    first handed one that Qt made.)
    """
    inner = next((child for child in wizard.children() if isinstance(child, QWidget)), None)
    layout = inner.layout() if inner is not None else None
    if layout is None or layout.count() == 0:
        return
    item = layout.itemAt(layout.count() - 1)
    row = item.layout() if item is not None else None
    if row is not None:
        row.setContentsMargins(0, 0, 0, 0)
