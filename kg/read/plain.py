"""Text and Markdown: the bytes are the text. Marks of Markdown stay; the layout knows to look past them."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_BINARY = "a binary file, not text; convert it to text first"


def read(data: bytes) -> str:
    """Return the text of UTF-8 (or, with its mark, UTF-16) bytes; raises ValueError with the reason."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as reason:
        if b"\0" in data:
            raise ValueError(_BINARY) from None
        raise ValueError(f"not {encoding.upper()} text (at byte {reason.start}); save it as UTF-8") from None
    if "\0" in text:
        raise ValueError(_BINARY)
    return text.replace("\r\n", "\n").replace("\r", "\n")
