"""A small document that draws every chart of the page, with one text in all of its names."""

from archkit.model.document import Document

HOSTILE_NAME = "<b>$_$</b> \u202eegap\u202c 🧨 **x** | [F1](javascript:alert(1)) \"'" + "W" * 160


def lively_document(text: str) -> Document:
    """Return a document of three options, two raters, four phases that wait for each other, and four risks."""
    one, two, three = (f"{text} {place}" for place in ("one", "two", "three"))
    near, far = f"{text} near", f"{text} far"
    return Document.model_validate({
        "title": text,
        "options": [{"name": name} for name in (one, two, three)],
        "comparison": {
            "options": [one, two, three],
            "weights": "pairwise",
            "reference": two,
            "criteria": [
                {"criterion": near, "scores": {one: "4", two: "2–5", three: "1"}},
                {"criterion": far, "scale": "days: 40 … 5", "scores": {one: "12", two: "5", three: "6"}},
                {"criterion": f"{text} may", "scores": {one: "2", three: "5"}},
            ],
            "judgements": [
                {"criterion": near, "against": far, "ratio": "3"},
                {"criterion": far, "against": f"{text} may", "ratio": "1/2"},
                {"criterion": near, "against": f"{text} may", "ratio": "2"},
            ],
            "ratings": [
                {"rater": f"{text} Ana", "criterion": f"{text} may", "weight": "20", "scores": {two: "1"}},
                {"rater": f"{text} Ben", "criterion": f"{text} may", "scores": {two: "5", three: "4"}},
            ],
        },
        "phases": [
            {"phase": f"{text} first", "after": "start", "people": 2},
            {"phase": f"{text} left", "after": "1"},
            {"phase": f"{text} right", "after": "1", "people": 3},
            {"phase": f"{text} last", "after": "2, 3"},
        ],
        "risks": [
            {"risk": f"{text} fire", "likelihood": "likely", "impact": "huge", "mitigation": text,
             "mitigation_cost": 2, "residual_likelihood": "10 %", "residual_cost": 3, "owner": text},
            {"risk": f"{text} flood", "likelihood": "rare", "impact": "small"},
            {"risk": f"{text} fog", "likelihood": text, "impact": text},
            {"risk": f"{text} frost", "likelihood": "20 %", "cost": 4, "option": one},
        ],
        "risk_scale": [
            {"scale": "impact", "word": "small", "low": 1, "high": 2},
            {"scale": "impact", "word": "huge", "low": 30, "high": 60},
        ],
        "effort": {
            "work_items": [
                {"work_item": f"{text} {place}", "kind": "testing" if place % 2 else text, "phase": str(place % 4 + 1),
                 "option": (one, two, "")[place % 3], "low": 1, "likely": 2 + place, "high": 9 + place}
                for place in range(12)
            ],
            "distribution": "triangular",
            "ends": "80 % range",
            "correlation": 0.2,
            "draws": 2000,
            "seed": 7,
            "team": 4,
            "start": "2027-01-11",
            "details": [{"key": text, "value": text}],
        },
    })  # fmt: skip
