"""What taking back left as it is, in words: somebody has changed it since, or what it rests on."""

from textfactor.domain.plan import Receipt, Resource
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_STAYS: dict[Resource, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.left", "The Action stays as it is."),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.left", "The deployed version stays as it is."),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.left", "The trigger's bindings stay as they are."),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.left", "The phone provider stays as it is."),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.left", "The SMS factor stays as it is."),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP("words.left", "Who sends the codes stays as it is."),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.left", "How codes are delivered stays as it is."),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.left", "The enrolment text stays as it is."),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.left", "The verification text stays as it is."),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.left", "Both texts stay as they are."),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.left", "The MFA policy stays as it is."),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP(
        "words.left", "The bindings of the other path's trigger stay as they are."
    ),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP(
        "words.left", "The Action on the other path's trigger stays as it is."
    ),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.left", "The old Hook stays as it is."),
}
_WHY = QT_TRANSLATE_NOOP(
    "words.left", "Somebody has changed what is named here since the run, or something that it rests on."
)


def left_notes(receipt: Receipt) -> tuple[Text, ...]:
    """Name each part that was left, and why; nothing where all was taken back."""
    if not receipt.left:
        return ()
    return (*(text(_STAYS[part]) for part in receipt.left), text(_WHY))
