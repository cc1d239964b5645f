"""Words of belonging in English: joining, leaving, observing, staying outside."""

import re

from sverka.claims.vocabulary import Status
from sverka.reading.english.coded import STATES

OBJECT = (
    r"(?: the| its| both the)? ?\"?(?P<o><O\d+>|it\b|(?:bloc|union|club|organi[sz]ation|"
    r"alliance|body|group|community|pact)\b)"
)
AUX = (
    r"(?:(?:has|have|had|was|were|is|are|did|does|do|will|would|could|may|might|can|cannot|to|"
    r"be|been|also|already|then|now|still|itself|formally|officially|finally|only|since|later|"
    r"eventually|not|never|yet|long|both|all|again|n't|duly|quietly|voluntarily|even|first) ){0,6}"
)
JOIN = (
    rf"(?P<v>{AUX}(?:(?:re-?)?joined|join|joins|entered|enter|acceded to|accede to|accedes to|"
    rf"signed up to|gained (?:full )?membership (?:of|in)|gained entry to|won (?:full "
    rf")?membership (?:of|in)|(?:admitted|accepted|taken|received|let) (?:as (?:a )?(?:full "
    rf")?members? )?(?:in)?to|became (?:a |an |the |its )?(?:\w+(?:-\w+)? )"
    rf"{{0,6}}members?(?: states?)? of|became part of)){OBJECT}"
)
LEAVE = (
    rf"(?P<v>{AUX}(?:left|leave|leaves|quit|quits|quitted|withdrew from|withdraw from|"
    rf"withdrawn from|withdraws from|pulled out of|exited|walked out of|expelled from|dropped "
    rf"out of|seceded from|abandoned|ceased to be a member of)){OBJECT}"
)
MEMBER = (
    rf"(?P<v>{AUX}(?:(?:is|are|was|were|been|be|remains?|remained|stays?|stayed) (?:already |"
    rf"also |still |both |now |not |no longer |never |all |once |today ){{0,6}}(?:a |an |the |one of "
    rf"the )?(?:full |founding |founder |original |loyal |\w+-year ){{0,6}}(?:members?(?: states?)? "
    rf"of)|belongs? to|belonged to|(?:been|is|are) (?:already |not |still )?in)){OBJECT}"
)
STATUS_WORDS = r"(?P<w>observer|candidate|associate member|associate|dialogue partner|partner|guest)"
HAS_STATUS = (
    rf"(?P<v>{AUX}(?:has|have|had|holds?|held|enjoy(?:s|ed)?|received|got|obtained|won|gained|"
    rf"secured|was granted|were granted|granted|given|awarded) (?:long |only |the |an? |"
    rf"already |official ){{0,6}}{STATUS_WORDS}(?:'s)? status(?: (?:in|at|with|of|for|to)(?! "
    rf"<D))?)(?:{OBJECT})?"
)
IS_STATUS = (
    rf"(?P<v>{AUX}(?:is|are|was|were|been|became|remains?|remained|made) (?:long |only |still "
    rf"|merely |now |an? |official |the ){{0,6}}{STATUS_WORDS}s?(?: (?:in|at|with|of|to|for)(?! "
    rf"<D))?)(?:{OBJECT})?"
)
OUTSIDE = (
    rf"(?P<v>{AUX}(?:remains?|remained|stays?|stayed|is|are|was|were|kept|standing|stands) "
    rf"(?:firmly |still |well |so far )?(?:outside|out of)){OBJECT}"
)
NEVER = (
    r"(?P<v>(?:has|have|had|did) (?:so far |still )?(?:never|not|n't) (?:yet |formally "
    r")?(?:joined|join|acceded|entered))(?= ?[.,;]| as | but | and |$)(?P<o>)"
)
PROMOTED = (
    r"(?P<v>(?:was|were|has been|have been|been) (?:promoted|upgraded|raised|elevated) "
    r"(?:from \w+ )?to (?:the (?:rank|status) of )?(?:full |a full )?member(?:ship)?|(?:was|"
    r"were|has been|have been) (?:formally )?admitted|became (?:a )?(?:full )?members?)(?! "
    r"(?:of|to|in|into) )(?P<o>)"
)
NAMED = (
    rf"(?P<v>{AUX}(?:is|are|was|were|been|remains?|became|be) (?:still |already |now |also |"
    rf"not |never ){{0,6}}(?:an? |the |formally an? )?)(?P<o><O\d+>)[- ](?P<w>member|candidate|"
    rf"observer)(?:s|(?: state| country))?(?! <S)"
)
BARE = (
    rf"(?P<v>{AUX}(?:is|are|was|were|been|remains?|remained) (?:still |already |all |both |"
    rf"also |not |never ){{0,6}}(?:a |an )?(?:full |founding |founder |original ){{1,6}}members?)(?! (?:of|"
    rf"in|states?))(?P<o>)"
)
PATTERNS: tuple[tuple[Status | None, re.Pattern[str]], ...] = (
    ("joined", re.compile(JOIN)),
    ("left", re.compile(LEAVE)),
    ("member", re.compile(MEMBER)),
    (None, re.compile(HAS_STATUS)),
    (None, re.compile(IS_STATUS)),
    ("none", re.compile(OUTSIDE)),
    ("none", re.compile(NEVER)),
    ("joined", re.compile(PROMOTED)),
    ("member", re.compile(BARE)),
    (None, re.compile(NAMED)),
)
MORE_SINCE = re.compile(r"(?: since <D\d+>)?(?:,|,? and) of (?:the )?(?P<o><O\d+>) since (?P<d><D\d+>)")
ALONE = re.compile(
    rf"(?P<v>{AUX}(?P<w>joined|re-?joined|came back|returned|left|withdrew|quit)(?: (?:again|"
    rf"last|first|last of all|once more|only|too|as well|finally))*)(?=,? (?:in|on) <D\d+>| "
    rf"<D\d+>|, and |[.;]|$)"
)
WHICH_IT = re.compile(
    r"<O(?P<b>\d+)>\"?, which (?P<s>it|<S\d+>) (?:had |has |only |first ){0,6}(?P<w>joined|left|"
    r"entered|quit)(?: again| back)?(?: (?:in|on))? (?P<d><D\d+>)"
)
AMONG = re.compile(
    r"(?P<s><S\d+>) (?:was|is|were|being) (?:one of|among) (?:(?P<its>its|the) )?(?:founders|"
    r"founding members|founding states)(?: of (?:the )?(?P<o><O\d+>))?"
)
MORE = re.compile(r"(?:,|,? and) (?:of )?(?:the )?(?P<o><O\d+>)(?! [a-z]+ed\b)")
#: «… in 2001, and the CIS in 1994»: each body with a date of its own.
MORE_DATED = re.compile(
    r"(?: (?:in|on) <D\d+>)?(?:,|,? and(?: then)?) (?:the )?(?P<o><O\d+>),? (?:in|on) (?P<d><D\d+>)"
)
WHICH = re.compile(r"<O(?P<o>\d+)>\"?, (?:of|for|in|to|at) which (?:it |<S\d+> |they )?$")
GRANTED = re.compile(
    rf"(?:<O(?P<b>\d+)>|leaders?|(?P<it>it))? ?(?P<v>(?:granted|gave|awarded|conferred|"
    rf"offered) (?:\w+ )?{STATUS_WORDS} status (?:to|on) (?P<who>{STATES})(?:,? (?:together|"
    rf"along|as well as|and also) (?:with )?(?P<more>{STATES}))?)"
)
APPOSED = re.compile(
    r"(?P<s><S\d+>), (?:itself |now |also |still ){0,6}(?:an?|the|already an?) (?:full |founding |"
    r"official |only ){0,6}(?P<w>observer|candidate|member|associate member|dialogue partner)(?: "
    r"(?:in|at|of|for|to)(?: the)? (?P<o><O\d+>))?(?P<d> since <D\d+>)?(?=[,.;)])"
)
LABEL = re.compile(
    r"(?:<O(?P<b>\d+)>)[- ](?:(?P<w>member|candidate|observer)s?)(?: states?| countr(?:y|ies))? (?P<s><S\d+>)(?!'s)"
)
FOUNDING_OF = re.compile(
    rf"<O(?P<b>\d+)>\"?(?: of (?P<d><D\d+>))?,? of which (?P<s>{STATES}) (?:was|were|is|are) "
    rf"(?:an? |one of the )?(?:founding |founder |original |full ){{0,6}}members?"
)
FIRST = re.compile(
    rf"(?P<s><S\d+>) (?:was|became|is) the (?:first|second|third|last|only|newest|"
    rf"latest)\b[^;:<]{{0,60}}? to (?:join|enter|accede to){OBJECT}"
)
STATUS: dict[str, Status] = {
    "observer": "observer", "candidate": "candidate", "associate member": "associate", "associate": "associate",
    "dialogue partner": "associate", "partner": "associate", "member": "member",
}  # fmt: skip
NEGATED = re.compile(r"\b(?:not|never|n't|cannot|no longer|neither|nor|yet to|failed to|refused to|declined to)\b")
