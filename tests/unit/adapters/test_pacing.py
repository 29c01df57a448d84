"""How fast, and how often."""

import pytest

from textfactor.adapters.pacing import LONGEST_WAIT, Pace, retry_read
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service


class Time:
    """A clock that the pauses move."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


class Tenant:
    """A tenant's bucket as Auth0 keeps it."""

    def __init__(self, time: Time, burst: int, per_second: float) -> None:
        self.time, self.burst, self.per_second = time, burst, per_second
        self.level, self.seen, self.refused = float(burst), 0.0, 0

    def ask(self, pace: Pace) -> None:
        pace.take()
        self.level = min(self.burst, self.level + (self.time() - self.seen) * self.per_second)
        self.seen = self.time()
        if self.level < 1:
            self.refused += 1
        else:
            self.level -= 1
        pace.learn({"x-ratelimit-limit": str(self.burst), "x-ratelimit-remaining": str(int(self.level))})


@pytest.mark.parametrize(
    ("burst", "per_second", "at_most", "at_least"),
    [(2, 2.0, 20.0, 19.0), (10, 2.5, 16.5, 15.0), (50, 16.0, 0.0, 0.0)],
)
def test_forty_requests_on_each_plan(burst, per_second, at_most, at_least):
    time = Time()
    pace, tenant = Pace(time, time.pause), Tenant(time, burst, per_second)
    for _ in range(40):
        tenant.ask(pace)
    assert tenant.refused == 0
    assert at_least <= time.now <= at_most


def test_the_burst_of_a_large_plan_is_used_once_then_two_a_second():
    time = Time()
    pace, tenant = Pace(time, time.pause), Tenant(time, 50, 16.0)
    for _ in range(148):
        tenant.ask(pace)
    assert time.now == pytest.approx((148 - 48) / 2, abs=1.0)


def test_before_the_first_answer_requests_go_one_by_one():
    time = Time()
    pace = Pace(time, time.pause)
    for _ in range(4):
        pace.take()
    assert time.pauses == [0.5, 0.5, 0.5]


def test_what_others_use_up_is_left_to_them():
    time = Time()
    pace = Pace(time, time.pause)
    pace.take()
    pace.learn({"x-ratelimit-limit": "50", "x-ratelimit-remaining": "49"})
    pace.take()
    pace.learn({"x-ratelimit-limit": "50", "x-ratelimit-remaining": "2"})
    pace.take()
    assert time.pauses == [0.5]


@pytest.mark.parametrize("value", ["", "many", "-1", "9" * 20, None])
def test_odd_headers_change_nothing(value):
    time = Time()
    pace = Pace(time, time.pause)
    pace.learn({} if value is None else {"x-ratelimit-limit": value, "x-ratelimit-remaining": value})
    pace.take()
    assert time.pauses == []


def failing(*problems: Problem | None):
    left = list(problems)

    def read() -> str:
        problem = left.pop(0)
        if problem is not None:
            raise ProblemError(problem)
        return "done"

    return read, left


def of(kind: ProblemKind, retry_after: float | None = None) -> Problem:
    return Problem(kind, Service.AUTH0, retry_after=retry_after)


def test_a_read_is_tried_again_twice():
    pauses: list[float] = []
    read, _ = failing(of(ProblemKind.SERVICE_FAULT), of(ProblemKind.RATE_LIMITED, 3.0), None)
    assert retry_read(read, pauses.append) == "done"
    assert pauses == [0.5, 3.0]


def test_the_third_failure_is_told():
    read, left = failing(*[of(ProblemKind.TIMED_OUT)] * 5)
    with pytest.raises(ProblemError):
        retry_read(read, lambda _s: None)
    assert len(left) == 2


@pytest.mark.parametrize(
    "problem",
    [
        of(ProblemKind.BAD_CREDENTIALS),
        of(ProblemKind.NOT_THE_SERVICE),
        of(ProblemKind.NAME_NOT_FOUND),
        of(ProblemKind.RATE_LIMITED, LONGEST_WAIT + 1),
    ],
)
def test_what_will_not_pass_is_told_at_once(problem):
    read, left = failing(problem, None)
    with pytest.raises(ProblemError):
        retry_read(read, lambda _s: None)
    assert len(left) == 1
