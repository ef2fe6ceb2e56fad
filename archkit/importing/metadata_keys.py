"""The literal table of keys: what status, date and people are called in front matter and `Key: value` lines."""

from __future__ import annotations

_WORDS: dict[str, str] = {
    "status": (
        "status | stand | statut | état | estado | stato | 状态 | 狀態 | ステータス | 状態 | decision status | "
        "adr status | durum | статус | situação | 상태 | current status | rfc status | 当前状态 | 决策状态 | "
        "현재 상태 | состояние | estatus | stan | zustand | decision state | state"
    ),
    "date": (
        "date | datum | fecha | data | 日期 | 日付 | tarih | дата | last updated | start date | start-date | "
        "creation-date | creation date | created | created on | created at | decision date | date of decision | "
        "decided on | 날짜 | last-updated | updated | 決定日 | 作成日 | 承認日 | 更新日 | 决定日期 | 决策日期 | "
        "创建时间 | 创建日期 | 更新日期 | fecha de decisión | data da decisão | date de décision | "
        "date de la décision | entscheidungsdatum | дата принятия | дата решения | 결정일 | 작성일 | 결정 날짜 | "
        "data decyzji | approved on"
    ),
    "decision_makers": (
        "deciders | decider | decider(s) | decision-makers | decision makers | decision_makers | decision maker | "
        "decision maker(s) | decision-maker | decision owner | decided by | decided-by | entscheider | "
        "entscheider:innen | entscheiderinnen | entscheidungsträger | décideurs | décideur | décideur(s) | "
        "décisionnaires | décisionnaire | decisores | decisor | decisori | tomadores de decisão | beslissers | "
        "approvers | approver | approved by | 决策者 | 决策人 | 決策者 | 決定者 | 意思決定者 | 承認者 | 결정자 | "
        "의사결정자 | 승인자 | принявшие решение | лица, принимающие решение | принял | decydenci | decydent | "
        "karar vericiler"
    ),
    "authors": (
        "author | authors | author(s) | original author | original authors | original author(s) | autor | "
        "autoren | autor(en) | auteur | auteurs | auteur(s) | autores | autor(es) | autori | 作者 | 著者 | "
        "作成者 | 起草者 | written by | rfc author | rfc authors | rfc author(s) | автор | авторы | 작성자 | "
        "저자 | autorzy | yazar | co-authors"
    ),
    "review_by": "review by | review-by | review date | next review | next review date | nächste prüfung",
}
#: Keys that are fields, by what they are called elsewhere, without case.
KEYS: dict[str, str] = {word: name for name, words in _WORDS.items() for word in words.split(" | ")}
