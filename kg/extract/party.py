"""Bodies of the party, which lead others: under one of them "Lãnh đạo UBND tỉnh tập trung …" binds that body.

Pure functions of a reading and of the mentions that hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.names import Mention
from kg.extract.reading import Reading

_LEADS = re.compile(r"(?:Lãnh đạo|Chỉ đạo|Lãnh đạo, chỉ đạo) (?=[^\W\d_])")
_BODIES = (
    "Ban cán sự đảng",
    "Đảng đoàn",
    "Đảng ủy",
    "Ban Thường vụ",
    "Thường trực",
    "Huyện ủy",
    "Tỉnh ủy",
    "Thành ủy",
)


def leads_others(reading: Reading, start: int, held: Sequence[Mention]) -> bool:
    """Whether a clause under a body of the party begins with whom it leads: "Lãnh đạo UBND tỉnh tập trung …"."""
    return of_party([m.name.label for m in held]) and bool(_LEADS.match(reading.text, start))


def of_party(labels: Sequence[str]) -> bool:
    """Whether labels are those of bodies of the party, and of no other."""
    return bool(labels) and all(label.startswith(_BODIES) for label in labels)
