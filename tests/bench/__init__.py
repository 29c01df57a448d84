"""Benchmarks: `make bench` prints one JSON object; ratios against a baseline of the same run, not bare times."""
