"""Who and what a notice names, across notices: canonical names, their scope, and the IRIs minted from both.

`names` makes names comparable, `iri` mints IRIs from them, `resolve` does both for all that a notice names.
"""

from kg.identify.iri import BASE, Kind, key, kind_of, mint, notice_iri, short_hash, slug
from kg.identify.names import Province, full_name, province
from kg.identify.resolve import Identities, Identity, contradicts, identify

__all__ = [
    "BASE",
    "Identities",
    "Identity",
    "Kind",
    "Province",
    "contradicts",
    "full_name",
    "identify",
    "key",
    "kind_of",
    "mint",
    "notice_iri",
    "province",
    "short_hash",
    "slug",
]
