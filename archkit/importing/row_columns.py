"""The literal table of columns: what a row's fields are called in other people's lists, tables and sheets."""

from __future__ import annotations

from functools import cache

from archkit.importing.meanings import folded_heading
from archkit.model.components import Component
from archkit.model.dependencies import Dependency
from archkit.model.effort import WorkItem
from archkit.model.fields import Row, fields_of
from archkit.model.findings import Finding
from archkit.model.integration_points import IntegrationPoint
from archkit.model.phases import Phase
from archkit.model.risks import Risk
from archkit.model.security import Consideration

#: The row of each section that a list or table can fill; its first named field is the one that makes a row.
ROWS: dict[str, type[Row]] = {
    "risks": Risk,
    "effort": WorkItem,
    "findings": Finding,
    "components": Component,
    "integration_points": IntegrationPoint,
    "security": Consideration,
    "phases": Phase,
    "dependencies": Dependency,
}
#: The field without which there is no row, and the one for the text behind it, by section.
NAMED: dict[str, tuple[str, str]] = {
    "risks": ("risk", "mitigation"),
    "effort": ("work_item", ""),
    "findings": ("text", ""),
    "components": ("component", "purpose"),
    "integration_points": ("system", "how"),
    "security": ("consideration", ""),
    "phases": ("phase", "what"),
    "dependencies": ("dependency", "why"),
}
#: How the other frames that archkit exports begin, which are no rows of a section.
_OTHER_FRAMES = (
    "name | based_on | description",
    "option | side | claim",
    "criterion | scale | weight",
    "criterion | against | ratio",
    "rater | criterion | weight",
    "id | label | shape",
    "source | target | what",
    "label | text",
    "scale | word | low",
)
#: The column of a frame that holds several details, one `Key: value` a line.
DETAILS = "details"
#: Titles of columns, as `folded_heading` gives them, by section and field; `|` stands between two.
COLUMNS: dict[str, dict[str, str]] = {
    "risks": {
        "risk": ("risk description | risiko | risque | riesgo | risco | rischio | 风险 | リスク | threat | event"),
        "likelihood": (
            "probability | chance | wahrscheinlichkeit | eintrittswahrscheinlichkeit | probabilité | "
            "probabilidad | probabilidade | probabilità | kans | 可能性 | 概率 | 確率"
        ),
        "impact": (
            "severity | consequence | effect | auswirkung | schaden | schwere | impacto | gravité | 影响 | 影響"
        ),
        "mitigation": (
            "mitigations | countermeasure | response | mitigation strategy | measure | action | maßnahme | "
            "massnahme | gegenmaßnahme | mesure | mitigación | mitigação | mitigazione | maatregel | 缓解措施 | "
            "対策"
        ),
        "owner": ("risk owner | responsible | verantwortlich | verantwortlicher | responsable | responsável | 负责人"),
        "status": "state | stand | statut | estado | stato | 状态",
        "cost": "cost in days | kosten | coût | costo | custo",
        "mitigation_cost": "mitigation cost in days | cost of mitigation",
        "phase": "milestone",
    },
    "effort": {
        "work_item": (
            "item | task | work package | story | activity | arbeitspaket | aufgabe | tâche | tarea | tarefa | "
            "attività | taak | 任务 | 作業 | タスク | what | feature | epic"
        ),
        "kind": "type | category | art | typ | tipo | 类型 | 種別",
        "phase": "milestone | sprint | iteration | release | meilenstein",
        "low": "min | minimum | optimistic | best case | best | o | optimistisch | bestcase",
        "likely": (
            "most likely | expected | estimate | days | effort | realistic | m | aufwand | schätzung | pt | "
            "person days | estimated days | effort in days | realistisch | esfuerzo | 工作量 | 見積"
        ),
        "high": "max | maximum | pessimistic | worst case | worst | p | pessimistisch | worstcase",
    },
    "findings": {
        "text": ("finding | result | what was found | observation | insight | erkenntnis | statement | 发现 | summary"),
        "source": "url | link | reference | quelle | origin | address | fuente | fonte | bron | 来源 | 出典",
        "label": "kind | type | art | category | topic",
        "id": "no | nr | number | key | ref",
        "metric": "figure | measure | number measured | kennzahl",
        "checked": "date | checked on | datum | retrieved on | accessed",
        "confidence": "certainty | trust | vertrauen",
    },
    "components": {
        "component": (
            "name | module | service | building block | komponente | baustein | composant | componente | 组件 | "
            "コンポーネント | element | container"
        ),
        "purpose": (
            "description | responsibility | responsibilities | role | zweck | verantwortung | aufgabe | 职责 | "
            "beschreibung | what it does | 功能 | 説明"
        ),
        "group": "change | new or modified",
    },
    "integration_points": {
        "system": (
            "external system | interface | partner | neighbour | neighbor | communication partner | "
            "nachbarsystem | kommunikationspartner | actor | sistema | système | 系统 | integration"
        ),
        "how": ("protocol | description | beschreibung | how it integrates | technology | channel | kanal | protokoll"),
    },
    "security": {
        "consideration": "security consideration | concern | requirement | threat | control | topic",
    },
    "phases": {
        "phase": ("name | milestone | stage | step | meilenstein | fase | etapa | 阶段 | フェーズ | increment"),
        "what": ("scope | deliverable | deliverables | description | goal | inhalt | lieferumfang | content | 内容"),
        "after": "depends on | predecessor | predecessors | abhängig von | dependency",
        "people": "team size | headcount | personen | staff",
    },
    "dependencies": {
        "dependency": (
            "name | depends on | library | constraint | abhängigkeit | randbedingung | package | 依赖 | "
            "prerequisite | requirement | team"
        ),
        "why": ("reason | purpose | description | why needed | grund | zweck | explanation | erläuterung | 原因"),
    },
}


@cache
def columns_of(section: str) -> dict[str, str]:
    """Return the fields of a section's rows by what a column may be called."""
    found = {
        folded_heading(spec.title): spec.key
        for spec in fields_of(ROWS[section])
        if spec.kind not in ("details", "columns")
    }
    found |= {
        spec.key.replace("_", " "): spec.key
        for spec in fields_of(ROWS[section])
        if spec.kind not in ("details", "columns")
    }
    for key, names in COLUMNS[section].items():
        for name in names.split(" | "):
            found.setdefault(name, key)
    return found


def column_meanings(section: str, titles: list[str]) -> list[str]:
    """Return the field that each column fills, "" for a column of the author's own; a field is filled once."""
    known, used, found = columns_of(section), set(), []
    for title in titles:
        # archkit writes the titles of a frame with `_`.
        key = known.get(folded_heading(title.replace("_", " ")), "")
        found.append("" if key in used else key)
        used.add(key)
    return found


def best_section(titles: list[str]) -> str:
    """Return the section whose rows these columns describe best, "" for none."""
    if " | ".join(titles).startswith(_OTHER_FRAMES):
        return ""
    best, score = "", 0.0
    for section in ROWS:
        meanings = column_meanings(section, titles)
        if NAMED[section][0] not in meanings:
            continue
        own = {spec.key for spec in fields_of(ROWS[section])}
        exact = sum(1 for title in titles if folded_heading(title.replace("_", " ")).replace(" ", "_") in own)
        known = sum(1 for meaning in meanings if meaning) + (DETAILS in titles and DETAILS in own)
        found = known + exact / 10
        if found > score:
            best, score = section, found
    return best if score >= min(2, len(titles)) else ""
