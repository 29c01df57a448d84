"""What is being done right now, in words."""

from textfactor.domain.plan import Resource
from textfactor.services.context import Doing, Progress
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_SAYINGS: dict[Doing, Marked] = {
    Doing.COMPARING: QT_TRANSLATE_NOOP("words.progress", "Comparing with what was planned"),
    Doing.BUILDING: QT_TRANSLATE_NOOP("words.progress", "Auth0 is building the Action"),
    Doing.WRITING_FILES: QT_TRANSLATE_NOOP("words.progress", "Writing the files"),
    Doing.EXAMINING: QT_TRANSLATE_NOOP("words.progress", "Looking everything over"),
    Doing.STARTING_PRACTICE: QT_TRANSLATE_NOOP("words.progress", "Starting the practice world"),
    Doing.OPENING_PROFILE: QT_TRANSLATE_NOOP("words.progress", "Opening the profile"),
    Doing.READING_BALANCE: QT_TRANSLATE_NOOP("words.progress", "Reading the Vonage balance"),
    Doing.READING_NUMBERS: QT_TRANSLATE_NOOP("words.progress", "Reading the numbers of the Vonage account"),
    Doing.READING_PRICE: QT_TRANSLATE_NOOP("words.progress", "Reading what a message costs"),
    Doing.READING_REPORTS: QT_TRANSLATE_NOOP("words.progress", "Asking Vonage what became of the message"),
    Doing.KEEPING_SECRET: QT_TRANSLATE_NOOP("words.progress", "Keeping the secret in the keyring"),
    Doing.CHECKING_KEYRING: QT_TRANSLATE_NOOP("words.progress", "Asking the keyring, which may ask you"),
    Doing.SENDING: QT_TRANSLATE_NOOP("words.progress", "Sending one SMS"),
    Doing.RUNNING_SENDER: QT_TRANSLATE_NOOP(
        "words.progress", "Running the sender against the practice Vonage"
    ),
    Doing.GETTING_TOKEN: QT_TRANSLATE_NOOP("words.progress", "Getting a token from Auth0"),
    Doing.FINDING_PATH: QT_TRANSLATE_NOOP("words.progress", "Finding out which phone path the tenant is on"),
    Doing.READING_TENANT: QT_TRANSLATE_NOOP("words.progress", "Reading the tenant"),
    Doing.PLANNING: QT_TRANSLATE_NOOP("words.progress", "Making the plan"),
    Doing.STARTING_LOGIN: QT_TRANSLATE_NOOP("words.progress", "Starting a login"),
    Doing.WATCHING_LOG: QT_TRANSLATE_NOOP("words.progress", "Watching the tenant's log"),
    Doing.READING_LOG: QT_TRANSLATE_NOOP("words.progress", "Reading the tenant's log into the archive"),
    Doing.CHECKING_CODE: QT_TRANSLATE_NOOP("words.progress", "Handing in the code"),
}


def say(progress: Progress) -> Text:
    """Say what is under way. Numbers ("2 of 5") are the face's to add from `done` and `total`."""
    if progress.doing is Doing.WRITING:
        return _writing(progress.subject)
    if progress.doing is Doing.READING_EXPORT:
        return text(QT_TRANSLATE_NOOP("words.progress", "Reading {name}"), name=progress.subject)
    return text(_SAYINGS[progress.doing])


_WRITING = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.progress", "Writing the Action"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.progress", "Deploying the Action"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.progress", "Writing the trigger's bindings"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.progress", "Writing the phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.progress", "Switching the SMS factor"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.progress", "Writing the message types"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.progress", "Writing the enrolment text"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.progress", "Writing the verification text"),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP("words.progress", "Choosing the delivery provider"),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.progress", "Writing both texts"),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP("words.progress", "Writing the other trigger's bindings"),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP("words.progress", "Removing the other path's Action"),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.progress", "Switching the Hook off"),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.progress", "Writing the MFA policy"),
}


def _writing(subject: str) -> Text:
    """Name what is written; `subject` is the id of a change, which is the resource's name."""
    known = next((marked for resource, marked in _WRITING.items() if resource.value == subject), None)
    return text(known or QT_TRANSLATE_NOOP("words.progress", "Writing to the tenant"))
