"""Lists whose head is said once: "các Sở, ngành: Y tế, Nội vụ", "các Ban: Tổ chức, Nội chính Tỉnh ủy".

Where two kinds stand before the colon ("các Vụ, Cục: …"), an entry is of the one under which its name is known; no
entry is put under a kind by chance. The owner or the place that the last entry ends with is that of all.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import replace

from kg.extract import labels
from kg.extract.bodies import SEPARATOR
from kg.extract.groups import Groups
from kg.extract.lexicon import Body, Common, Entry, Field, Head, Post, lexicon, surnames
from kg.extract.names import Mention, Name
from kg.extract.places import LOWER_UNITS
from kg.language.scan import Hit
from kg.language.words import CAPITALS, SMALL, matching, pattern
from kg.records import Level

_SKIPPED = re.compile(r"[^,;.:\n]{1,60}[,;] ")
_COUNTED = pattern(r"(?:các|những|\d) $")
_ENUMERATOR = pattern(r"\((?:[ivx]{1,5}|\d{1,2}|[a-eđ])\) ?")
_INITIALS = re.compile(rf"[A-ZĐ]{{2,8}}(?:[&-][A-ZĐ]{{1,6}})*(?![\w&/-]| \d| [{CAPITALS}][{SMALL}])")
_NUMBER = re.compile(r"(?:số )?(?:\d{1,3}|[IVX]{1,4})(?![\w/])")
_SEAT = re.compile(rf"[{CAPITALS}][{SMALL}]+(?: [{CAPITALS}][{SMALL}]+){{0,2}}")
_SEATED = re.compile(rf"(.+ [{SMALL}]+) {_SEAT.pattern}$")
"""A name whose last words say where the body is: "Công ty Khai thác công trình thủy lợi An Lĩnh"."""
_LAST_NUMBER = re.compile(r" (?:số )?([IVX]{1,4}|\d{1,2}|miền (?:Bắc|Trung|Nam))$")
_NEXT_NUMBER = re.compile(r"(?:, ?| và )(?:số )?([IVX]{1,4}|\d{1,2})(?=[ ,;.)\n]|$)")
_NEXT_REGION = re.compile(r"(?:, ?| và )(miền (?:Bắc|Trung|Nam))(?!\w)")
_OWNER_BEHIND = pattern(rf" (?:của )?(?P<owner>{labels.OWNERS_OF_BOARDS})(?!\w)")
_OWN = frozenset({"tỉnh", "thành phố", *LOWER_UNITS})


class Lists(Groups):
    """Reads lists under one head besides bodies and groups."""

    @abstractmethod
    def _phrase(self, start: int, before: list[Mention]) -> list[Mention]:
        """Return the mentions of the phrase at an offset."""

    def _listed(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """A head over a list: "các Sở, ngành: Y tế, Nội vụ", "các Cục: Đường bộ Việt Nam, …"."""
        match = labels.LIST_HEAD.match(self.low, at)
        inside_word = self.text[at : at + 1].islower() and not (plural or before or post)
        if not match or inside_word or (match["head"] == "ban" and not plural):
            head = next((m.name.head for m in reversed(before) if m.name.head in labels.FIELD_HEADS), "")
            hit = self._longest(at, Field)
            borne = hit is not None and isinstance(hit.entry, Field) and head in hit.entry.heads
            if hit and borne and not self._longest(at, Body, Head):
                return [self._field(head, hit)]
            return self._boards(at) if plural else [] if post else self._named_on(at, before)
        found = self._entries(labels.list_heads(match["head"], match["more"]), match.end())
        return self._of_board(found, match["owner"]) if match["head"] == "ban" else _at_one_place(found)

    def _entries(self, heads: tuple[str, ...], at: int) -> list[Mention]:
        found: list[Mention] = []
        cursor, unknown = at, 0
        while unknown < 2:
            mark = _ENUMERATOR.match(self.low, cursor)
            cursor = mark.end() if mark else cursor
            entry = self._entry(heads, cursor) or self._misspelt(heads[0], cursor)
            unknown = 0 if entry else unknown + 1 + self.low.startswith("các ", cursor)
            found += entry
            found += self.numbered(entry[-1]) if entry else []
            separator = SEPARATOR.match(self.low, found[-1].last) if entry else _SKIPPED.match(self.low, cursor)
            if not separator:
                break
            cursor = separator.end()
        return found

    def _boards(self, at: int) -> list[Mention]:
        """Boards without a colon, by the committee or council behind them: "các Ban Tổ chức, Nội chính Tỉnh ủy"."""
        found: list[Mention] = []
        cursor = at + len("ban ") if self.low.startswith("ban ", at) else -1
        while cursor > 0 and (hit := self._longest(cursor, Field)):
            if not isinstance(hit.entry, Field) or "Ban" not in hit.entry.heads:
                break
            found.append(self._field("Ban", hit))
            separator = SEPARATOR.match(self.low, hit.end)
            cursor = separator.end() if separator else -1
        owned = cursor < 0 and len(found) > 1 and _OWNER_BEHIND.match(self.low, found[-1].last)
        return self._of_board([replace(found[0], start=at), *found[1:]], None) if owned else []

    def numbered(self, last: Mention) -> list[Mention]:
        """The same name with the numbers or regions that follow: "Khu Quản lý đường bộ III và IV"."""
        found: list[Mention] = []
        number = _LAST_NUMBER.search(last.name.label)
        again = _NEXT_REGION if number and number[1].startswith("miền") else _NEXT_NUMBER
        at = last.end
        while number and (following := again.match(self.text, at)):
            label = last.name.label[: number.start(1)] + following[1]
            at = following.end()
            found.append(Mention(following.start(1), at, replace(last.name, label=label), last.first, at, whole=False))
        return found

    def _named_on(self, at: int, before: list[Mention]) -> list[Mention]:
        """A further name of a list without a colon: "Nhi Trung ương" of "các Bệnh viện Bạch Mai, Nhi Trung ương"."""
        first = before[0] if before else None
        heads = (head for head in labels.OPEN_LIST_HEADS if first and first.name.label.startswith(f"{head} "))
        head = max(heads, key=len, default="")
        if first is None or not head or first.name.head not in {head, first.name.label} or not self._many(first.start):
            return []
        end = None if self._longest(at, Body, Head, Common, Post) else self.complements.entry(at)
        if end is None or _person_like(self.text[at:end]):
            return []
        base = _SEATED.match(first.name.label)
        shared = base[1] if base and _SEAT.fullmatch(self.text, at, end) else head
        name = replace(first.name, label=f"{shared} {self.text[at:end]}", head=head, place="", province=None)
        return [Mention(at, end, name, at, end, whole=False)]

    def _many(self, start: int) -> bool:
        """Whether "các" or a number stands before the name at an offset."""
        return bool(_COUNTED.search(self.low, max(0, start - 8), start))

    def _misspelt(self, head: str, at: int) -> list[Mention]:
        """An entry that is a field of the head but for one letter."""
        end = next((i for i in range(at, min(at + 60, len(self.low))) if self.low[i] in ",;.\n"), at)
        field = labels.nearest_field(self.low[at:end], head) if end - at > 7 else None
        if field is None:
            return []
        name = Name(f"{head} {field}", head, labels.HEAD_LEVELS.get(head), national=head == "Bộ")
        return [Mention(at, end, name, at, end, whole=False)]

    def _entry(self, heads: tuple[str, ...], at: int) -> list[Mention]:
        """One entry of such a list: a field under the head, or a name of its own."""
        body = self._longest(at, Body, Head)
        fields = [h for h in self.hits.get(at, ()) if isinstance(h.entry, Field) and heads[0] in h.entry.heads]
        field = max(fields, key=lambda h: h.end, default=None)
        if field and (body is None or field.end >= body.end):
            named = self._field(heads[0], field)
            if heads[0] != labels.OFFICE_OF_DISTRICT:
                return [named]
            placed = self._placed(named.name, named.start, named.end, False, required=False)
            return [replace(m, whole=False) for m in placed]
        own = self._phrase(at, [])
        if own:
            return own
        return [] if heads[0] in labels.FIELD_HEADS else self._open_entry(heads, at)

    def _open_entry(self, heads: tuple[str, ...], at: int) -> list[Mention]:
        """A name, initials or, of a project board, a number that a head of many names makes a body of."""
        short = _INITIALS.match(self.text, at)
        number = _NUMBER.match(self.text, at) if heads[0] in labels.NUMBERED else None
        mark = number or short
        end = mark.end() if mark else self.complements.half_shortened(at) or self.complements.entry(at)
        if end is None or self.low.startswith(tuple(f"{matching(head)} " for head in heads), at):
            return []
        possible = {labels.label(head, f" {self.text[at:end]}"): head for head in heads}
        known = possible if len(heads) == 1 else {label: head for label, head in possible.items() if _is_known(label)}
        if len(known) != 1:
            return []
        label, head = next(iter(known.items()))
        name = Name(label, head, labels.HEAD_LEVELS.get(head))
        named = self._placed(name, at, end, False, required=False)
        return [replace(m, whole=False) for m in named]

    def _field(self, head: str, hit: Hit[Entry]) -> Mention:
        assert isinstance(hit.entry, Field)
        level = labels.HEAD_LEVELS.get(head)
        name = Name(f"{head} {hit.entry.label}", head, level, national=head == "Bộ")
        return Mention(hit.start, hit.end, name, hit.start, hit.end, whole=False)

    def _of_board(self, found: list[Mention], owner: str | None) -> list[Mention]:
        """The boards of a list with the committee or council they are of, said before the colon or at the end."""
        behind = _OWNER_BEHIND.match(self.low, found[-1].last) if found and not owner else None
        words = owner or (behind["owner"] if behind else "")
        if words in {"", *map(matching, labels.OWN_KINDS), "văn phòng chính phủ"}:
            return found
        body = labels.owner_of_boards(words)
        level = Level.PROVINCE if body.startswith("Tỉnh ủy") or body.endswith(" tỉnh") else None
        boards = [m.name.head == "Ban" and not m.whole for m in found]
        owned = (replace(m.name, label=f"{m.name.label} {body}", level=level) for m in found)
        named = [replace(m, name=n) if board else m for m, n, board in zip(found, owned, boards, strict=True)]
        return [*named[:-1], replace(named[-1], end=behind.end(), last=behind.end())] if behind else named


def _at_one_place(found: list[Mention]) -> list[Mention]:
    """Give the notice's own place behind the last entry to all: "các Hội: Nông dân, Cựu chiến binh tỉnh"."""
    last = found[-1] if found else None
    same = last is not None and all(m.name.head == last.name.head and not m.whole for m in found)
    shared = last and (last.name.place in _OWN or (last.name.head == labels.OFFICE_OF_DISTRICT and last.name.place))
    if last is None or not same or not shared or any(m.name.place for m in found[:-1]):
        return found
    place, level = last.name.place, last.name.level
    names = (replace(m.name, label=f"{m.name.label} {place}", place=place, level=level) for m in found[:-1])
    return [*(replace(m, name=name) for m, name in zip(found[:-1], names, strict=True)), last]


def _is_known(label: str) -> bool:
    words = matching(label)
    hits = lexicon().scan(words).get(0, ())
    return any(isinstance(hit.entry, Body) and hit.end == len(words) for hit in hits)


def _person_like(words: str) -> bool:
    parts = words.split()
    return len(parts) in {3, 4} and parts[0] in surnames() and all(part.istitle() for part in parts)
