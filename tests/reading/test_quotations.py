"""Quotations, voices and theses: whose words, whose figures, whose judgement."""

import time

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.bundle import Analysis
from sverka.reading.quotations import quotations
from sverka.reading.quotemarks import quoted
from sverka.reading.reader import analysed
from sverka.reading.theses import theses
from sverka.reading.voices import voice_at


def bundle(text: str) -> Analysis:
    return analysed(analyse(text, None, "ru"))


def read(text: str) -> list[tuple[str | None, bool, str]]:
    found = quotations(bundle(text))
    assert all(text[q.span[0] : q.span[1]] == q.anchor for q in found)
    return [(q.speaker, q.direct, q.anchor) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "«Мы не отступим», – заявил президент Чили Габриэль Борич. – «Решение принято».",
            [("person:Борич", True, "Мы не отступим"), ("person:Борич", True, "Решение принято")],
        ),
        (
            "«Нам нужны не слова, — сказала премьер-министр Дании Метте Фредериксен, — а дела».",
            [("person:Фредериксен", True, "Нам нужны не слова"), ("person:Фредериксен", True, "а дела")],
        ),
        (
            'Президент Кении Уильям Руто сказал: "Африка больше не будет ждать".',
            [("person:Руто", True, "Африка больше не будет ждать")],
        ),
        (
            "По словам премьера Мальты Джозефа Муската, спор решён. «Он был долгим и никому не помог».",
            [
                ("person:Мускат", False, "спор решён"),
                ("person:Мускат", True, "Он был долгим и никому не помог"),
            ],
        ),
        (
            "Глава МИД Египта Самех Шукри подчеркнул, что Каир не изменит позицию.",
            [("person:Шукри", False, "Каир не изменит позицию")],
        ),
        (
            "По словам премьера Новой Зеландии Джасинды Ардерн, переговоры завершатся к лету.",
            [("person:Ардерн", False, "переговоры завершатся к лету")],
        ),
        ("Как сообщает Reuters, Вьетнам закупил пшеницу.", [("org:Reuters", False, "Вьетнам закупил пшеницу")]),
        (
            "В министерстве финансов Нигерии сообщили, что инфляция превысила 20 %.",
            [("org:Министерство финансов Нигерии", False, "инфляция превысила 20 %")],
        ),
        (
            "Страны договорились о транзите, сообщил министр торговли Кубы Родриго Мальмиерка.",
            [("person:Мальмиерка", False, "Страны договорились о транзите")],
        ),
        (
            "Граница с Эквадором закрыта до мая. Об этом сообщило правительство Перу.",
            [("PER", False, "Граница с Эквадором закрыта до мая")],
        ),
        (
            "Власти Перу утверждают, что граница закрыта.",
            [("PER", False, "граница закрыта")],
        ),
    ],
)
def test_finds_words_and_speaker(text: str, expected: list[tuple[str | None, bool, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Компания участвует в проекте «Северный поток – 2» и выпускает журнал «Новое время».",
        "Так называемая «мягкая сила» Китая растёт.",
        "Партия «Справедливость и развитие» победила в Турции.",
        "Эксперты полагают, что рост замедлится.",
    ],
)
def test_names_scare_quotes_and_the_unnamed_are_no_quotations(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "voice"),
    [
        ("По индийским данным, импорт из России удвоился.", "удвоился", "IND"),
        ("По данным МВФ, экономика Ганы выросла на 3 %.", "на 3 %", "IMF"),
        ("Экономика Ганы выросла на 3 %.", "на 3 %", "author"),
        ("«Экспорт вырос вдвое», – сказал президент Кении Уильям Руто.", "вдвое", "person:Руто"),
        (
            "Экспорт вырос на 9 %, следует из таблиц статкомитета Армении.",
            "на 9 %",
            "org:Статистический комитет Армении",
        ),
    ],
)
def test_voice_of_a_figure(text: str, words: str, voice: str) -> None:
    start = text.index(words)
    assert voice_at(bundle(text), (start, start + len(words))) == voice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the subject's own verb after an aside sets nobody's words in
        ("Премьер Эдгарс Лиепа, выступавший утром, объяснил это нехваткой денег.", []),
        ("После того как Канберра потребовала созвать комиссию, суд закрыл дело.", ["созвать комиссию"]),
        ("Осло ответило тем, что закрыло гавань.", []),
        ("Напомню, союз возник позже лиги, и об этом забыли.", []),
        ("Президент Чили Габриэль Борич назвал выборы победой терпения.", ["выборы победой терпения"]),
        ("Президент Чили Габриэль Борич назвал улицу именем поэта.", []),
        ("Министр Анна Берг обвинила соседей в срыве поставок.", ["соседей в срыве поставок"]),
        ("Министр Анна Берг, обещавшая построить мост, ушла.", ["построить мост"]),
        ("Премьер Анна Берг сообщила, что «с мятежниками договора не будет», и вышла.",
         ["с мятежниками договора не будет"]),
        ("Премьер Анна Берг назвала доклад «нелепым».", ["нелепым"]),
        ("Посол прочёл слова Анны Берг о «мягкой осаде».", ["мягкой осаде"]),
        ("По словам Анны Берг, торговля «тяготеет к сырью».", ["тяготеет к сырью"]),
        ("Анна Берг подписала хартию о «возобновлённой дружбе».", []),
        ("Суд, по словам Анны Берг, состоится в мае.", ["Суд, по словам Анны Берг, состоится в мае"]),
        ("— Магазины там пустые, а улицы полны людей, которым нечего купить.", []),
        ("МИНИСТР ДЬЯРФАШ: Мы ответим завтра.", ["Мы ответим завтра."]),
        ("Ответ: Мы ничего не подписывали.", ["Мы ничего не подписывали."]),
    ],
)  # fmt: skip
def test_what_is_said_and_what_is_not(text: str, expected: list[str]) -> None:
    assert [words for _, _, words in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Премьер Тереза Линд прилетела. Снег шёл до вечера. «Мы опоздали», – сказала она.", "person:Линд"),
        ("Премьер Тереза Линд встретила Ивана Котова. Она обещает вернуться.", "person:Линд"),
        ("«Торга не будет», — отрезал Виктор Орбан.", "person:Орбан"),
        (
            "Вчера вечером в столице, где ещё шёл дождь, прилетевших гостей встретил у трапа министр Жозе Крутой. "
            "Он отметил, что Лима молчит.",
            "person:Крутой",
        ),
        ("Вице-президент Майк Пенс прилетел в Осло. «Этого мало», – заметил гость.", "person:Пенс"),
        ("МИНИСТР ДЬЯРФАШ: Мы ответим завтра.", "person:Дьярфаш"),
    ],
)
def test_whose_words(text: str, speaker: str) -> None:
    assert read(text)[-1][0] == speaker


def test_nested_and_open_marks() -> None:
    nested = quoted('"Да, у "Единой России" есть план", – сказал он.')
    assert [(q.start, q.end, q.depth) for q in nested] == [(1, 32, 0), (8, 21, 1)]
    (left_open,) = quoted("Он начал: «Скажу прямо")
    assert not left_open.closed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Без турецкого транзита Грузия не выживет.", "irreplaceable"),
        ("Рано или поздно Исландия окажется в Евросоюзе.", "inevitable"),
        ("Экспорт Исландии в 2019 году вырос на 5 %, и это неизбежно.", None),
        ("Исландия экспортирует рыбу.", None),
    ],
)
def test_theses_judge_and_carry_no_fact(text: str, form: str | None) -> None:
    assert [m.proposition.to_json()["form"] for m in theses(bundle(text))] == ([form] if form else [])


@pytest.mark.parametrize("unit", ["«»", '" ', "«a"])
def test_marks_are_read_in_linear_time(unit: str) -> None:
    def took(count: int) -> float:
        started = time.process_time()
        assert quoted(unit * count) is not None
        return time.process_time() - started

    took(1_000)
    # four times the marks: twelve times the time allows for noise, and a square would be sixteen
    assert min(took(40_000) for _ in range(3)) < 12 * max(min(took(10_000) for _ in range(3)), 1e-3)
