"""Mutations of texts and of bytes: what goes wrong with files, and what somebody who means harm would send."""

import random

#: Signs that break readers: of other scripts and directions, zero width, controls, halves of pairs, quotes, dashes.
SIGNS = tuple(
    "«»„“”\"'()[]{}—–-−…№%$€₽.,;:!?/\\|&*~^=+<>\n\r\t\v\f\u0085\u2028\u00a0\u200b\u200d\u202e\u0301\ufeff\x00\x1b\x7f\ud800"
    "\udfffАяЁёЫAzİıß中ا٣²½Ⅷ🙂"
)
#: Pieces of the language that readers look for.
WORDS = (
    *(
        "в 2014 году",
        "на 15,5 %",
        "млрд долларов",
        "в 2,5 раза",
        "от 3 до 5 млн",
        "около",
        "более чем",
        "не",
        "с 2015-го",
    ),
    *(
        "Россия",
        "Казахстан",
        "ЕАЭС",
        "СНГ и ГУАМ",
        "товарооборот",
        "экспорт",
        "вступила в",
        "вышла из",
        "была основана",
    ),
    *("президент Путин", "министр иностранных дел Лавров", "заявил, что", "по данным", "первое место", "крупнейший"),
    *("in 2014", "15.5 per cent", "$20 billion", "twofold", "between 3 and 5 million", "about", "more than", "not"),
    *("Russia", "Kazakhstan", "the EAEU", "NATO and the EU", "trade turnover", "exports", "joined", "left", "founded"),
    *("President Putin", "Prime Minister Viktor Orban", "said that", "according to", "the largest", "year on year"),
    *("1e308", "9" * 40, "0", "-1", "0,0", "31 февраля", "32.13.0000", "99999 год", "XXI век", "г.", "т. д.", "10-е"),
    *("<script>alert(1)</script>", "{{7*7}}", "%s%n", "${x}", "';--", "\\", "../../", "http://a.b/?c=d&e"),
)
#: The same for files: lengths, signatures, what numbers overflow at.
PIECES = (
    *(b"\x00", b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\x00" * 64, b"%PDF-", b"PK\x03\x04", b"obj <<"),
    *(
        b"\n",
        b",",
        b";",
        b'"',
        b"\r\n",
        b"NA",
        b"-9",
        b"1e999",
        b"0",
        b"\xef\xbb\xbf",
        b"\xfe\xff",
        b"<!DOCTYPE a",
        b"&a;",
    ),
    *(b"<p>", b"</p>", b"<table>", b"<!--", b"]]>", b"[[[[", b"{", b"}", b"null", b"true", b"= ", b"[a]\n", b"'''"),
)


def text(rng: random.Random, given: str, seeds: list[str], most: int) -> str:
    """A text after some changes; sentences of other seeds come in."""
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        given = _text_once(rng, given, seeds)[:most]
    return given


def _text_once(rng: random.Random, given: str, seeds: list[str]) -> str:
    at, length = rng.randint(0, len(given)), rng.choice((1, 2, 5, 20, 80))
    match rng.randrange(11):
        case 0:
            return given[:at] + given[at + length :]
        case 1:
            return given[:at] + rng.choice(SIGNS) + given[at:]
        case 2:
            return given[:at] + rng.choice(SIGNS) + given[at + 1 :]
        case 3:
            return f"{given[:at]} {rng.choice(WORDS)} {given[at:]}"
        case 4:
            other = rng.choice(seeds)
            start = rng.randint(0, len(other))
            return given[:at] + other[start : start + 4 * length] + given[at:]
        case 5:
            return given[:at] + given[at : at + length] * rng.choice((2, 3, 10, 60)) + given[at + length :]
        case 6:
            return given[:at] + rng.choice((*SIGNS, *WORDS)) * rng.choice((2, 20, 300)) + given[at:]
        case 7:
            words = given.split(" ")
            here, there = rng.randrange(len(words)), rng.randrange(len(words))
            words[here], words[there] = words[there], words[here]
            return " ".join(words)
        case 8:
            piece = given[at : at + length]
            turned = rng.choice((piece.upper(), piece.lower(), piece[::-1], piece.replace(" ", ""), piece.title()))
            return given[:at] + turned + given[at + length :]
        case 9:
            return "".join(str(rng.randint(0, 9)) if c.isdigit() and rng.random() < 0.3 else c for c in given)
        case _:
            return given[at : at + 400]


def data(rng: random.Random, given: bytes, seeds: list[bytes], most: int) -> bytes:
    """Bytes after some changes."""
    changed = bytearray(given)
    for _ in range(rng.choice((1, 1, 2, 4, 8, 30))):
        at, length = rng.randint(0, len(changed)), rng.choice((1, 1, 2, 4, 16, 200))
        match rng.randrange(9):
            case 0:
                del changed[at : at + length]
            case 1 | 2 if at < len(changed):
                changed[at] ^= 1 << rng.randrange(8)
            case 3 if at < len(changed):
                changed[at] = rng.randrange(256)
            case 4:
                changed[at:at] = rng.choice(PIECES)
            case 5:
                piece = rng.choice(PIECES)
                changed[at : at + len(piece)] = piece
            case 6:
                changed[at:at] = changed[at : at + length] * rng.choice((1, 2, 50))
            case 7:
                other = rng.choice(seeds)
                start = rng.randint(0, len(other))
                changed[at : at + length] = other[start : start + length]
            case _ if rng.random() < 0.1:
                del changed[at:]
    return bytes(changed[:most])
