"""Who and what a notice names, across notices: canonical names, their scope, and the IRIs minted from both.

A map of the room, in the order of the data:

* `names` makes names comparable, `iri` mints IRIs from them.
* `known`, `office_holders`, `units`: what the tables know of a name.
* `jurisdiction`: which province a notice is about, by evidence.
* `scopes`, `people`, `documents`: what makes a name, a person, a number unique.
* `resolve`: all of it for one notice.
* `decisions`, `corrections`, `decide`: what people decided, and the notice and its identities after it.
"""

from kg.identify.decide import decide
from kg.identify.decisions import BY_DECISION, Decision, Decisions
from kg.identify.iri import BASE, Kind, key, kind_of, mint, notice_iri, short_hash, slug
from kg.identify.jurisdiction import BY_TEXT, Evidence, Settlement, is_central, observed_on, settle
from kg.identify.names import Province, full_name, province
from kg.identify.resolve import Identities, Identity, identify
from kg.identify.scopes import is_short

__all__ = [
    "BASE",
    "BY_DECISION",
    "BY_TEXT",
    "Decision",
    "Decisions",
    "Evidence",
    "Identities",
    "Identity",
    "Kind",
    "Province",
    "Settlement",
    "decide",
    "full_name",
    "identify",
    "is_central",
    "is_short",
    "key",
    "kind_of",
    "mint",
    "notice_iri",
    "observed_on",
    "province",
    "settle",
    "short_hash",
    "slug",
]
