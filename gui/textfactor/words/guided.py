"""The guided questions and their choices in words."""

from typing import Final

from textfactor.services.diagnosis.guided.tree import UNKNOWN
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_QUESTIONS: Final[dict[str, Marked]] = {
    "what": QT_TRANSLATE_NOOP("words.guided", "What do people see?"),
    "who": QT_TRANSLATE_NOOP("words.guided", "Who gets no code?"),
    "users": QT_TRANSLATE_NOOP("words.guided", "What is it with these users?"),
    "since": QT_TRANSLATE_NOOP("words.guided", "Since when does nobody get a code?"),
    "test": QT_TRANSLATE_NOOP("words.guided", "What becomes of a test message from here?"),
    "log": QT_TRANSLATE_NOOP("words.guided", "What does the tenant's log say at the time of a login?"),
    "message": QT_TRANSLATE_NOOP("words.guided", "What is wrong with the message?"),
    "asked": QT_TRANSLATE_NOOP("words.guided", "Who is not asked for a code?"),
    "page": QT_TRANSLATE_NOOP("words.guided", "What does the page say?"),
}

_CHOICES: Final[dict[str, Marked]] = {
    "what.no_code": QT_TRANSLATE_NOOP("words.guided", "No code comes"),
    "what.wrong_message": QT_TRANSLATE_NOOP("words.guided", "A message comes, but not as it should be"),
    "what.refused": QT_TRANSLATE_NOOP("words.guided", "The code comes and is not accepted"),
    "what.not_asked": QT_TRANSLATE_NOOP("words.guided", "The login asks for no code, or for something else"),
    "what.late": QT_TRANSLATE_NOOP("words.guided", "The code comes too late"),
    "what.error_page": QT_TRANSLATE_NOOP("words.guided", "A page shows an error"),
    "what.costs": QT_TRANSLATE_NOOP("words.guided", "It costs more than it should"),
    "who.everybody": QT_TRANSLATE_NOOP("words.guided", "Nobody gets one"),
    "who.countries": QT_TRANSLATE_NOOP("words.guided", "People in some countries"),
    "who.users": QT_TRANSLATE_NOOP("words.guided", "Single users"),
    "who.carriers": QT_TRANSLATE_NOOP("words.guided", "Customers of certain mobile networks"),
    "who.own_phone": QT_TRANSLATE_NOOP("words.guided", "Everybody but the phone that the account belongs to"),
    "who.sometimes": QT_TRANSLATE_NOOP("words.guided", "Anybody, now and then"),
    "users.one": QT_TRANSLATE_NOOP("words.guided", "Others with the same country and network get theirs"),
    "users.other_number": QT_TRANSLATE_NOOP("words.guided", "The code goes to an old or wrong number"),
    "users.cannot_enrol": QT_TRANSLATE_NOOP("words.guided", "They cannot add their phone"),
    "since.november": QT_TRANSLATE_NOOP("words.guided", "It worked until 18 November 2026"),
    "since.secret": QT_TRANSLATE_NOOP("words.guided", "Since a secret was replaced"),
    "since.another_day": QT_TRANSLATE_NOOP("words.guided", "Since another day"),
    "since.never": QT_TRANSLATE_NOOP("words.guided", "It never worked"),
    "test.arrives": QT_TRANSLATE_NOOP("words.guided", "It arrives"),
    "test.refused": QT_TRANSLATE_NOOP("words.guided", "Vonage refuses it"),
    "test.lost": QT_TRANSLATE_NOOP("words.guided", "Vonage takes it, and it does not arrive"),
    "test.not_tried": QT_TRANSLATE_NOOP("words.guided", "I cannot send one"),
    "log.sent": QT_TRANSLATE_NOOP("words.guided", "A message was sent (gd_send_sms)"),
    "log.failure": QT_TRANSLATE_NOOP("words.guided", "A message failed (gd_send_sms_failure)"),
    "log.nothing": QT_TRANSLATE_NOOP("words.guided", "A login, and nothing of a message"),
    "log.no_access": QT_TRANSLATE_NOOP("words.guided", "I cannot look at the log"),
    "message.signs": QT_TRANSLATE_NOOP("words.guided", "Question marks or boxes in place of characters"),
    "message.no_code": QT_TRANSLATE_NOOP("words.guided", "There is no code in it"),
    "message.text": QT_TRANSLATE_NOOP("words.guided", "It is not the text that was set"),
    "message.sender": QT_TRANSLATE_NOOP("words.guided", "It comes from another sender than set"),
    "message.two": QT_TRANSLATE_NOOP("words.guided", "Two of them come"),
    "message.pieces": QT_TRANSLATE_NOOP("words.guided", "It comes in pieces, or is cut"),
    "message.empty": QT_TRANSLATE_NOOP("words.guided", "It is empty"),
    "message.call": QT_TRANSLATE_NOOP("words.guided", "A call comes in its place"),
    "asked.nobody": QT_TRANSLATE_NOOP("words.guided", "Nobody is asked"),
    "asked.remembered": QT_TRANSLATE_NOOP("words.guided", "Who logged in from the same browser before"),
    "asked.other": QT_TRANSLATE_NOOP("words.guided", "People are asked for something else, such as an app"),
    "page.too_many": QT_TRANSLATE_NOOP("words.guided", "That there were too many messages or tries"),
    "page.hangs": QT_TRANSLATE_NOOP("words.guided", "It hangs, or says that something went wrong"),
    "page.refused": QT_TRANSLATE_NOOP("words.guided", "The setup is refused with 403"),
    "page.cannot_enrol": QT_TRANSLATE_NOOP("words.guided", "A phone cannot be added"),
}


def ask(question: str) -> Text:
    """Return a question in words; raises KeyError for one that has none."""
    return text(_QUESTIONS[question])


def offer(question: str, choice: str) -> Text:
    """Return a choice of a question in words; raises KeyError for one that has none."""
    if choice == UNKNOWN:
        return text(QT_TRANSLATE_NOOP("words.guided", "I do not know"))
    return text(_CHOICES[f"{question}.{choice}"])
