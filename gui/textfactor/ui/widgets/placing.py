"""Shows and hides widgets that may not have their place yet."""

from PySide6.QtWidgets import QWidget


def set_shown(widget: QWidget, *, shown: bool) -> None:
    """Show or hide. Where a widget stands nowhere yet it waits, as it would come up as a window of its own."""
    if shown and widget.parentWidget() is None:
        from PySide6.QtCore import Qt  # see labels

        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.setVisible(shown)
