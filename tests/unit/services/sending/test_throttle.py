import pytest

from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.services.sending.throttle import asked_to_wait


@pytest.mark.parametrize(
    ("parts", "milliseconds"),
    [
        ((PartResult("1", "Throughput Rate Exceeded - please wait [ 978 ] and retry"),), 978),
        ((PartResult("1", "please wait[250]"), PartResult("1", "Please wait [ 1250 ]")), 1250),
        ((PartResult("1", "please wait [ 999999999 ]"),), 60_000),
        ((PartResult("1", "please wait [ a while ]"),), 0),
        ((PartResult("1", "please wait [ 99999999999999 ]"),), 0),
        ((PartResult("9", "please wait [ 978 ]"),), 0),
        ((PartResult("0", message_id="id"),), 0),
        ((), 0),
    ],
)
def test_the_wait_is_read_from_status_1_alone(parts, milliseconds):
    assert asked_to_wait(SendResult(SendOutcome.REFUSED, parts)) == milliseconds
