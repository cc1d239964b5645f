"""Words of rank in English: «second-largest», «main supplier», «slipped to third», «runner-up»."""

import re

ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "first": 1,
    "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip
ORD = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th)"
SUP = (
    r"(?:largest|biggest|top|main|leading|chief|principal|foremost|most important|number[- "
    r"]one|no\. ?1|primary|greatest|single largest|single biggest)"
)
KIND = r"(?:trading|trade|commercial|export|import|economic|business|foreign[- ]trade|goods|overseas|foreign)"
ROLE = r"(?:partners?|buyers?|suppliers?|customers?|markets?|destinations?|sources?|clients?|purchasers?|vendors?)"
OWN = (
    r"(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>its|their|the (?:country|republic|nation|"
    r"kingdom)'s|whose)|(?P<the>the|a|an))"
)
PHRASE = re.compile(
    rf"(?P<one>one of )?{OWN} (?:(?:own|undisputed|then|new|by far the|traditional) "
    rf")*(?:(?:(?P<ord>{ORD})[- ])?(?P<sup>{SUP})|(?P<ord2>{ORD})(?= {KIND}))(?:,| and "
    rf"most important)? "
    rf"(?P<single>(?:single[- ](?:state|country)|single|individual) )?(?:(?P<kind>{KIND}) "
    rf")?(?P<role>{ROLE})(?P<ware>(?: of imports| of goods| for exports| for "
    rf"goods)?)(?P<rest>(?: (?:of|for|to|in) [^,.;:—]{{0,50}})?)"
)
ECONOMY = re.compile(
    rf"(?P<one>one of )?(?:the )?(?P<set>world's|<O\d+>'s)? ?(?:(?P<ord>{ORD})[- "
    rf"])?(?P<sup>largest|biggest|smallest|most populous)[- ](?P<what>economy|country by "
    rf"population|country|state|nation|member|economies)(?P<rest>(?: (?:of|in) (?:the "
    rf")?(?:world|<O\d+>))?)"
)
IS = re.compile(
    r"(?P<v>\b(?:is|was|are|were|became|become|becomes|remains?|remained|stay(?:s|ed)|been|"
    r"being|making it|made it|emerged as|to become|as|overtaking [^,;]{2,30} as)\b(?: (?:now|"
    r"still|again|already|once more|once again|by far|easily|long|comfortably|not|no longer|"
    r"never|also|then|today|instead))* ?)$"
)
IS_AFTER = re.compile(
    r"(?P<v>,? (?:is|was|were|remains?|remained|has (?:long )?been|had been|became|has "
    r"become)(?: (?:now|still|again|already|not|once more|no longer))*|,)(?: neighbouring| "
    r"neighboring| the)? (?P<x><[SO]\d+>)(?!'s)"
)
OVERTOOK = re.compile(
    r"(?P<x><S\d+>)(?:,[^,;<]{0,60},)? (?:(?:has|have|had|will|could|may|might|would|is set to|is to|is expected to|"
    r"recently|also|then|soon|already|finally) ){0,3}(?:surpass(?:ed|es)?|overt(?:ake|akes|aken|ook)|replac(?:e|ed|es)|"
    r"displac(?:e|ed|es)|supplant(?:ed|s)?|unseat(?:ed|s)?|dethron(?:e|ed|es)|oust(?:ed|s)?|outstrip(?:ped|s)?|"
    r"eclips(?:e|ed|es)|succeed(?:ed|s)?|edg(?:e|ed) out|push(?:ed)? out|pass(?:ed)?) <[SO]\d+> $"
)
ELLIPTIC = re.compile(
    r"(?P<x><S\d+>)(?:, (?:with|at) [^,;]{0,40},)? (?:(?:has|had|have|then|now|still|only|"
    r"itself|again) )*(?:slipped|fell|dropped|moved|moving|rose|climbed|came|ranked|ranks|"
    r"finished|finishing|kept|held|holds|took|takes|stayed|remained|placed|retained|jumped|"
    r"slid|sank|was|is|stood|ended up|advanced|remains|stays|comes|sits|stands|ranked)"
    rf"(?: (?:only|up|down|back|a distant|a close|just))*(?: (?:to|in|into|at|from \w+ to))? "
    rf"(?:a |the |its )?(?P<ord>first|{ORD})(?: (?:place|spot|position|rank))?(?![ "
    rf"-](?:largest|biggest|quarter|half|time|round|term|year|summit|member|state|country|most|"
    rf"world))(?! [a-z]+ to (?:join|enter))"
)
INVERTED = re.compile(
    rf"\b(?P<ord>{ORD})(?: (?:place|spot|position))?(?: by (?:overall )?(?:turnover|"
    rf"trade))?(?:, [^,;<]{{0,80}}+(?:<S\d+>)?[^,;<]{{0,80}}+,)? (?:was|is|went to|belonged to|belongs to|came|"
    rf"fell to|goes to|was taken by|is held by) (?P<x><S\d+>)"
)
OF_LIST = re.compile(
    r"(?: place)? (?:in|on|among|of) (?:the (?:list|ranks|table|ranking) of )?(?:(?P<s><S\d+>)'s|(?P<j><J\d+>)|"
    r"(?P<it>its|the country's)) "
    r"(?:main |trading |largest )*partners"
)
THEN = re.compile(
    rf"(?: by (?:turnover|trade))?(?:,| and|, and) (?P<x><S\d+>)(?: (?:was|came|in|took))?(?: "
    rf"the)? (?P<ord>{ORD})(?![ -](?:largest|biggest|quarter|half|time))"
)
RUNNER_UP = re.compile(
    r"\b(?:the |its )?runner-up(?: of| in)?(?: <D\d+>)?(?:, | (?:had been|has been|was|is|"
    r"being) )(?P<x><S\d+>)|(?P<y><S\d+>) (?:was|is|had been|has been|came|finished)(?: as)? "
    r"(?:the )?runner-up"
)
MIRROR_ROLE = {
    "buyer": "trade.exports", "customer": "trade.exports", "market": "trade.exports",
    "destination": "trade.exports", "client": "trade.exports",
    "purchaser": "trade.exports", "supplier": "trade.imports", "source": "trade.imports", "vendor": "trade.imports",
}  # fmt: skip
BY = re.compile(
    r"\b(?:by|in terms of|measured by|in) (?:overall |total |trade |two-way )?(?P<f>turnover|"
    r"exports|imports|trade volume)\b"
)
GOODS = re.compile(
    r" (?:of|for|to|in) (?:(?:all |the )?(?P<o><S\d+>)(?:'s|')?|(?P<j><J\d+>)|(?P<it>its|the "
    r"country's))?(?: (?P<w>[\w-]+))?"
)
AHEAD = re.compile(
    r"\b(?:by|in|on|in terms of) (?:total |overall |two-way )*(?P<f>turnover|exports|imports|trade)(?: volumes?)?,? "
    r"(?P<x><S\d+>) (?:still )?(?:stays?|remains?|is|was|stands?|stayed|remained|comes|came|keeps|leads?|led)"
    r"(?: still| well| far)*(?: ahead| first| on top| in the lead| in front| the leader)?(?=[.,;]| of | and )"
)
NEXT = re.compile(
    rf"(?:,|;| and|, and|, with| with) (?:the )?(?P<x><S\d+>),? (?:(?:in|coming|comes|came|is|was|being|ranked|a|the|"
    rf"only|distant|close|remote) )*(?P<ord>{ORD})(?: (?:place|spot|position))?(?=[.,;)]| and\b|$)"
)
#: Before a place: it is held no longer, or was held at a time nobody tells.
GONE = re.compile(
    r"\b(?:lost|loses?|losing|ceded|cedes?|gave up|gives? up|giving up|forfeit\w*|relinquish\w*|stripped of|used to|"
    r"once|formerly|previously|historically|(?:until|till|before|prior to) <D\d+>)(?=[ ,])[^.;:—]{0,60}$"
)
#: «The largest partner after the EU»: the next after one that is told apart.
NEXT_TO = re.compile(r"[^,.;:—]{0,40}? after (?:the )?<[SO]\d+>")
#: «Supplier of gas»: a place in one ware.
WARE = re.compile(
    r" (?:of|for) (?!(?:all|the|its|their|goods|exports|imports|products|merchandise|services|many|most|several|years|"
    r"decades|now|more|over|both|this|that|any|some|each|trade|foreign|consumer)\b)[a-z-]{3,}"
)
