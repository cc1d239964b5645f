"""Texts that once made the reader fail, found by `python -m benchmarks fuzz`; none of them may again."""

from datetime import date

import pytest

from sverka.claims import mention_from_json
from sverka.reading.reader import read


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "²²²²²² ²²²²ртнер вырос на ² млрд долларов.",  # digits to str.isdigit, no numbers to Decimal
        "В ²-м году экспорт вырос на ①² %, а импорт – на ½.",
        "²-й по величине партнёр России – Китай, ②-е место у Германии.",
        "Russia's exports rose by ² per cent in ²²²² and ①st place went to China.",
        "В ٢٠١٤ году экспорт вырос на ١٥ процентов.",  # decimal digits of another script are numbers
        "\ud800 экспорт \udfff России в 2014 году \x00 вырос вдвое",
        "«" * 400 + "Россия" + "»" * 400,
        "1" * 5000 + " млрд долларов",
        "В 2015 году НАТО исполняется 2024 лет.",  # a date before the calendar begins
        "Через 9000 лет Украина вступит в НАТО. В 2014 году ЕС исполнилось 5000 лет.",
        "1,1.1,1.1" * 300,
        "Russia " + "became full " * 400 + "member of the EU.",  # exponential once: two alternatives matched «full »
        "Trade rose to 5 billion more " + "in " * 400 + "it",
        "Россия " + "«б" * 3000,
        "Armenia " + "is not " * 900 + "in the EU",
        "Доля КНР в товарообороте – около четверти.",  # whose turnover is not said anywhere
        "По обороту страна теперь пятая в рос" + "министр иностранных дел Лавров" * 22 + "сийском списке, 9 млрд, 6,7.",
        "Оборот с Казахстаном, по данным Нацстаткоми"
        + "\udced\udca0\udc80" * 20
        + "тета, в 2000-м не дотянул до ста млн.",
        "The Brazilian foreign minister, Celso Amorim" + "½" * 400 + ", met Foreign Minister Sergei Lavrov in 2005.",
        "Foreign Minister Celso Amorim" + "½" * 400 + " of Brazil took office in 2003, and visited Russia.",
        "В ЕАЭС в 2015 году вступила Армения, а за ней вошла и Киргизия в",  # a preposition that rules nothing
        "Без корейских технологий наш автопром встанет. А в Тюркский совет страна вошла в позапрошлом году…",
        "Белка, чья – чья – заявил Белка, а в НАТО страна с 2004 года.",  # a clause opened by «чья» has no «который»
    ],
    ids=range(23),
)
def test_a_hostile_text_is_read(text: str, language: str) -> None:
    reading = read(text, date(2021, 6, 15), language)
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in reading.mentions)
    told = [mention.to_json() for mention in reading.mentions]
    assert [mention_from_json(mention, text).to_json() for mention in told] == told
