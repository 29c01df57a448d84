"""What lies in `resources/` and is made of something else there or of the program: made anew, and compared."""
