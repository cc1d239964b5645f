"""English words: a light lemmatiser by rules, enough to look up names and verbs of reporting."""

import re

_IRREGULAR = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "has": "have",
    "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "said": "say", "says": "say",
    "told": "tell", "made": "make", "met": "meet", "held": "hold", "rose": "rise", "risen": "rise", "fell": "fall",
    "fallen": "fall", "grew": "grow", "grown": "grow", "became": "become", "went": "go", "gone": "go", "took": "take",
    "taken": "take", "gave": "give", "given": "give", "left": "leave", "led": "lead", "sent": "send", "won": "win",
    "lost": "lose", "began": "begin", "begun": "begin", "came": "come", "got": "get", "paid": "pay", "brought": "bring",
    "bought": "buy", "sold": "sell", "sought": "seek", "struck": "strike", "withdrew": "withdraw", "broke": "break",
    "men": "man", "women": "woman", "people": "people", "countries": "country", "armies": "army", "cities": "city",
}  # fmt: skip
_DOUBLE = re.compile(r"([bdgmnprt])\1$")


def lemma(word: str) -> str:
    """The dictionary form of an English word, roughly.

    >>> [lemma(w) for w in ("visited", "countries", "exports", "signing", "Said", "rose", "stopped", "traded")]
    ['visit', 'country', 'export', 'sign', 'say', 'rise', 'stop', 'trade']
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    for ending in ("ed", "ing"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= 3 and re.search("[aeiouy]", stem):
            if stem.endswith("i") and ending == "ed":
                return stem[:-1] + "y"
            if _DOUBLE.search(stem):
                return stem[:-1]
            silent = re.search(r"([aiou][cdgkmpsvz]|at|it[iu]t|ut|[aeiou]r|[rl][csvg]|dg|[ns]c|bl|gl|iz|ag)$", stem)
            regular = re.search(
                r"(visit|limit|offer|enter|order|appear|repair|er|or|ead|eed|eat|oat|eak|oom|oop|ain|air)$", stem
            )
            return stem + "e" if silent and not regular else stem
    return low
