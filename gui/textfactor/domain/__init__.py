"""What the program talks about: frozen dataclasses and pure functions, standard library only."""
