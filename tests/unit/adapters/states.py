"""Plans, changes and answers that hypothesis makes up."""

from hypothesis import strategies as st

from textfactor.domain import plan as p
from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import Problem, ProblemKind, Service

words = st.text(st.characters(codec="utf-8"), max_size=20)
lists = st.lists(words, max_size=3).map(tuple)
templates = st.builds(p.TemplateState, words, st.booleans(), st.booleans())
senders = st.builds(p.SenderState, words, words, words, lists, words)
STATES = {
    p.Resource.SENDER: senders,
    p.Resource.DEPLOYMENT: st.builds(p.DeploymentState, words, words),
    p.Resource.BINDING: st.builds(p.BindingState, lists),
    p.Resource.PROVIDER: st.builds(p.ProviderState, words, st.booleans(), lists),
    p.Resource.FACTOR: st.builds(p.FactorState, st.booleans()),
    p.Resource.MESSAGE_TYPES: st.builds(p.MessageTypesState, lists),
    p.Resource.ENROLL_TEMPLATE: templates,
    p.Resource.VERIFY_TEMPLATE: templates,
    p.Resource.POLICY: st.builds(p.PolicyState, lists),
    p.Resource.SELECTED_PROVIDER: st.builds(p.SelectedProviderState, words),
    p.Resource.LEGACY_TEMPLATES: st.builds(p.LegacyTemplatesState, words, words),
    p.Resource.OLD_BINDING: st.builds(p.BindingState, lists),
    p.Resource.OLD_SENDER: senders,
    p.Resource.HOOK: st.builds(p.HookState, words, st.booleans()),
}
fates = st.lists(st.tuples(words, st.sampled_from(p.SecretFate)), max_size=3).map(tuple)
found = st.sampled_from(p.Resource).flatmap(lambda one: st.tuples(st.just(one), st.none() | STATES[one]))


def _change(resource: p.Resource) -> st.SearchStrategy[p.Change]:
    state = st.none() | STATES[resource]
    return st.builds(p.Change, st.just(resource), state, state, words, words, st.booleans(), fates)


changes = st.sampled_from(p.Resource).flatmap(_change)
plans = st.builds(
    p.Plan, st.just("acme.eu.auth0.com"), st.lists(changes, max_size=4).map(tuple),
    st.lists(st.sampled_from(p.Resource), max_size=3).map(tuple), st.booleans(), st.sampled_from(TenantPath),
    st.sampled_from(p.Purpose), st.lists(found, max_size=3).map(tuple),
)  # fmt: skip
problems = st.builds(
    Problem, st.sampled_from(ProblemKind), st.sampled_from(Service), words, st.none() | st.integers(100, 599),
    st.none() | words, st.none() | st.floats(0, 1e6),
)  # fmt: skip
