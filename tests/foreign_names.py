"""Names that belong to one bundled case: none of them may be read where the case is another."""

import re

OF_CASE = {
    "korea": re.compile(
        r"Korea|Pyongyang|Seoul|Tokyo|Trump|\bKim\b|ICBM|Yongbyon|Hanoi|Hwasong|\bDMZ\b|enuclear|"
        r"october-2025|dprk|\bus_"
    ),
    "sinai": re.compile(
        r"Egypt|Israel|Cairo|Jerusalem|Sadat|Sinai|sinai|Camp David|Suez|Knesset|Palestin|"
        r"september-1978|\beg_|\bil_"
    ),
}


def strange_names(text: str, case_id: str) -> set[str]:
    """Return the names in a text that belong to another case than the one that is open."""
    others = (names for id_, names in OF_CASE.items() if id_ != case_id)
    return {found for names in others for found in names.findall(text)}
