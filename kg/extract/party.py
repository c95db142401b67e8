"""Bodies of the party, which lead others: under one of them "Lãnh đạo UBND tỉnh tập trung …" binds that body.

Pure functions of a reading and of the mentions that hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.names import Mention
from kg.extract.reading import Reading

_LEADS = re.compile(r"(?:Lãnh đạo|Chỉ đạo|Lãnh đạo, chỉ đạo) (?=[^\W\d_])")
PARTY_BODIES = (
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
    party = bool(held) and all(m.name.label.startswith(PARTY_BODIES) for m in held)
    return party and bool(_LEADS.match(reading.text, start))
