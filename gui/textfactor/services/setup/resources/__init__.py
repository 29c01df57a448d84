"""One reader and one writer for each thing that a change can touch."""
