"""Benchmarks: `make bench` prints one JSON object. Ratios against a baseline of the same run, never bare times alone."""
