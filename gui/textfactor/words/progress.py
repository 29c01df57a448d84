"""What is being done right now, in words."""

from typing import Literal, assert_never

from textfactor.domain.plan import Resource
from textfactor.services.context import Doing, Progress
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_OfVonage = Literal[
    Doing.STARTING_PRACTICE,
    Doing.OPENING_PROFILE,
    Doing.READING_BALANCE,
    Doing.READING_NUMBERS,
    Doing.READING_PRICE,
    Doing.READING_REPORTS,
    Doing.KEEPING_SECRET,
    Doing.CHECKING_KEYRING,
    Doing.SENDING,
    Doing.RUNNING_SENDER,
]
_OfTenant = Literal[
    Doing.GETTING_TOKEN,
    Doing.FINDING_PATH,
    Doing.READING_TENANT,
    Doing.PLANNING,
    Doing.STARTING_LOGIN,
    Doing.WATCHING_LOG,
    Doing.READING_LOG,
    Doing.CHECKING_CODE,
]


def say(progress: Progress) -> Text:
    """Say what is under way. Numbers ("2 of 5") are the face's to add from `done` and `total`."""
    match progress.doing:
        case Doing.WRITING:
            return _writing(progress.subject)
        case Doing.COMPARING:
            return text(QT_TRANSLATE_NOOP("words.progress", "Comparing with what was planned"))
        case Doing.BUILDING:
            return text(QT_TRANSLATE_NOOP("words.progress", "Auth0 is building the Action"))
        case Doing.WRITING_FILES:
            return text(QT_TRANSLATE_NOOP("words.progress", "Writing the files"))
        case Doing.READING_EXPORT:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading {name}"), name=progress.subject)
        case (
            Doing.STARTING_PRACTICE
            | Doing.OPENING_PROFILE
            | Doing.READING_BALANCE
            | Doing.READING_NUMBERS
            | Doing.READING_PRICE
            | Doing.READING_REPORTS
            | Doing.KEEPING_SECRET
            | Doing.CHECKING_KEYRING
            | Doing.SENDING
            | Doing.RUNNING_SENDER
        ) as doing:
            return _of_vonage(doing)
        case (
            Doing.GETTING_TOKEN
            | Doing.FINDING_PATH
            | Doing.READING_TENANT
            | Doing.PLANNING
            | Doing.STARTING_LOGIN
            | Doing.WATCHING_LOG
            | Doing.READING_LOG
            | Doing.CHECKING_CODE
        ) as doing:
            return _of_tenant(doing)
        case _:
            assert_never(progress.doing)


def _of_vonage(doing: _OfVonage) -> Text:
    match doing:
        case Doing.STARTING_PRACTICE:
            return text(QT_TRANSLATE_NOOP("words.progress", "Starting the practice world"))
        case Doing.OPENING_PROFILE:
            return text(QT_TRANSLATE_NOOP("words.progress", "Opening the profile"))
        case Doing.READING_BALANCE:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading the Vonage balance"))
        case Doing.READING_NUMBERS:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading the numbers of the Vonage account"))
        case Doing.READING_PRICE:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading what a message costs"))
        case Doing.READING_REPORTS:
            return text(QT_TRANSLATE_NOOP("words.progress", "Asking Vonage what became of the message"))
        case Doing.KEEPING_SECRET:
            return text(QT_TRANSLATE_NOOP("words.progress", "Keeping the secret in the keyring"))
        case Doing.CHECKING_KEYRING:
            return text(QT_TRANSLATE_NOOP("words.progress", "Asking the keyring, which may ask you"))
        case Doing.SENDING:
            return text(QT_TRANSLATE_NOOP("words.progress", "Sending one SMS"))
        case Doing.RUNNING_SENDER:
            return text(QT_TRANSLATE_NOOP("words.progress", "Running the sender against the practice Vonage"))
        case _:
            assert_never(doing)


def _of_tenant(doing: _OfTenant) -> Text:
    match doing:
        case Doing.GETTING_TOKEN:
            return text(QT_TRANSLATE_NOOP("words.progress", "Getting a token from Auth0"))
        case Doing.FINDING_PATH:
            return text(QT_TRANSLATE_NOOP("words.progress", "Finding out which phone path the tenant is on"))
        case Doing.READING_TENANT:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading the tenant"))
        case Doing.PLANNING:
            return text(QT_TRANSLATE_NOOP("words.progress", "Making the plan"))
        case Doing.STARTING_LOGIN:
            return text(QT_TRANSLATE_NOOP("words.progress", "Starting a login"))
        case Doing.WATCHING_LOG:
            return text(QT_TRANSLATE_NOOP("words.progress", "Watching the tenant's log"))
        case Doing.READING_LOG:
            return text(QT_TRANSLATE_NOOP("words.progress", "Reading the tenant's log into the archive"))
        case Doing.CHECKING_CODE:
            return text(QT_TRANSLATE_NOOP("words.progress", "Handing in the code"))
        case _:
            assert_never(doing)


_WRITING = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.progress", "Writing the Action"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.progress", "Deploying the Action"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.progress", "Writing the trigger's bindings"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.progress", "Writing the phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.progress", "Switching the SMS factor"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.progress", "Writing the message types"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.progress", "Writing the enrolment text"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.progress", "Writing the verification text"),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.progress", "Writing the MFA policy"),
}


def _writing(subject: str) -> Text:
    """Name what is written; `subject` is the id of a change, which is the resource's name."""
    known = next((marked for resource, marked in _WRITING.items() if resource.value == subject), None)
    return text(known or QT_TRANSLATE_NOOP("words.progress", "Writing to the tenant"))
