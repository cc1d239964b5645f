"""Words of trade in English: cues, owners, partners, wares."""

import re

NOT_TRADE = (
    r"(?! ?-?(?:deals?|pacts?|agreements?|treat(?:y|ies)|officials?|ministers?|ministry|"
    r"partners?|wars?|blocs?|surplus|deficit|gap|unions?|organi|balance|barriers?|routes?|"
    r"corridors?|talks|disputes?|delegations?|fairs?|groups?|restrictions?|polic|sanctions|"
    r"embargo|zones?|areas?|terms|links|ties|relations|shows?|bod|rules|imbalance|"
    r"mission|representative|commissioner|secretary|flows? of people|chief|negotiat|"
    r"concessions|preferences|liberali|facilitation|tax|houses?|in services|diversion))"
)
CUES: tuple[tuple[str, str], ...] = (
    ("turnover", rf"(?:trade turnover|trade volumes?|volumes? of trade|turnover|trade|commerce|exchange of "
rf"goods|goods exchange|(?<=\bthe )exchange(?! rates?| of)|(?<=way )exchange(?! of)|(?<=bilateral )(?:exchange|"
    rf"business)(?! of)|(?<=two-way )business|trading{NOT_TRADE}(?= (?:between|with) )|"
rf"goods crossing (?:the|their) (?:border|frontier)|flows? of goods between them){NOT_TRADE}"),
    ("turnover", r"traded(?= (?:goods |<A|with|some|about|worth|more|less|merchandise))|(?:do|did|does|doing|"
    r"done)(?= <A\d+>(?: worth)? (?:of|in) (?:trade|business))"),
    ("exports", rf"exports?(?:ed|ing)?{NOT_TRADE}|sales(?! tax)|sold|sells?(?= (?:<A|goods|(?:the )?<[SO]\d+> "
    rf"(?:goods|<A|some|about)))|selling(?= (?:<A|goods))|deliveries|supplies(?= (?:to|from) )|"
rf"exporters|(?<=export )earnings(?= from )|shipped|ships(?= (?:<A|goods))|sent(?= (?:goods|(?:the )?<[SO]\d+> "
    rf"goods|products|<A\d+>(?: worth)? "
rf"of (?:goods|products)))|goods(?= worth <A\d+> (?:left|were sold abroad|went abroad))"),
    ("imports", rf"imports?(?:ed|ing)?{NOT_TRADE}|purchases?|bought|buys(?= (?:<A|goods))|buying(?= <A)|took "
    rf"in(?= <A)|purchased(?= (?:<A|goods|some))|importers|goods(?= worth <A\d+> "
rf"(?:entered|came into))"),
    ("shipments", r"shipments|flows of goods|goods(?= from )"),
)  # fmt: skip
PATTERN = re.compile("|".join(rf"(?P<{name}{i}>\b(?:{p})(?![\w-]))" for i, (name, p) in enumerate(CUES)))
MIRROR = {"exports": "imports", "imports": "exports", "turnover": "turnover"}
#: Words that may stand between an owner or an article and the cue without making it a trade in one ware.
PLAIN = frozenset(
    """
    the a an its their his her our whose all total overall annual yearly combined two-way bilateral mutual
    foreign external goods merchandise that this and of in by to from with but while or as whereas both own each
    such other direct worldwide global outside monthly overall aggregate reciprocal cross-border when where
    which then said official recorded declared even yet so gross net much more most some where's rising falling
    growing for on at than is was were are between what total's since if new non-oil if
    """.split()  # noqa: SIM905
)
VERBAL = (
    "sent",
    "sells",
    "sell",
    "selling",
    "ships",
    "buys",
    "buying",
    "took",
    "purchased",
    "do",
    "did",
    "does",
    "doing",
    "done",
    "exported",
    "exporting",
    "sold",
    "shipped",
    "imported",
    "importing",
    "bought",
    "traded",
)
WARES = (
    r"oil|gas|crude|wine|grain|wheat|arms|weapons?|cars?|vehicles?|copper|gold|textiles?|food|"
    r"farm|agricultural|energy|fuel|steel|coal|uranium|cotton|fish|meat|"
    r"electricity|power|services?|machinery|timber|fertili[sz]ers?|metals?|medicines?|fruit|"
    r"dairy|technology|chips?|tea|coffee|flour|petroleum|lng|diamonds?|tobacco"
)
OWNER = re.compile(
    r"(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>\bits|\btheir|\bour|\bthe (?:country|"
    r"republic|nation)'s|\bwhose)) (?:[\w-]+ ){0,2}$"
)
JOINT = re.compile(r"<([JS]\d+)>(?:-| and )<([JS]\d+)> (?:[\w-]+ )?$")
PREPOSED = re.compile(r"\b(?P<p>with|to|from) (?:the )?(?P<x><[SO]\d+>),? (?:the )?(?:[\w-]+ )?$")
GAP = (
    r"(?:(?: (?:turnover|volumes?|exchange|goods|of goods|in goods|merchandise|abroad|worth|"
    r"valued|overall|both|bound|back)| (?:in |over |for )?<D\d+>| (?:worth |of )?(?:goods "
    r")?(?:worth )?<A\d+>(?: worth)?(?: of goods| of merchandise)?| (?:more|less)))*"
)
BETWEEN = re.compile(rf"{GAP} between (?:the )?<([SOJ]\d+)> and (?:the )?<([SOJ]\d+)>")
WITH = re.compile(
    rf"{GAP}(?:,? across the (?:border|river|strait|sea|atlantic|pacific|caspian|channel),?)? (?P<p>with|to|"
    rf"from|into) (?:the |neighbouring |neighboring |its (?:\w+ "
    rf")?neighbou?r,? )?(?P<x><[SOJ]\d+>)(?P<side> (?:side|market|partners?|buyers?|"
    rf"customers?))?"
)
_MANY = r"(?:countries|nations|states|republics|neighbou?rs|economies|members|partners|allies|markets|regions?)"
#: «with Baltic states»: somebody, but nobody here can say who; «with all countries» is the world.
GROUP = re.compile(rf"{GAP} (?:with|to|from) (?!(?:all|foreign) )(?:(?:\d+|[a-z-]+) ){{0,5}}{_MANY}\b")
_INSIDE = r"(?:between|among|amongst|within|inside|across)"
#: «between member states», «within the <O>»: of a body with itself.
WITHIN = re.compile(
    rf"{GAP} {_INSIDE} (?:the |all |its )*(?:<(?P<o>O\d+)>(?:'s)?(?: member| participating)?(?: {_MANY})?|"
    rf"(?:member|participating|signatory) {_MANY}|(?:members|participants)(?: of (?:the )?<(?P<of>O\d+)>)?)(?! and\b)"
)
#: «between Baltic states and <S>», «among its neighbours»: sides that are no states by name.
UNNAMED = re.compile(
    rf"{GAP} (?:between (?:[a-z-]+ ){{1,5}}and (?:the )?<[SOJ]\d+>|"
    rf"between (?:the )?<[SOJ]\d+> and (?:[a-z-]+ ){{0,4}}{_MANY}\b|"
    rf"(?:among|amongst|within|inside|across) (?:[a-z-]+ ){{0,4}}{_MANY}\b)"
)
OF_GOODS = re.compile(r"(?: <A\d+>)?(?: worth)?(?: of)? <(J\d+)> (?:goods|products|merchandise|exports)\b")
TO_WHOM = re.compile(r"(?: the)? <([SO]\d+)>(?: with)? (?:<A\d+> (?:worth )?of )?(?:goods|products|merchandise)\b")
THERE = re.compile(rf"{GAP} (?:from |to )?(?:there|thither)\b")
BACK = re.compile(
    r" (?:in|going in|coming in) the (?:other|opposite|reverse) direction| the other way| in "
    r"return| in the opposite direction| coming back"
)
ABROAD = re.compile(
    r" (?:abroad|overseas|worldwide|to the (?:rest of the )?world|to all (?:countries|"
    r"partners|markets)|as a whole|overall)"
)
WORLD_BEFORE = re.compile(r"\b(?:all|total|overall|foreign|external|whole|entire|combined|aggregate) (?:[\w-]+ )?$")
#: Of all trade, or of trade both ways.
SUM_BEFORE = re.compile(r"\b(?:all|total|overall|whole|entire|combined|aggregate) $")
WHEN = re.compile(r"\b(?:when|while|as) (?:the |their |its )?(?:[\w-]+ )?$")
ALL_GOODS = frozenset(
    [
        "goods",
        "merchandise",
        "all",
        "the",
        "its",
        "their",
        "products",
        "trade",
        "turnover",
        "all-in",
        "about",
        "some",
        "over",
        "more",
        "around",
        "last",
        "this",
    ]
)
FREE = frozenset(
    """
    record main key strong weak higher lower new old further less quarterly early late big small huge modest
    actual local domestic legal only also just still nearly almost about over under however though although than
    any few many little several most eastward first-half half-year full-year year-on-year world's state's
    nation's region's union's bloc's us eu uk out off up down yet did do does had has have its s alone earlier
    later today year half quarter month again here there now time once saw cut drove made kept keep let put lift
    lifts boost hit see sees make makes lets means mean brought keeps decade season week spring summer autumn
    winter side hand return turn particular contrast addition example instance fact result course war sanctions
    crisis pandemic union bloc country region world it
    """.split()  # noqa: SIM905
)
