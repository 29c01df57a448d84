from textfactor.domain.plan import Change, FactorState, Plan, PolicyState, Purpose, Resource
from textfactor.words.plan_notes import nobody_asked_note, still_asked_note

ASKS, NEVER = PolicyState(("all-applications",)), PolicyState(())


def plan(found: PolicyState | None, purpose: Purpose, *, on: bool, policy: PolicyState | None = None) -> Plan:
    changes = [Change(Resource.FACTOR, FactorState(not on), FactorState(on), "PUT", "/guardian/factors/sms")]
    if policy is not None:
        changes.append(Change(Resource.POLICY, found, policy, "PUT", "/guardian/policies"))
    parts = () if found is None else ((Resource.POLICY, found),)
    return Plan("acme.example", tuple(changes), purpose=purpose, found=parts)


def test_switching_off_says_that_mfa_is_still_asked_for():
    assert still_asked_note(plan(ASKS, Purpose.TURN_OFF, on=False))
    assert still_asked_note(plan(ASKS, Purpose.REMOVE, on=False))
    assert still_asked_note(plan(NEVER, Purpose.TURN_OFF, on=False)) is None
    assert still_asked_note(plan(None, Purpose.TURN_OFF, on=False)) is None
    assert still_asked_note(plan(ASKS, Purpose.REMOVE, on=False, policy=NEVER)) is None
    assert still_asked_note(plan(ASKS, Purpose.TURN_ON, on=True)) is None


def test_a_set_up_that_nobody_will_notice_says_so():
    assert nobody_asked_note(plan(NEVER, Purpose.SET_UP, on=True), ())
    assert nobody_asked_note(plan(NEVER, Purpose.SET_UP, on=True), ("Step up",)) is None
    assert nobody_asked_note(plan(NEVER, Purpose.SET_UP, on=True, policy=ASKS), ()) is None
    assert nobody_asked_note(plan(ASKS, Purpose.SET_UP, on=True), ()) is None
    assert nobody_asked_note(plan(None, Purpose.SET_UP, on=True), ()) is None
    assert nobody_asked_note(plan(NEVER, Purpose.TURN_OFF, on=False), ()) is None
