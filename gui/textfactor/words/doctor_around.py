"""What the doctor found outside of the tenant, why checks were skipped, and what to do about each, in words."""

from typing import Final

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP

TITLES: Final[dict[str, Marked]] = {
    "vonage.reach": QT_TRANSLATE_NOOP("words.doctor", "Vonage can be reached"),
    "vonage.credentials": QT_TRANSLATE_NOOP("words.doctor", "Vonage takes the credentials"),
    "vonage.numbers": QT_TRANSLATE_NOOP("words.doctor", "Rented numbers"),
    "vonage.sender": QT_TRANSLATE_NOOP("words.doctor", "Sender"),
    "local.runtime": QT_TRANSLATE_NOOP("words.doctor", "What runs the sender here"),
    "local.clock": QT_TRANSLATE_NOOP("words.doctor", "This computer's clock"),
    "keyring.mode": QT_TRANSLATE_NOOP("words.doctor", "Where secrets are kept"),
}

CASES: Final[dict[tuple[str, str], Marked]] = {
    ("vonage.reach", "fine"): QT_TRANSLATE_NOOP("words.doctor", "It answers."),
    ("vonage.credentials", "fine"): QT_TRANSLATE_NOOP("words.doctor", "Key and secret belong to an account."),
    ("vonage.numbers", "some"): QT_TRANSLATE_NOOP(
        "words.doctor", "The account rents {count}; {able} can send SMS."
    ),
    ("vonage.numbers", "mute"): QT_TRANSLATE_NOOP(
        "words.doctor", "The account rents {count}, but none of them can send SMS."
    ),
    ("vonage.numbers", "none"): QT_TRANSLATE_NOOP(
        "words.doctor", "The account rents none. The US and Canada take nothing else as sender."
    ),
    ("vonage.sender", "name"): QT_TRANSLATE_NOOP(
        "words.doctor", "“{sender}” is a name. Most countries take one; the US and Canada do not."
    ),
    ("vonage.sender", "numbers_unread"): QT_TRANSLATE_NOOP(
        "words.doctor", "The account's numbers could not be read, so whose number this is stays open."
    ),
    ("vonage.sender", "not_owned"): QT_TRANSLATE_NOOP(
        "words.doctor",
        "The number is none of the account's; many countries replace or refuse it (status 15).",
    ),
    ("vonage.sender", "cannot_send"): QT_TRANSLATE_NOOP(
        "words.doctor", "The account rents the number, but it cannot send SMS."
    ),
    ("vonage.sender", "own_number"): QT_TRANSLATE_NOOP("words.doctor", "The number belongs to the account."),
    ("local.runtime", "node"): QT_TRANSLATE_NOOP("words.doctor", "{engine}, as at Auth0 ({runtime})."),
    ("local.runtime", "other_node"): QT_TRANSLATE_NOOP(
        "words.doctor",
        "{engine}; at Auth0 it is {runtime}. The sender uses nothing that only one of them has.",
    ),
    ("local.runtime", "embedded"): QT_TRANSLATE_NOOP(
        "words.doctor", "{engine}, embedded; close enough to try the sender. Auth0 itself has Node."
    ),
    ("local.runtime", "none"): QT_TRANSLATE_NOOP(
        "words.doctor", "Nothing here can run the sender. Your tenant is not concerned."
    ),
    ("local.clock", "right"): QT_TRANSLATE_NOOP("words.doctor", "It agrees with Auth0's."),
    ("local.clock", "untold"): QT_TRANSLATE_NOOP("words.doctor", "No answer told the time."),
    ("local.clock", "ahead"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is {seconds} seconds ahead; tokens may count as expired."
    ),
    ("local.clock", "behind"): QT_TRANSLATE_NOOP(
        "words.doctor", "It is {seconds} seconds behind; tokens may count as not valid yet."
    ),
}

SKIPPED: Final[dict[str, Marked]] = {
    "offline": QT_TRANSLATE_NOOP("words.doctor", "Not tried: it needs a network, and offline was asked for."),
    "no_vonage": QT_TRANSLATE_NOOP("words.doctor", "Not tried: no Vonage account is known."),
    "no_tenant": QT_TRANSLATE_NOOP("words.doctor", "Not tried: no Auth0 tenant is known."),
    "no_secret": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the secret is not at hand."),
    "no_world": QT_TRANSLATE_NOOP("words.doctor", "Not tried: no profile is open."),
    "no_sender": QT_TRANSLATE_NOOP("words.doctor", "Not tried: no sender was chosen yet."),
    "no_action": QT_TRANSLATE_NOOP("words.doctor", "Not tried: there is no Action to look at."),
    "no_sends": QT_TRANSLATE_NOOP("words.doctor", "Nothing to judge: the log has no message yet."),
    "no_run": QT_TRANSLATE_NOOP("words.doctor", "Not tried: nothing was set up from this computer."),
    "unreachable": QT_TRANSLATE_NOOP("words.doctor", "Not tried: nobody answered."),
    "refused": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the credentials were refused."),
    "limited": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the limit of requests is used up."),
    "scopes": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the token lacks the right to read it."),
    "plan": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the tenant's plan does not have it."),
    "unread": QT_TRANSLATE_NOOP("words.doctor", "Not tried: the tenant could not be read to its end."),
    "not_offered": QT_TRANSLATE_NOOP(
        "words.doctor", "Not to be had here: Auth0 offers it to some tenants only. Codes go out without it."
    ),
    "practice": QT_TRANSLATE_NOOP(
        "words.doctor", "Not tried: the practice world keeps nothing in the keyring."
    ),
}

GRANT: Final[Marked] = QT_TRANSLATE_NOOP(
    "words.doctor",
    "To be told, grant {scope}: Auth0 Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, the "
    "application.",
)
FIXES: Final[dict[str, Marked]] = {
    "auth0.scopes": QT_TRANSLATE_NOOP(
        "words.doctor",
        "Grant them: Auth0 Dashboard, Applications, APIs, Auth0 Management API, Machine to Machine, the application.",
    ),
    "auth0.path": QT_TRANSLATE_NOOP(
        "words.doctor", "Run Setup again: it plans for the path that Auth0 answers on."
    ),
    "auth0.action.exists": QT_TRANSLATE_NOOP("words.doctor", "Run Setup: it shows a plan before it writes."),
    "auth0.action.built": QT_TRANSLATE_NOOP(
        "words.doctor", "Look again in a minute; if it stays so, let Setup write the Action anew."
    ),
    "auth0.action.deployed": QT_TRANSLATE_NOOP("words.doctor", "Deploy it; the plan in Setup does."),
    "auth0.action.bound": QT_TRANSLATE_NOOP(
        "words.doctor", "Let Setup make the plan; it binds ours and keeps others."
    ),
    "auth0.action.runtime": QT_TRANSLATE_NOOP(
        "words.doctor", "Let Setup write the Action with the current runtime."
    ),
    "auth0.secrets": QT_TRANSLATE_NOOP(
        "words.doctor", "Put key and secret in again; they are written together."
    ),
    "auth0.action.reads_answer": QT_TRANSLATE_NOOP(
        "words.doctor", "Let Setup put its sender in; the plan shows the difference."
    ),
    "auth0.provider": QT_TRANSLATE_NOOP(
        "words.doctor", "Let Setup select the custom provider; the plan shows it first."
    ),
    "auth0.factor": QT_TRANSLATE_NOOP("words.doctor", "Turn it on in Setup."),
    "auth0.message_types": QT_TRANSLATE_NOOP(
        "words.doctor", "Let Setup choose SMS; the plan shows it first."
    ),
    "auth0.asks": QT_TRANSLATE_NOOP(
        "words.doctor", "Choose a policy in Setup, or let an Action after the login ask for MFA."
    ),
    "auth0.templates": QT_TRANSLATE_NOOP("words.doctor", "Mend the text under Messages."),
    "auth0.log": QT_TRANSLATE_NOOP(
        "words.doctor", "Paste the newest row into Troubleshoot for the whole answer."
    ),
    "auth0.rate_limits": QT_TRANSLATE_NOOP(
        "words.doctor",
        "Wait for the limit to pass; if it comes in bursts, look for SMS pumping in Troubleshoot.",
    ),
    "auth0.protection": QT_TRANSLATE_NOOP(
        "words.doctor", "Turn it on: Auth0 Dashboard, Security, Attack Protection."
    ),
    "auth0.leftovers": QT_TRANSLATE_NOOP(
        "words.doctor", "Move to the tenant's path in Setup; the old one goes."
    ),
    "setup.drift": QT_TRANSLATE_NOOP(
        "words.doctor", "Look at the difference in Setup; one press makes the plan."
    ),
    "vonage.key": QT_TRANSLATE_NOOP("words.doctor", "Compare it with the Vonage dashboard, API settings."),
    "vonage.balance": QT_TRANSLATE_NOOP("words.doctor", "Top the account up, or let it reload by itself."),
    "vonage.numbers": QT_TRANSLATE_NOOP(
        "words.doctor", "Rent a number with SMS if you send to the US or Canada."
    ),
    "vonage.trial": QT_TRANSLATE_NOOP(
        "words.doctor", "Top the account up, or add the number to its test list."
    ),
    "vonage.sender": QT_TRANSLATE_NOOP("words.doctor", "Choose one of the account's numbers, or a name."),
    "local.runtime": QT_TRANSLATE_NOOP("words.doctor", "Install Node 22 to try the sender here."),
    "local.clock": QT_TRANSLATE_NOOP("words.doctor", "Let the system set the clock from the network."),
}
"""What to do about a check that failed or warns, where the finding has no steps of its own."""
