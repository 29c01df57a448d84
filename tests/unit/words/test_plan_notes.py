from textfactor.domain.plan import Change, FactorState, HookState, Plan, PolicyState, Purpose, Resource
from textfactor.words.plan_notes import hook_note, nobody_asked_note, still_asked_note

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


def test_switching_off_says_where_the_policy_can_be_changed_here():
    note = still_asked_note(plan(ASKS, Purpose.TURN_OFF, on=False))
    assert note is not None
    assert "wizard" in note[1].english()


def test_an_old_hook_that_a_set_up_leaves_is_told():
    def with_hook(purpose: Purpose, *, on: bool = True, back: bool = False) -> Plan:
        found = ((Resource.HOOK, HookState("send-sms", on)),)
        return Plan("acme.example", (), takes_back=back, purpose=purpose, found=found)

    note = hook_note(with_hook(Purpose.SET_UP))
    assert note is not None
    assert all(part in note[1].english() for part in ("send-sms", "18 Nov 2026", "--purpose move"))
    assert hook_note(with_hook(Purpose.MOVE)) is None
    assert hook_note(with_hook(Purpose.SET_UP, on=False)) is None
    assert hook_note(with_hook(Purpose.SET_UP, back=True)) is None
