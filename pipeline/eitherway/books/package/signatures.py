"""Digital signatures of the whole package, which any change to a signed part makes void.

Format: ECMA-376 part 2, 10 (digital signatures): the package leads to an origin part, the origin to a part
per signature, a signature to its certificates. (The signature of a VBA project covers that project alone.)
"""

from __future__ import annotations

from eitherway.books.package.archive import Package
from eitherway.books.package.parts import relationships, relationships_part


def signature_parts(package: Package) -> list[str]:
    """The parts that make up the signatures, the origin first; none where the package is not signed.

    An origin without signatures, as Excel leaves it behind when they are removed, is none.
    """
    origins = [link.part for link in relationships(package, "") if link.kind == "origin"]
    signatures = [link.part for origin in origins for link in relationships(package, origin)]
    if not signatures:
        return []
    certificates = [link.part for signature in signatures for link in relationships(package, signature)]
    parts = dict.fromkeys([*origins, *signatures, *certificates])
    own = (package.find(relationships_part(part)) for part in parts)
    return [*parts, *filter(None, own)]
