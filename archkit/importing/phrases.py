"""The literal table of phrases: how a pro, a con, an option and a chosen option are announced, in several languages."""

from __future__ import annotations

import re

#: What a point begins with, by what it is; a comma or colon and `because` may follow.
POINT_WORDS: dict[str, tuple[str, ...]] = {
    "pros": (
        *("good", "pro", "pros", "positive", "advantage", "advantages", "benefit", "benefits", "upside", "strength"),
        *("gut", "vorteil", "vorteile", "positiv", "bon", "bien", "avantage", "avantages", "positif"),
        *("bueno", "buena", "ventaja", "ventajas", "positivo", "bom", "boa", "vantagem", "vantagens"),
        *("buono", "bene", "vantaggio", "vantaggi", "goed", "voordeel", "voordelen", "positief", "prós"),
        *(
            "好",
            "优点",
            "优势",
            "良い",
            "良い点",
            "長所",
            "メリット",
            "利点",
            "好处",
            "장점",
            "좋음",
            "좋은 점",
            "хорошо",
            "плюс",
            "dobrze",
        ),
        *("преимущество", "преимущества", "плюсы", "достоинства", "zaleta", "zalety", "plusy", "fördel", "fördelar"),
        *("prò", "bénéfice", "bénéfices", "beneficio", "beneficios", "benefício", "benefícios", "良い面", "優點"),
        *("positives", "strengths", "upsides", "gains", "positivas", "positivos", "positives (benefits)", "很好"),
        *(
            "正面",
            "正面影响",
            "良い影響",
            "긍정적",
            "긍정적 영향",
            "좋은 면",
            "얻은 것",
            "olumlu",
            "avantaj",
            "avantajlar",
            "artılar",
        ),
        *("iyi", "bra", "👍", "✅", "✔", "✔️", "➕", "🟢", "(+)", "[+]", "+"),
    ),
    "cons": (
        *("bad", "con", "cons", "negative", "disadvantage", "disadvantages", "drawback", "drawbacks", "downside"),
        *("weakness", "schlecht", "nachteil", "nachteile", "negativ", "mauvais", "mal", "inconvénient"),
        *("inconvénients", "négatif", "malo", "mala", "desventaja", "desventajas", "negativo", "ruim", "mau"),
        *("desvantagem", "desvantagens", "contra", "contras", "cattivo", "male", "svantaggio", "svantaggi", "contro"),
        *("slecht", "nadeel", "nadelen", "negatief", "坏", "差", "缺点", "劣势", "不好", "悪い", "悪い点", "短所"),
        *("デメリット", "欠点", "단점", "나쁨", "나쁜 점", "плохо", "минус", "źle", "kötü", "dåligt"),
        *("недостаток", "недостатки", "минусы", "wada", "wady", "minusy", "nackdel", "nackdelar", "悪い面", "缺點"),
        *("negatives", "weaknesses", "downsides", "limitations", "negativas", "negativos", "négatifs", "négatives"),
        *(
            "负面",
            "负面影响",
            "悪い影響",
            "부정적",
            "부정적 영향",
            "나쁜 면",
            "잃은 것",
            "olumsuz",
            "dezavantaj",
            "dezavantajlar",
        ),
        *("eksiler", "风险和缺点", "糟糕", "坏的", "不足"),
        *("👎", "❌", "✖", "✖️", "✘", "➖", "🔴", "⚠️", "⚠", "⛔", "🚫", "❗", "(-)", "[-]", "(–)"),
    ),
    "neutral": (
        *(
            "neutral",
            "neutre",
            "neutro",
            "neutra",
            "neutrale",
            "neutraal",
            "中性",
            "中立",
            "ニュートラル",
            "нейтрально",
        ),
        *("⚪", "🟡", "(o)", "(~)"),
    ),
}
#: Why the word before it is so; it belongs to the form and not to the claim.
BECAUSE = (
    *("because", "as", "since", "weil", "da", "denn", "car", "parce que", "parce qu", "puisque", "porque", "ya que"),
    *(
        "pois",
        "perché",
        "poiché",
        "omdat",
        "want",
        "因为",
        "なぜなら",
        "потому что",
        "ponieważ",
        "çünkü",
        "왜냐하면",
        "eftersom",
    ),
)
#: What announces the chosen option.
CHOSEN = (
    *("chosen option", "chosen alternative", "chosen solution", "selected option", "choice", "decision", "selected"),
    *("recommended option", "preferred option", "proposed option", "we chose", "we choose", "chosen", "outcome"),
    *("gewählte option", "gewählte lösung", "gewählte alternative", "ausgewählte option", "entscheidung"),
    *("option choisie", "option retenue", "solution retenue", "solution choisie", "opción elegida", "décision"),
    *("opción seleccionada", "opción escogida", "opção escolhida", "opção selecionada", "opzione scelta"),
    *("soluzione scelta", "gekozen optie", "gekozen oplossing", "gekozen alternatief"),
    *("选择的方案", "选定方案", "选定的方案", "所选方案", "选择方案", "选择的选项", "所选选项", "选择"),
    *(
        "選択した案",
        "選択肢",
        "選択したオプション",
        "採用した選択肢",
        "採用案",
        "選ばれた選択肢",
        "選択された選択肢",
        "決定",
    ),
    *(
        "선택한 옵션",
        "выбранный вариант",
        "wybrana opcja",
        "seçilen seçenek",
        "결정",
        "решение",
        "decisión",
        "decisão",
        "decisione",
        "besluit",
        "valt alternativ",
        "chosen approach",
        "selected solution",
        "selected approach",
        "recommendation",
        "выбрано",
        "выбран",
        "выбранное решение",
        "принятое решение",
        "wybrano",
        "wybrane rozwiązanie",
        "선택",
        "선택한 방안",
        "추천",
        "採用",
        "推奨案",
        "采用方案",
        "最终选择",
        "最终方案",
    ),
)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _point(words: tuple[str, ...]) -> re.Pattern[str]:
    plain = _any_of(tuple(word for word in words if word[0].isalpha()))
    marks = _any_of(tuple(word for word in words if not word[0].isalpha()))
    because = rf"(?:\s*[,:，、：–—-]?\s*(?:{_any_of(BECAUSE)})(?![^\W\d_]))"
    separator = r"\s*(?:[,:：，、]|[–—-](?=\s))"
    return re.compile(
        rf"(?:\*\*|__|\*|_|`)?(?:(?:{plain})(?:\*\*|__|\*|_|`)?(?:{because}|{separator})[,:：，]?(?:\*\*|__|\*|_)?"
        rf"|(?:{marks})(?:{because})?[:,]?(?=\s|\w))\s*",
        re.IGNORECASE,
    )


#: What a point of each kind begins with; the claim stands behind it.
POINTS = {kind: _point(words) for kind, words in POINT_WORDS.items() if words}
#: A label of a list of points that stands alone, or with the points behind its colon.
LABELS = {
    kind: re.compile(
        rf"(?:\*\*|__|\*|_)?(?:[^\w\s]+\s*)?(?:{_any_of(tuple(w for w in words if w[0].isalpha()))})"
        r"(?:\s*\([^)]*\))?\s*[:：]?(?:\*\*|__|\*|_)?\s*[:：]?\s*$",
        re.IGNORECASE,
    )
    for kind, words in POINT_WORDS.items()
}
CHOSEN_OPTION = re.compile(
    rf"(?:[-*+]\s+)?(?:\*\*|__|\*|_)?(?:{_any_of(CHOSEN)})(?:s|\(s\))?(?:\*\*|__|\*|_)?\s*(?:[:：]|はは?|为|是)(?:\*\*|__|\*|_)?\s*",
    re.IGNORECASE,
)
#: A label behind which nothing but the name of an option stands; behind others, such as `Decision:`, a sentence may.
GIVES_A_NAME = re.compile(
    r"\W*(?:(?:chosen|selected|recommended|preferred|proposed) (?:option|alternative|solution|approach)|we cho+se"
    r"|\w+ (?:option|lösung|alternative)|(?:option|solution) \w+|(?:opción|opção|opzione|soluzione) \w+|gekozen \w+"
    r"|valt alternativ|выбранн\w+ \w+|wybran\w+ \w+|seçilen|[选選]|所选|採用|推奨案|采用|最终|선택한)",
    re.IGNORECASE,
)
#: A heading or line that is one option, and where its name begins.
OPTION_HEADING = re.compile(
    r"(?:\*\*)?(?:[^\w\s*`\"'([]+\s*)?(?:considered\s+)?(?:option|alternative|opción|opcion|opção|opzione|optie|approach"
    r"|solution|alternativa|lösung|variante?|variant|proposal|scenario|scénario|вариант|альтернатива|решение|opcja|wariant"
    r"|方案|选项|案|選択肢|代替案|备选方案|替代方案|대안|옵션|방안|seçenek)\s*#?(?P<number>\d{1,3}|[^\W\d_](?![^\W_]))?"
    r"\s*(?:[:：.)]|\s[-–—])\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"“”„«»‘’'`「『＂](?P<name>[^\"“”„«»」』＂\n]{1,200}?)[\"“”«»‘’'`」』＂](?!\w)")
_ADOPTED = (
    r"(?:(?:the\s+)?(?:chosen|selected|accepted|adopted|picked|our choice|winner)|gewählt|ausgewählt|choisie?|retenue?"
    r"|elegid[ao]|seleccionad[ao]|escolhid[ao]|selecionad[ao]|adotad[ao]|scelt[ao]|gekozen|выбран\w*|принят\w*"
    r"|wybran\w+|選択|採用|选定|已选|选中|采用|本\s?adr\s?默认|선택|채택)(?:\s+(?:option|one|solution|approach))?"
)
_TICK = r"(?:✅|✔️?|⭐|🏆)"
#: What fills the brackets behind the name of the option that was chosen, ends the name, or is a tick at either end.
ADOPTED_MARK = re.compile(
    rf"(?:\(\W*{_ADOPTED}\W*\)|\[\W*{_ADOPTED}\W*\]|（\W*{_ADOPTED}\W*）|【\W*{_ADOPTED}\W*】)"
    rf"|(?:\s[—–-]\s|\*\*|←|→|{_TICK})\s*{_TICK}?\s*\*{{0,2}}{_ADOPTED}[\s*!.]*$|{_TICK}\W*$|^\W*{_TICK}\s",
    re.IGNORECASE,
)
