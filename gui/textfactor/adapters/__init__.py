"""The world outside: the two vendors, the keyring, files, JavaScript engines and the practice process."""
