"""What credits look like in print: the patterns alone; crediting.py reads what they find."""

import re

_CAPITAL = "A-ZÀ-ÞА-ЯІЇЄҐ"
_WORD = rf"[{_CAPITAL}0-9][\w&’'\-]*(?:\.\w+)*"
_NAME = rf"(?:(?i:the)\s+)?(?P<name>(?=\D){_WORD}(?:\s+(?:(?:of|the|and|&)\s+)?{_WORD}){{0,5}})"
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)"
_DATE = r"(?:\w{3,9}\.?\s+\d{1,2},?\s+)?"

# A call sign of a station in the United States: who prints another one's copyright or dateline carries its report.
STATION = re.compile(r"^[KW][A-Z]{2,3}$")

DATELINE = re.compile(
    r"^\W{0,3}(?=[^\W\d_])[^()\n]{0,70}?\((?P<names>[^()]{2,40})\)\s*(?:[-–—―:]|--)"  # KYIV, July 3 (Reuters) –
    rf"|^[{_CAPITAL}][{_CAPITAL} .\-]{{2,30}}:\s*\((?P<desk>[^()]{{2,40}})\)"  # KARACHI: (Web Desk/APP)
    rf"|^\W{{0,2}}\((?P<lead>[^()]{{2,40}})\)(?:\s*(?:[-–—]|--)|\s+(?=[{_CAPITAL}]))"  # (AP) The ferry …
    rf"|^(?=[{_CAPITAL}])[^.()\n]{{2,50}}?,?\s+{_DATE}[-–—/]\s?(?P<dashed>[A-Z][\w\-]{{1,11}})\s?[-–—/]+\s"
)

# "… the ministry said. (AFP)", "… the ministry said. — AFP"
SIGNATURE = re.compile(rf"(?:[-–—]{{1,2}}\s*|\()(?P<names>[{_CAPITAL}Č][\w /&,\-]{{1,40}})\)?\.?\s*$")

# "dpa, Tavlin"; "Tavlin, dpa": nothing but an agency and a place
PLACED = re.compile(rf"^(?P<one>[^\s,][^,]{{0,28}}),\s+(?P<other>[{_CAPITAL}a-z][\w .\-]{{1,28}})$")

# Who writes for an agency: "Ann Lee and PA reporters"
STAFF = re.compile(r"\s+(?:reporters?|staff|correspondents?|journalists?|writers?)\W*$", re.IGNORECASE)

# "By Ann Lee, with agencies", "Staff and agencies in Semlin", "Ann Lee | Agencies", "Courier Reporter with wires"
UNNAMED_BYLINE = re.compile(
    rf"^\W*(?:[{_CAPITAL}][^.!?;:]{{0,45}}?(?:\b(?:with|and|from|by|via|plus)\s+|[|/,•·–—-]\s*))?"
    r"(?:(?i:with|and|from)\s+)?(?:(?i:news|other|wire|foreign|international)\s+)?"
    r"(?i:agenc(?:y|ies)|wires|wire\s+(?:services?|reports?))(?:\s+(?i:in)\s+\w[\w ]{1,25})?[\s)\]]*$"
)

BYLINE = re.compile(
    r"^(?:by|from|source|via|agency|quelle|fuente|джерело|источник)\b[:\s]+(?P<names>.+)$", re.IGNORECASE
)

UNNAMED = re.compile(
    r"\b(?:with|from)\s+(?:additional\s+)?(?:inputs?|reports?|reporting|material)\s+(?:from|by|of)\s+"
    r"(?:\w+\s+)?(?:news\s+)?(?:agenc(?:y|ies)|wires?)\b"
    r"|^\W*(?:by\s+)?(?:(?:news|staff|our)\s+)?(?:and\s+)?(?:agenc(?:y|ies)|wire\s+(?:services?|reports?))\W*$"
    r"|\b(?:agencies|wire\s+services?)\s+contributed\b|^\W*\(?agencies\)\W*",
    re.IGNORECASE,
)

# Whom a pattern may name beside agencies: anybody where the text says that it was published elsewhere; stations alone
# in copyright and "follow" lines (else the publisher's own company or a reporter); outlets where people contribute.
CREDITS = tuple(
    (re.compile(pattern), may_name)
    for may_name, pattern in (
        ("station", rf"(?i:\bcopyright\b|©|\(c\))\s*(?:(?i:copyright)|©|\(c\))?\s*{_YEARS}?(?i:by\s+)?{_NAME}"),
        (
            "outlet",
            (
                rf"(?:^|(?<=[.!?)]\s))\W*{_NAME}(?:['’]s?\s[\w .'’]{{2,40}}?)?\s+"
                r"(?:also\s+)?contributed\s+to\s+(?:this|the)\b"
            ),
        ),
        (
            "outlet",
            rf"(?i:\bwith\s+(?:additional\s+)?(?:inputs?|reporting|reports?|material|files?)\s+(?:from|by)\s+){_NAME}",
        ),
        ("agency", rf"(?i:\bwith\s+(?:additional\s+)?){_NAME}\s+(?i:inputs?|reports?|reporting|material)\b"),
        ("anybody", rf"(?i:\b(?:originally|first)\s+(?:published|appeared)\s+(?:on|in|by|at)\s+){_NAME}"),
        (
            "anybody",
            (
                r"(?i:\b(?:reprinted|republished|reproduced|used|published)\s+(?:here\s+)?with\s+(?:the\s+)?(?:kind\s+)?"
                rf"permission\s+(?:of|from)\s+){_NAME}"
            ),
        ),
        (
            "anybody",
            (
                r"(?i:\b(?:article|story|report)\s+(?:courtesy\s+of|provided\s+by|supplied\s+by|syndicated\s+from)\s+)"
                rf"{_NAME}"
            ),
        ),
        ("station", rf"(?i:\bfollow\s+){_NAME}\s+on\s+(?:Twitter|X|Facebook)\b"),
    )
)

# What tells an outlet from a person: "The Harbour Courier contributed", "Ann Lee contributed".
OUTLET = re.compile(
    r"\b(?:news|times|post|herald|press|tribune|journal|star|gazette|chronicle|sentinel|courier|globe|telegraph|mail|"
    r"guardian|independent|mirror|observer|register|examiner|bulletin|dispatch|record|sun|agency|newspaper|magazine|"
    r"radio|tv|television|online)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)
