"""The sentences of both faces, without Qt: English sources that the window translates and the command line prints."""
