"""A field for a phone number that says, below itself, how it was understood."""

from PySide6.QtWidgets import QLineEdit, QWidget

from textfactor.domain.inputs import Fault, clean_digits
from textfactor.domain.sending import PhoneNumber
from textfactor.services.ports import NumberPlan
from textfactor.ui.messages import fill
from textfactor.ui.widgets.labelled_field import LabelledField

EXAMPLE_NUMBER = "+49 1512 3456789"
"""A mobile number of a plausible form."""


class NumberField(LabelledField):
    """Understands numbers once it was given the (then loaded, hence quick) numbering plans."""

    def __init__(self, label: str, *, name: str = "", parent: QWidget | None = None) -> None:
        self._plan: NumberPlan | None = None
        super().__init__(label, name=name, parent=parent)
        self.set_placeholder(EXAMPLE_NUMBER)
        self.changed.connect(self.understand)

    @property
    def line(self) -> QLineEdit:
        """The line itself."""
        assert isinstance(self.field, QLineEdit)  # noqa: S101 - for the type checker: the base made it
        return self.field

    def use(self, plan: NumberPlan) -> None:
        """Use these plans from now on; they must be loaded."""
        self._plan = plan
        self.understand()

    @property
    def usable(self) -> bool:
        """Whether the plans are there."""
        return self._plan is not None

    def number(self) -> PhoneNumber | None:
        """The number, None while it is not one."""
        digits = clean_digits(self.text())
        if isinstance(digits, Fault) or self._plan is None:
            return None
        return self._plan.parse(f"+{digits}")

    def understand(self) -> None:
        """Say what was understood."""
        number = self.number()
        if number is None:
            self.set_hint(self.tr("With its country code, beginning with +"))
        else:
            words = self.tr("{place} · sent as {digits}")
            self.set_hint(fill(words, place=self._place(number), digits=number.digits))

    def _place(self, number: PhoneNumber) -> str:
        lines = {
            "mobile": self.tr("mobile"),
            "fixed": self.tr("fixed line, which may not take SMS"),
            "voip": self.tr("internet telephony, which may not take SMS"),
            "toll-free": self.tr("toll-free, which takes no SMS"),
            "premium": self.tr("premium rate, which takes no SMS"),
        }
        place = number.country_name or self.tr("Country not known")
        line = lines.get(number.line)
        return f"{place}, {line}" if line else place
