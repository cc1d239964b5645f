"""Words of amounts in English: scales, currencies, fractions, multiples, hedges."""

import re

from sverka.claims.quantity import Bound

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9,
    "bn": 1e9, "bln": 1e9,
    "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
}  # fmt: skip
UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80,
    "ninety": 90, "a": 1, "an": 1,
}  # fmt: skip
CURRENCIES = (
    (r"us\$|u\.s\. ?\$|\$|usd", r"(?:us |u\.s\. |american )?dollars?|usd|bucks", "USD"),
    (r"€|eur", r"euros?|eur", "EUR"),
    (r"£|gbp", r"pounds?(?: sterling)?|gbp", "GBP"),
    (r"rmb|cny", r"yuan|renminbi|rmb|cny", "CNY"),
    (r"¥|jpy", r"yen|jpy", "JPY"),
    (r"₽|rub", r"rou?bles?|rub", "RUB"),
    (r"₸|kzt", r"tenge|kzt", "KZT"),
    (r"₹|inr", r"(?:indian )?rupees?|inr", "INR"),
    (r"uah", r"hryvnias?|hryvnyas?|uah", "UAH"),
    (r"chf", r"swiss francs?|chf", "CHF"),
    (r"au?\$|aud", r"australian dollars?|aud", "AUD"),
    (r"ca?\$|cad", r"canadian dollars?|cad", "CAD"),
    (r"nz\$|nzd", r"new zealand dollars?|nzd", "NZD"),
)
BEFORE = "|".join(rf"(?P<b{i}>{b})" for i, (b, _, _) in enumerate(CURRENCIES))
AFTER = "|".join(rf"(?P<a{i}>{a})" for i, (_, a, _) in enumerate(CURRENCIES))
#: A comma before one or two digits and a scale is a point: «$465,5 million».
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+,\d{1,2}(?= ?(?:million|billion|trillion|mln|bn|%|per ?cent))|\d+(?:\.\d+)?)"
)
SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety)"
)
SCALE = r"hundred|thousand|million|mln|mn|billion|bln|bn|trillion|trn|tn"
NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?:{BEFORE}) ?)?(?P<n>{DIGITS}|{SPELT}(?=[ -](?:{SCALE}|per ?cent|"
    rf"times|percentage|dollars|euros)\b)|an?(?= (?:{SCALE})\b))"
    rf"(?:(?: ?(?:-|to) ?|(?P<and> and ))(?:us\$|\$|€|£|¥)?(?P<n2>{DIGITS})(?![\d,]*(?:\.\d+)?(?:st|nd|rd|th)\b))?"
    rf"(?:[ -]?(?P<s>{SCALE}|[mbk])(?![\w]))?"
    rf"(?: ?-? ?(?P<u>%|per ?cent\b|percentage points?\b|points?\b|pp\b|times\b|-?fold\b)|-? ?(?:{AFTER})\b)?"
    rf"(?P<noun>(?: (?:of (?:them|people)|people|persons|inhabitants|citizens|troops|soldiers|"
    rf"peacekeepers|servicemen|residents|migrants|tourists|tonnes|tons|barrels|cubic met(?:re|"
    rf"er)s|kilomet(?:re|er)s|km)\b))?"
)
FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
              "twelfth": 12, "twentieth": 20}  # fmt: skip
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<count>an?|the|one|two|three|four|five|six|seven|eight|nine)[ "
    rf"-])?(?P<part>{'|'.join(FRACTIONS)})s?(?![\w-])"
)
NO_FRACTION_AFTER = re.compile(
    r" (?:place|spot|country|countries|party|time|term|state|states|world war|round|year|"
    r"quarter|month|largest|biggest|part of a century|century|decade|"
    r"man|woman|president|position|rank|hour|day|season|generation|summit|package|of (?:the |"
    r"this |that |last |next |\d{4}))|-(?:largest|biggest|hour|year)"
)
VERBS = {
    "doubled": (2, "x", 0.15, "+"), "doubling": (2, "x", 0.15, "+"), "doubles": (2, "x", 0.15, "+"),
    "tripled": (3, "x", 0.25, "+"), "trebled": (3, "x", 0.25, "+"), "tripling": (3, "x", 0.25, "+"),
    "quadrupled": (4, "x", 0.3, "+"), "quintupled": (5, "x", 0.4, "+"), "halved": (50, "%", 3.0, "-"),
    "halving": (50, "%", 3.0, "-"),
}  # fmt: skip
VERB = re.compile(rf"(?<![\w-])(?:{'|'.join(VERBS)})(?![\w-])")
TIMES = re.compile(
    r"(?<![\w-])(?:(?P<fold>two|three|four|five|six|seven|eight|nine|ten)-?fold|"
    r"(?P<twice>twice|double|triple|thrice|treble))(?![\w-])"
)
FOLD = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3}
HEDGES: tuple[tuple[str, Bound], ...] = (
    (
        r"(?:barely|hardly|scarcely|only just) (?:more than|over|above)|just over|slightly "
        r"(?:more than|over|above)|a (?:little|bit|shade) (?:more than|over|above)|little more "
        r"than",
        ">",
    ),
    (
        r"just (?:under|below|short of)|slightly (?:less than|under|below)|a (?:little|bit|shade) "
        r"(?:less than|under|below)",
        "<",
    ),
    (
        r"no more than|not more than|at most|up to|as many as|less than|fewer than|under|below|a "
        r"maximum of|well under",
        "<",
    ),
    (
        r"no less than|not less than|no fewer than|at least|more than|well over|well above|over|"
        r"above|in excess of|upwards of|exceeding|a minimum of",
        ">",
    ),
    (
        r"almost|nearly|about|around|some|roughly|approximately|circa|an estimated|estimated|"
        r"close to|nigh on|virtually|practically|something like|in the region of|just about|"
        r"approaching",
        "~",
    ),
)
LEFT = tuple((re.compile(rf"(?:^|[^\w-])((?:{words})(?: (?:a|an|the|just|by))?) $"), bound) for words, bound in HEDGES)
RIGHT: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r" or more\b| or so more\b|-plus\b"), ">"),
    (re.compile(r" or so\b| or thereabouts\b"), "~"),
    (re.compile(r" or less\b"), "<"),
)
COMPARED = re.compile(
    r"(?: times)? (?P<w>more|higher|larger|greater|bigger|above|up|better|less|lower|smaller|"
    r"fewer|below|down|worse)(?= (?:than|on|from)| in | \w+ than|,|\.|$)"
)
AS_MUCH = re.compile(r"(?: as (?:much|many|high|large|big))(?: \w+)? as| (?:the|its|their|that|what) ")
PREPOSITION = re.compile(r"(?:^|\W)(by|to|at|of|with|from|for|up|down|in|worth) $")


OF_A_WHOLE = re.compile(
    r" of (?:the|its|their|this|that) (?:country|state|nation|world|total|bloc|union|trade|export|import|sale|region)"
)
NO_HALF_AFTER = re.compile(
    r"[ -](?:an?|century|decade|year|hour|dozen|million|billion|brother|way)\b|"
    r" (?:of|the) (?:the )?(?:year|19\d\d|20\d\d|way|battle)"
)
