"""Who and what a notice names, across notices: canonical names, their scope, and the IRIs minted from both.

`names` makes names comparable, `iri` mints IRIs from them, `resolve` does both for all that a notice names.
"""

from kg.identify.iri import BASE, Kind, key, kind_of, mint, notice_iri, short_hash, slug
from kg.identify.jurisdiction import Evidence, Settlement, is_central, observed_on, settle
from kg.identify.names import Province, full_name, province
from kg.identify.resolve import Identities, Identity, identify

__all__ = [
    "BASE",
    "Evidence",
    "Identities",
    "Identity",
    "Kind",
    "Province",
    "Settlement",
    "full_name",
    "identify",
    "is_central",
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
