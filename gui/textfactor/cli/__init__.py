"""The command line: a second face of the same services. stdout carries the answer alone, stderr the rest."""
