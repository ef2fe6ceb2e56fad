"""Documents and settings for what-if: all ways of weights, raters, blanks, ranges, musts, ties, estimates."""

from hypothesis import strategies as st

from archkit.analysis.compare import compare
from archkit.model.criterion_weights import criterion_weights, has_weight
from archkit.model.document import Document

OPTIONS = ("Ash", "Birch", "Cedar", "Douglas <fir>")
WEIGHTS = {
    "direct": ["", "", "0", "0.25", "5", "30", "30", "12.5", "heavy"],
    "swing": ["", "", "0", "40", "60", "100", "100"],
    "rank": ["", "", "1", "2", "2", "3", "4", "first"],
    "pairwise": ["", "7"],
}
SCORES = st.sampled_from(["", "", "1", "3", "3", "5", "2–4", "1-5", "9", "lots", "4 [F1]"])
SCALES = st.sampled_from(["", "", "days: 40 … 5", "0 … 10", "3 … 3", "no ends"])
ANSWERS = st.sampled_from(["yes", "yes", "yes", "no", "", "perhaps", "Y"])
RATIOS = st.sampled_from(["1", "2", "3", "1/2", "5", "equal"])


@st.composite
def documents(draw):
    method = draw(st.sampled_from(sorted(WEIGHTS)))
    options = OPTIONS[: draw(st.integers(1, 4))]
    weights = st.sampled_from(WEIGHTS[method])
    criteria = [
        {"criterion": f"C{at}", "weight": "must", "scores": {name: draw(ANSWERS) for name in options}}
        if draw(st.integers(0, 4)) == 0
        else {"criterion": f"C{at}", "weight": draw(weights), "scale": draw(SCALES),
              "scores": {name: draw(SCORES) for name in options}}
        for at in range(draw(st.integers(1, 6)))
    ]  # fmt: skip
    return Document.model_validate({
        "title": "Trees",
        "options": [{"name": name} for name in options],
        "comparison": {
            "options": options,
            "weights": method,
            "criteria": criteria,
            "judgements": draw(judgements(len(criteria))) if method == "pairwise" else [],
            "ratings": draw(ratings(criteria, options, weights)),
        },
        "effort": {"work_items": draw(work_items(options)), "correlation": draw(st.sampled_from(["", 0, 0.2, 1])),
                   "draws": 500, "distribution": draw(st.sampled_from(["", "triangular"])),
                   "ends": draw(st.sampled_from(["", "90 % range"]))},
    })  # fmt: skip


@st.composite
def judgements(draw, count):
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count) if draw(st.integers(0, 3))]
    return [{"criterion": f"C{one}", "against": f"C{other}", "ratio": draw(RATIOS)} for one, other in pairs]


@st.composite
def ratings(draw, criteria, options, weights):
    return [
        {"rater": who, "criterion": item["criterion"], "weight": draw(weights) if item["weight"] != "must" else "",
         "scores": {name: draw(ANSWERS if item["weight"] == "must" else SCORES) for name in options}}
        for who in ("Ana", "Ben")[: draw(st.integers(0, 2))] for item in criteria if draw(st.integers(0, 3))
    ]  # fmt: skip


@st.composite
def work_items(draw, options):
    rows = []
    for at in range(draw(st.integers(0, 6))):
        low, likely, high = sorted(draw(st.lists(st.integers(0, 60), min_size=3, max_size=3)))
        option = draw(st.sampled_from(["", *options]))
        rows.append({"work_item": f"W{at}", "kind": draw(st.sampled_from(["development", "testing", "moving"])),
                     "option": option, "low": low, "likely": likely, "high": high})  # fmt: skip
    return rows


@st.composite
def settings_of(draw, data):
    """Return what a reader moves: weights by place, open musts, and a correlation."""
    low, high = data["range"]
    places = st.lists(st.integers(0, max(0, len(data["weights"]) - 1)), unique=True, max_size=3)
    moved = st.integers(int(low), int(high)) if data["method"] == "rank" else st.integers(0, 400)
    scale = 1 if data["method"] == "rank" else high / 400
    weights = {at: draw(moved) * scale for at in draw(places)} if data["weights"] else {}
    musts = [at for at in range(len(data["gates"])) if draw(st.booleans())]
    return {"weights": weights, "open": musts, "correlation": draw(st.integers(0, 20)) / 20}


def edited(document, settings):
    """Return the document in which an author has typed what a reader moved."""
    comparison = document.comparison
    criteria = list(comparison.criteria)
    weighed = [at for at, item in enumerate(criteria) if has_weight(item)]
    gates = [at for at, item in enumerate(criteria) if item.is_gate]
    changes = {}
    if settings["weights"] and comparison.weights == "pairwise":
        shares = criterion_weights(comparison).shares
        for at in weighed:
            criteria[at] = criteria[at].replace(weight=f"{100 * shares[at]:.9f}")
        bare = [rating.replace(weight="") for rating in comparison.ratings]
        changes = {"weights": "direct", "judgements": (), "ratings": tuple(bare)}
    for place, weight in settings["weights"].items():
        criteria[weighed[place]] = criteria[weighed[place]].replace(weight=f"{weight:.9f}")
    names = [option.name for option in compare(document).options]
    for place in settings["open"]:
        criteria[gates[place]] = criteria[gates[place]].replace(scores=dict.fromkeys(names, "yes"))
    return document.replace(comparison=comparison.replace(criteria=tuple(criteria), **changes))
