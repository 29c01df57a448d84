"""The sentences of both faces, without Qt: the window translates them, the command line prints them."""
