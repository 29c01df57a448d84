"""What the doctor found in a tenant, in words: a title for each check, a sentence for each case, and what to do."""

from typing import Final

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

TITLES: Final[dict[str, Marked]] = {
    "auth0.reach": QT_TRANSLATE_NOOP("words.doctor", "Auth0 can be reached"),
    "auth0.access": QT_TRANSLATE_NOOP("words.doctor", "Auth0 takes the credentials"),
    "auth0.scopes": QT_TRANSLATE_NOOP("words.doctor", "Rights of the token"),
    "auth0.path": QT_TRANSLATE_NOOP("words.doctor", "Phone path"),
    "auth0.action.exists": QT_TRANSLATE_NOOP("words.doctor", "An Action for the codes"),
    "auth0.action.built": QT_TRANSLATE_NOOP("words.doctor", "The Action is built"),
    "auth0.action.deployed": QT_TRANSLATE_NOOP("words.doctor", "The Action is deployed"),
    "auth0.action.bound": QT_TRANSLATE_NOOP("words.doctor", "The Action is bound to its trigger"),
    "auth0.action.runtime": QT_TRANSLATE_NOOP("words.doctor", "The Action's runtime"),
    "auth0.secrets": QT_TRANSLATE_NOOP("words.doctor", "The Action's secrets"),
    "auth0.action.reads_answer": QT_TRANSLATE_NOOP("words.doctor", "The Action looks at Vonage's answer"),
    "auth0.provider": QT_TRANSLATE_NOOP("words.doctor", "Phone provider"),
    "auth0.factor": QT_TRANSLATE_NOOP("words.doctor", "SMS factor"),
    "auth0.message_types": QT_TRANSLATE_NOOP("words.doctor", "How codes are delivered"),
    "auth0.asks": QT_TRANSLATE_NOOP("words.doctor", "Somebody asks for a second factor"),
    "auth0.templates": QT_TRANSLATE_NOOP("words.doctor", "Texts of the messages"),
    "auth0.log": QT_TRANSLATE_NOOP("words.doctor", "The last messages in the log"),
    "auth0.rate_limits": QT_TRANSLATE_NOOP("words.doctor", "Limits in the log"),
    "auth0.protection": QT_TRANSLATE_NOOP("words.doctor", "Protection against repeated messages"),
    "auth0.leftovers": QT_TRANSLATE_NOOP("words.doctor", "Left over from earlier"),
    "setup.drift": QT_TRANSLATE_NOOP("words.doctor", "As the last run left it"),
}

CASES: Final[dict[tuple[str, str], Marked]] = {
    ("auth0.reach", "fine"): QT_TRANSLATE_NOOP("words.doctor", "It answers."),
    ("auth0.access", "fine"): QT_TRANSLATE_NOOP("words.doctor", "A token was granted."),
    ("auth0.scopes", "all"): QT_TRANSLATE_NOOP("words.doctor", "The token has every right that is needed."),
    ("auth0.scopes", "silent"): QT_TRANSLATE_NOOP("words.doctor", "The token does not tell its rights."),
    ("auth0.scopes", "reads"): QT_TRANSLATE_NOOP(
        "words.doctor", "Missing: {scopes}. Parts of the tenant cannot be read without them."
    ),
    ("auth0.scopes", "writes"): QT_TRANSLATE_NOOP(
        "words.doctor", "Missing: {scopes}. Codes go out all the same, but changes from here will be refused."
    ),
    ("auth0.path", "unified"): QT_TRANSLATE_NOOP(
        "words.doctor", "Unified: one phone provider for everything."
    ),
    ("auth0.path", "legacy"): QT_TRANSLATE_NOOP(
        "words.doctor", "Legacy: Guardian hands messages to the Action."
    ),
    ("auth0.path", "flag_denies"): QT_TRANSLATE_NOOP(
        "words.doctor",
        "The tenant's setting says legacy, but Auth0 refuses legacy calls: it was moved to the unified path.",
    ),
    ("auth0.path", "probe_denies"): QT_TRANSLATE_NOOP(
        "words.doctor", "The tenant's setting says unified, but legacy calls are still answered."
    ),
    ("auth0.action.exists", "ours"): QT_TRANSLATE_NOOP(
        "words.doctor", "“{name}” has the sender of Textfactor."
    ),
    ("auth0.action.exists", "foreign"): QT_TRANSLATE_NOOP(
        "words.doctor", "“{name}” is somebody else's; it is judged by its settings and its code."
    ),
    ("auth0.action.exists", "none"): QT_TRANSLATE_NOOP(
        "words.doctor",
        "No Action stands on the trigger of the tenant's path, so nothing hands codes to Vonage.",
    ),
    ("auth0.action.exists", "elsewhere"): QT_TRANSLATE_NOOP(
        "words.doctor", "There is an Action, but on the other path's trigger, which this tenant does not run."
    ),
    ("auth0.action.built", "built"): QT_TRANSLATE_NOOP("words.doctor", "Auth0 has built it."),
    ("auth0.action.built", "failed"): QT_TRANSLATE_NOOP(
        "words.doctor", "Auth0 could not build it; an earlier version runs, or none."
    ),
    ("auth0.action.built", "pending"): QT_TRANSLATE_NOOP(
        "words.doctor", "Auth0 is not done with it ({state}). That takes seconds, at most two minutes."
    ),
    ("auth0.action.deployed", "current"): QT_TRANSLATE_NOOP("words.doctor", "What is saved is what runs."),
    ("auth0.action.deployed", "never"): QT_TRANSLATE_NOOP(
        "words.doctor", "It was saved, but never deployed: it does not run."
    ),
    ("auth0.action.deployed", "draft_newer"): QT_TRANSLATE_NOOP(
        "words.doctor", "The draft is newer than what runs: a new secret or new code has no effect yet."
    ),
    ("auth0.action.bound", "bound"): QT_TRANSLATE_NOOP("words.doctor", "The trigger runs it."),
    ("auth0.action.bound", "unbound"): QT_TRANSLATE_NOOP(
        "words.doctor", "The trigger does not run it, so it is never asked to send."
    ),
    ("auth0.action.bound", "twice"): QT_TRANSLATE_NOOP(
        "words.doctor", "Other Actions on the trigger send too ({count}): people may get two codes."
    ),
    ("auth0.action.runtime", "current"): QT_TRANSLATE_NOOP("words.doctor", "{runtime}, the current one."),
    ("auth0.action.runtime", "older"): QT_TRANSLATE_NOOP(
        "words.doctor", "{runtime} still runs, but is not the current one."
    ),
    ("auth0.action.runtime", "ended"): QT_TRANSLATE_NOOP(
        "words.doctor", "{runtime} has ended; Auth0 does not promise that it runs."
    ),
    ("auth0.action.runtime", "new"): QT_TRANSLATE_NOOP("words.doctor", "{runtime} is not known here."),
    ("auth0.secrets", "complete"): QT_TRANSLATE_NOOP(
        "words.doctor", "All that the code needs are set ({count}). Their values cannot be read."
    ),
    ("auth0.secrets", "missing"): QT_TRANSLATE_NOOP(
        "words.doctor", "Not set: {names}. The code runs without them, and Vonage refuses it."
    ),
    ("auth0.action.reads_answer", "reads"): QT_TRANSLATE_NOOP(
        "words.doctor", "Its code looks at what Vonage answers."
    ),
    ("auth0.action.reads_answer", "unreadable"): QT_TRANSLATE_NOOP(
        "words.doctor", "Its code could not be told to be a sender."
    ),
    ("auth0.action.reads_answer", "hook_signature"): QT_TRANSLATE_NOOP(
        "words.doctor", "Its code is that of a Hook, which no Action runs."
    ),
    ("auth0.action.reads_answer", "ignores_answer"): QT_TRANSLATE_NOOP(
        "words.doctor",
        "It does not look at the answer. Vonage refuses with HTTP 200, so that looks like a success.",
    ),
    ("auth0.action.reads_answer", "does_not_wait"): QT_TRANSLATE_NOOP(
        "words.doctor", "It does not wait for the answer, and may end before the message is out."
    ),
    ("auth0.action.reads_answer", "sends_nothing"): QT_TRANSLATE_NOOP(
        "words.doctor", "No request to anybody was found in its code."
    ),
    ("auth0.provider", "custom"): QT_TRANSLATE_NOOP("words.doctor", "Messages are handed to the Action."),
    ("auth0.provider", "missing"): QT_TRANSLATE_NOOP(
        "words.doctor", "There is none, so no message goes out."
    ),
    ("auth0.provider", "other"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is {provider}: the Action is never asked to send."
    ),
    ("auth0.provider", "disabled"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is disabled, so no message goes out."
    ),
    ("auth0.provider", "voice_only"): QT_TRANSLATE_NOOP(
        "words.doctor", "It delivers voice calls only, no SMS."
    ),
    ("auth0.factor", "on"): QT_TRANSLATE_NOOP("words.doctor", "It is on."),
    ("auth0.factor", "off"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is off: nobody is asked for a code by SMS."
    ),
    ("auth0.message_types", "fine"): QT_TRANSLATE_NOOP("words.doctor", "By: {types}."),
    ("auth0.message_types", "none"): QT_TRANSLATE_NOOP("words.doctor", "Neither SMS nor voice is chosen."),
    ("auth0.message_types", "voice_only"): QT_TRANSLATE_NOOP(
        "words.doctor", "By voice only; SMS is not chosen."
    ),
    ("auth0.message_types", "beyond"): QT_TRANSLATE_NOOP(
        "words.doctor", "The factor offers {types}, which the phone provider does not deliver."
    ),
    ("auth0.asks", "always"): QT_TRANSLATE_NOOP("words.doctor", "The policy asks at every login."),
    ("auth0.asks", "adaptive"): QT_TRANSLATE_NOOP(
        "words.doctor", "Adaptive MFA asks when a login looks risky."
    ),
    ("auth0.asks", "action"): QT_TRANSLATE_NOOP(
        "words.doctor", "An Action after the login may ask ({count}); on what condition is in its code."
    ),
    ("auth0.asks", "nobody"): QT_TRANSLATE_NOOP(
        "words.doctor", "No policy and no Action asks, so no login sends a code."
    ),
    ("auth0.templates", "fine"): QT_TRANSLATE_NOOP(
        "words.doctor", "The texts of login and enrolment hold a code."
    ),
    ("auth0.templates", "disabled"): QT_TRANSLATE_NOOP(
        "words.doctor", "A text is disabled ({template}); an empty message is sent, which Vonage refuses."
    ),
    ("auth0.log", "fine"): QT_TRANSLATE_NOOP(
        "words.doctor", "The last {count} were handed over without a failure. That is not yet delivered."
    ),
    ("auth0.log", "failing"): QT_TRANSLATE_NOOP(
        "words.doctor", "{count} of the last {total} failed, the newest among them."
    ),
    ("auth0.log", "failed_before"): QT_TRANSLATE_NOOP(
        "words.doctor", "Some earlier messages failed ({count} of the last {total}); the newest went out."
    ),
    ("auth0.rate_limits", "none"): QT_TRANSLATE_NOOP("words.doctor", "No limit was hit lately."),
    ("auth0.rate_limits", "seen"): QT_TRANSLATE_NOOP(
        "words.doctor", "Limits were hit {count} times ({types}): some people were sent no code."
    ),
    ("auth0.protection", "on"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is on ({kind}): who asks for codes again and again has to wait."
    ),
    ("auth0.protection", "off"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is off: whoever asks for codes again and again costs you a message each time."
    ),
    ("auth0.leftovers", "none"): QT_TRANSLATE_NOOP("words.doctor", "Nothing."),
    ("auth0.leftovers", "hook"): QT_TRANSLATE_NOOP(
        "words.doctor", "An old Hook is still on ({count}). Hooks have not run since 18 Nov 2026."
    ),
    ("auth0.leftovers", "action"): QT_TRANSLATE_NOOP(
        "words.doctor", "An Action stands on the other path's trigger ({count}), where it sends nothing."
    ),
    ("setup.drift", "none"): QT_TRANSLATE_NOOP("words.doctor", "Nothing has changed since."),
    ("setup.drift", "differs"): QT_TRANSLATE_NOOP(
        "words.doctor", "Changed since, outside of this program: {parts}."
    ),
    ("setup.drift", "unfinished"): QT_TRANSLATE_NOOP(
        "words.doctor", "The last run did not come to its end ({done} changes were made)."
    ),
}

FAILED_THEN: Final[Marked] = QT_TRANSLATE_NOOP("words.doctor", "What stood in the way then, and may be over:")
FAILED_THEN_STEP: Final[Marked] = QT_TRANSLATE_NOOP(
    "words.doctor", "Nothing is to be mended unless it comes back; Troubleshoot explains the rows."
)
"""Around the title of the article on failures that are over: its own steps would mend what may be mended by now."""
