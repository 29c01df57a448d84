"""What taking back leaves alone: parts that somebody has changed since, and what it would be unsafe to do without them.

Stopping at the first such part left most of a run standing for the sake of one edited text. So taking back goes on
with all that nobody has touched. But parts rest on each other: to unbind or delete our Action under a provider that
somebody changed and that may still hand its messages to it, or to switch the factor on where the Action could not
be made again, would leave people with no code. Such a part stays too.
"""

from collections.abc import Collection

from textfactor.domain.code_digest import same_code
from textfactor.domain.plan import Change, DeploymentState, Resource
from textfactor.services.setup.resources.site import Site

_RESTS_ON: dict[Resource, frozenset[Resource]] = {
    Resource.SENDER: frozenset({Resource.DEPLOYMENT, Resource.BINDING, Resource.PROVIDER}),
    Resource.DEPLOYMENT: frozenset({Resource.SENDER}),
    Resource.BINDING: frozenset({Resource.SENDER, Resource.DEPLOYMENT, Resource.PROVIDER}),
    Resource.PROVIDER: frozenset({Resource.SENDER, Resource.DEPLOYMENT}),
    Resource.SELECTED_PROVIDER: frozenset({Resource.SENDER, Resource.DEPLOYMENT, Resource.BINDING}),
    Resource.FACTOR: frozenset(
        {
            Resource.SENDER,
            Resource.DEPLOYMENT,
            Resource.BINDING,
            Resource.PROVIDER,
            Resource.SELECTED_PROVIDER,
        }
    ),
    Resource.MESSAGE_TYPES: frozenset({Resource.PROVIDER, Resource.FACTOR}),
    Resource.OLD_SENDER: frozenset({Resource.OLD_BINDING}),
}
"""What holds a part back if it was left before it. Both orders are in it: a plan takes down, or builds up again."""


def is_held(change: Change, left: Collection[Resource]) -> bool:
    """Say whether a part must stay because of parts that were left: only what comes earlier in a plan can be."""
    return not _RESTS_ON.get(change.resource, frozenset()).isdisjoint(left)


def draft_moved_on(site: Site, change: Change) -> bool:
    """Say whether deploying an earlier version would carry off a draft that somebody has begun since.

    The version brings its own draft along, which takes the place of the one that is there.
    """
    after = change.after
    if not isinstance(after, DeploymentState) or not after.version:
        return False
    action = site.need_action()
    return not same_code(action.code, action.deployed_code or "")
