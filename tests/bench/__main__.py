"""Run the benchmarks named on the command line, or all of them, and print what they measured as JSON."""

import json
import sys

from tests.bench import archive, bulk, deploy_cli, diagnosis, gap, messages, practice, start, troubleshoot

BENCHMARKS = {
    "archive": archive.measure,
    "bulk": bulk.measure,
    "start": start.measure,
    "gap": gap.measure,
    "messages": messages.measure,
    "practice": practice.measure,
    "diagnosis": diagnosis.measure,
    "deploy_cli": deploy_cli.measure,
    "troubleshoot": troubleshoot.measure,
}


def main() -> int:
    names = sys.argv[1:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}\n")
        return 2
    json.dump({name: BENCHMARKS[name]() for name in names}, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
