"""Makes the file of a bundle: a zip with the same content twice, for a program and for a person."""

import io
import json
import zipfile

from textfactor.services.bundle.contents import Bundle

DATA, READABLE = "bundle.json", "bundle.txt"
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The date of the entries; when it was made stands nowhere else either."""


def as_json(bundle: Bundle) -> str:
    """Write the content as JSON, ASCII only."""
    return json.dumps(bundle.content, indent=2) + "\n"


def pack(bundle: Bundle, readable: str) -> bytes:
    """Pack both files; exactly these were shown before."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in ((READABLE, readable), (DATA, as_json(bundle))):
            packed.writestr(zipfile.ZipInfo(name, _WHEN), text.encode(), zipfile.ZIP_DEFLATED)
    return held.getvalue()
