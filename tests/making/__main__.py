"""Makes them: `python -m tests.making translations icon`."""

import sys

from tests.making import icon, translations


def main() -> None:
    """Make what the arguments name."""
    for name in sys.argv[1:]:
        if name == "translations":
            translations.update()
        elif name == "icon":
            icon.draw().save(str(icon.PICTURE))
        else:
            sys.exit(f"nothing is made under the name {name!r}")


if __name__ == "__main__":
    main()
