"""Asks the encoder and an independent one for the same random texts, a million of them unless told otherwise.

    python -m tests.bench.encoder [COUNT]

Prints one line of JSON and ends with 1 when they differ anywhere.
"""

import json
import sys
import time

from tests.support.gsm_oracle import Opinion, Oracle, texts

from textfactor.domain.sms_text import Encoding, measure


def measure_agreement(count: int) -> dict[str, object]:
    """Compare `count` texts and say how many differ, with the first few that do."""
    oracle = Oracle()
    begin = time.perf_counter()
    differ: list[str] = []
    ucs2 = 0
    for text in texts(count, 1):
        found = measure(text)
        ours = Opinion(found.encoding is Encoding.GSM7, found.units, found.parts, found.units_left)
        ucs2 += not ours.gsm7
        if ours != oracle.judge(text):
            differ.append(text)
    seconds = round(time.perf_counter() - begin, 1)
    return {"texts": count, "ucs2": ucs2, "differ": len(differ), "first": differ[:5], "seconds": seconds}


if __name__ == "__main__":
    told = measure_agreement(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
    sys.stdout.write(json.dumps(told) + "\n")
    sys.exit(1 if told["differ"] else 0)
