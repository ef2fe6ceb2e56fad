"""The literal table of headings: what a heading of another style holds, in the languages that people write in."""

from __future__ import annotations

#: Headings, as `folded_heading` gives them, by what stands below them; `|` stands between two.
HEADINGS: dict[str, str] = {
    "summary": (
        "summary | executive summary | abstract | tl;dr | tldr | one-paragraph explanation | in short | "
        "zusammenfassung | kurzfassung | résumé | resumen | resumo | riassunto | sommario | samenvatting | "
        "摘要 | 概要 | 要約 | サマリー | 요약 | резюме | podsumowanie | özet | sammanfattning | "
        "introduction and goals | einführung und ziele"
    ),
    "context": (
        "context | context and problem statement | problem statement | problem | background | motivation | "
        "context and problem | problem description | issue | the problem | why | decision context | kontext | "
        "kontext und problemstellung | problemstellung | hintergrund | ausgangslage | contexte | "
        "contexte et problématique | contexte et énoncé du problème | problématique | énoncé du problème | "
        "contexto | contexto y planteamiento del problema | planteamiento del problema | antecedentes | "
        "contexto y problema | contexto e declaração do problema | contexto e problema | contexto e motivação | "
        "contesto | contesto e definizione del problema | contesto e problema | descrizione del problema | "
        "context en probleemstelling | probleemstelling | achtergrond | aanleiding | 背景 | 上下文 | "
        "背景与问题陈述 | 背景和问题陈述 | 上下文和问题陈述 | 问题描述 | 问题陈述 | 背景・課題 | コンテキスト | "
        "コンテキストと問題 | コンテキストと課題 | 背景と課題 | 背景と問題 | 文脈 | 課題 | 배경 | контекст | "
        "контекст и постановка проблемы | kontekst | bağlam | problem ifadesi | sammanhang | arka plan | "
        "sorun | bağlam ve sorun bildirimi | bağlam ve problem ifadesi | 문맥 | 상황 및 문제 설명 | 컨텍스트 | "
        "컨텍스트 및 문제 설명 | 背景と問題提起 | コンテキストと問題提起 | コンテキストと問題ステートメント | "
        "контекст и описание проблемы | problem och sammanhang | 问题背景 | 背景和问题 | 上下文与问题陈述 | "
        "背景与问题 | current situation | current state | introduction and background | problembeschreibung | "
        "problemstellung und kontext | kontext und problem | contexte et problème | "
        "contexte et description du problème | contexto y declaración del problema | "
        "contexto y descripción del problema | contexto e descrição do problema | "
        "contesto e descrizione del problema | context en probleembeschrijving | user story"
    ),
    "drivers": (
        "decision drivers | drivers | forces | decision criteria | criteria | evaluation criteria | "
        "selection criteria | key drivers | architectural drivers | decision factors | entscheidungstreiber | "
        "entscheidungskriterien | einflussfaktoren | treiber | kriterien | facteurs de décision | "
        "critères de décision | moteurs de décision | éléments de décision | critères | factores de decisión | "
        "criterios de decisión | impulsores de la decisión | criterios | fatores de decisão | "
        "critérios de decisão | direcionadores da decisão | critérios | fattori decisionali | "
        "criteri di decisione | fattori di decisione | criteri | beslissingsfactoren | drijfveren | "
        "besliscriteria | beslissingscriteria | 决策驱动因素 | 决策驱动 | 决策因素 | 决策标准 | 判断基準 | "
        "決定要因 | 意思決定の要因 | 決定の要因 | 意思決定ドライバー | 決定ドライバー | факторы решения | "
        "карар etkenleri | karar etkenleri | 의사결정 동인 | 결정 동인 | 결정 요인 | 意思決定推進者 | "
        "意思決定の推進要因 | impulsores de decisión | entscheidungsfaktoren | "
        "entscheidungstreiber und kriterien | karar kriterleri | 決定の推進要因 | 決定の原動力 | "
        "determinanti della decisione | driver decisionali | moteurs de la décision | facteurs décisionnels | "
        "motivadores de la decisión | motivadores da decisão | beslissingsdrijfveren | considerations | "
        "决策驱动力 | requirements and constraints | decision drivers and forces"
    ),
    "options": (
        "considered options | options considered | options | considered alternatives | "
        "alternatives considered | alternatives | alternative solutions | considered solutions | "
        "possible solutions | solution options | other options | other options considered | "
        "alternative approaches | rejected alternatives | proposals | other alternatives | "
        "alternatives considered and rejected | rejected options | alternative designs | solutions considered | "
        "solutions | options analysis | option analysis | positions | choices | do nothing | "
        "considered approaches | approaches | approaches considered | alternatives we considered | "
        "alternative | betrachtete optionen | erwogene optionen | optionen | alternativen | "
        "betrachtete alternativen | mögliche lösungen | lösungsoptionen | in betracht gezogene optionen | "
        "berücksichtigte optionen | options envisagées | options considérées | alternatives envisagées | "
        "alternatives considérées | solutions envisagées | options étudiées | solutions possibles | "
        "opciones consideradas | opciones | alternativas consideradas | alternativas | opções consideradas | "
        "opções | alternativas avaliadas | opzioni considerate | opzioni | alternative considerate | "
        "opzioni valutate | overwogen opties | opties | overwogen alternatieven | alternatieven | 考虑的方案 | "
        "备选方案 | 可选方案 | 考虑的选项 | 候选方案 | 方案 | 选项 | 考虑过的方案 | 検討した選択肢 | "
        "検討した案 | 選択肢 | 検討された選択肢 | 代替案 | 候補 | 検討事項 | 検討した代替案 | 고려한 옵션 | "
        "рассмотренные варианты | варианты | альтернативы | rozważane opcje | opcje | "
        "değerlendirilen seçenekler | seçenekler | alternatifler | övervägda alternativ | alternativ | "
        "değerlendirilen alternatifler | dikkate alınan seçenekler | pozisyonlar | 고려되는 옵션 | "
        "고려된 옵션 | 고려한 대안 | 検討対象となるオプション | 検討されたオプション | 検討したオプション | "
        "比較検討した選択肢 | 考虑的备选方案 | 备选项 | 可选项 | 候选选项 | geprüfte optionen | "
        "geprüfte alternativen | betrachtete lösungen | untersuchte optionen | options possibles | "
        "opciones evaluadas | alternatives and options | alternativas analisadas | "
        "opzioni prese in considerazione | beschouwde opties | alternatives/options | possible options | "
        "potential solutions | evaluated options | option list | candidates | available options | "
        "what other designs have been considered"
    ),
    "option_details": (
        "pros and cons of the options | pros and cons | pros & cons | pros & cons of the options | "
        "option details | comparison of options | options in detail | evaluation of options | "
        "analysis of options | pros/cons | advantages and disadvantages | analysis | evaluation | "
        "pros and cons of the alternatives | vor- und nachteile der optionen | vor- und nachteile | "
        "pro und contra der optionen | optionen im detail | vorteile und nachteile der optionen | "
        "bewertung der optionen | pro und contra | avantages et inconvénients des options | "
        "avantages et inconvénients | pour et contre | ventajas y desventajas de las opciones | "
        "pros y contras de las opciones | ventajas y desventajas | pros y contras | prós e contras das opções | "
        "prós e contras | vantagens e desvantagens | pro e contro delle opzioni | pro e contro | "
        "vantaggi e svantaggi | vantaggi e svantaggi delle opzioni | voor- en nadelen van de opties | "
        "voor- en nadelen | voors en tegens | voors en tegens van de opties | 方案的优缺点 | 选项的优缺点 | "
        "优缺点 | 各方案优缺点 | 方案优缺点 | 优劣分析 | 选项优缺点 | 選択肢の長所と短所 | "
        "選択肢の良い点・悪い点 | 選択肢のメリットとデメリット | メリット・デメリット | 長所と短所 | "
        "各選択肢のメリットとデメリット | 各案の長所と短所 | seçeneklerin artıları ve eksileri | "
        "seçenek analizi | 옵션의 장점과 단점 | 옵션별 장단점 | オプションの長所と短所 | 各選択肢の長所と短所 | "
        "各选项的优缺点 | 方案优缺点对比 | 选项的利弊 | 各选项利弊 | 方案对比 | "
        "ventajas e inconvenientes de las opciones | vorteile und nachteile | pour et contre des options | "
        "avantages et inconvénients des solutions | bewertung der alternativen | detailed analysis | "
        "options details | discussion of options | alternatives in detail | option evaluation | "
        "pros and cons of the solutions | comparison | evaluation of the options | "
        "pros and cons of each option | optiedetails"
    ),
    "outcome": (
        "decision outcome | decision | outcome | decisions | recommendation | proposal | proposed solution | "
        "solution | chosen option | our decision | the decision | resolution | recommended approach | "
        "decision and rationale | decision & rationale | solution strategy | proposed approach | "
        "final decision | selected option | chosen solution | approach | proposed decision | conclusion | "
        "recommended solution | entscheidung | entscheidungsergebnis | ergebnis der entscheidung | ergebnis | "
        "lösungsstrategie | beschluss | gewählte option | décision | résultat de la décision | "
        "issue de la décision | resultado de la decisión | decisión | resultado da decisão | decisão | "
        "esito della decisione | decisione | besluit | beslissing | uitkomst van de beslissing | "
        "beslissingsresultaat | genomen besluit | résultat | decisão tomada | 决策 | 决定 | 决策结果 | "
        "决策结论 | 结论 | 决策产出 | 决定结果 | 決定 | 決定事項 | 決定結果 | 意思決定 | 意思決定の結果 | "
        "決定内容 | 採用案 | 결정 | решение | результат решения | decyzja | karar | beslut | karar sonucu | "
        "결정 결과 | 의사결정 결과 | 意思決定結果 | 意思決定の成果 | решение и обоснование | penderfyniad | "
        "entscheidung und begründung | décision prise | décision et justification | decisión tomada | "
        "resultado de decisión | entscheidungsausgang | getroffene entscheidung | genomen beslissing | "
        "beslissing en motivatie | uitkomst | esito | decisione presa | decisão final | 最终决策 | 最终决定 | "
        "决策内容 | 技术决策 | 選択された案 | proposed design | selected solution | selected approach | "
        "final recommendation | decision made | decided | our choice"
    ),
    "rationale": (
        "rationale | rationale and alternatives | justification | reasoning | argument | arguments | "
        "why this option | reason | reasons | begründung | gründe | justificación | justificativa | "
        "motivazione | motivering | 理由 | 决策理由 | 決定理由 | 選定理由 | gerekçe | обоснование | raisons | "
        "onderbouwing | argüman | argumentation | motivation for the decision | why this decision | "
        "justificativa da decisão | justification de la décision"
    ),
    "consequences": (
        "consequences | consequence | implications | impact | impacts | results | trade-offs | tradeoffs | "
        "konsequenzen | folgen | auswirkungen | conséquences | consecuencias | consequências | conseguenze | "
        "gevolgen | consequenties | 后果 | 影响 | 结果 | 決定の影響 | 影響 | 結果 | 帰結 | 결과 | последствия | "
        "konsekwencje | sonuçlar | etkiler | konsekvenser | 긍정적인 및 부정적인 결과 | "
        "konsekvenser och effekter | auswirkungen der entscheidung | consequences and trade-offs | "
        "consequences and tradeoffs | impact analysis | outcomes and consequences | "
        "conséquences de la décision | impactos | 决策后果 | 决策影响 | 影響と結果 | "
        "consequences of the decision"
    ),
    "positive": (
        "positive consequences | positive | benefits | positives | advantages | good | positive impacts | "
        "positive konsequenzen | positive folgen | positive auswirkungen | conséquences positives | "
        "consecuencias positivas | positivas | consequências positivas | conseguenze positive | positief | "
        "positieve gevolgen | 正面影响 | 积极影响 | 积极后果 | 正面 | 好处 | 良い影響 | ポジティブな結果 | "
        "ポジティブな影響 | 肯定的な結果 | 良い結果 | olumlu sonuçlar | olumlu | positivos | positifs | "
        "긍정적인 결과 | 긍정적 결과 | olumlu sonuclar | ポジティブな影響・結果 | 積極的な影響 | "
        "vorteile der entscheidung | pozitif | impactos positivos | avantages de la décision | "
        "positive outcomes | positive effects"
    ),
    "negative": (
        "negative consequences | negative | negatives | disadvantages | bad | negative impacts | downsides | "
        "negative konsequenzen | negative folgen | negative auswirkungen | conséquences négatives | négatives | "
        "consecuencias negativas | negativas | consequências negativas | conseguenze negative | negatief | "
        "negatieve gevolgen | 负面影响 | 消极影响 | 消极后果 | 负面 | 悪い影響 | ネガティブな結果 | "
        "ネガティブな影響 | 否定的な結果 | 悪い結果 | olumsuz sonuçlar | olumsuz | negativos | négatifs | "
        "부정적인 결과 | 부정적 결과 | nachteile der entscheidung | negatif | impactos negativos | "
        "negative outcomes | negative effects"
    ),
    "pros": (
        "pros | pro | advantages | strengths | arguments for | vorteile | avantages | ventajas | prós | "
        "vantagens | vantaggi | voordelen | 优点 | 优势 | メリット | 長所 | 利点 | 良い点 | 장점 | "
        "преимущества | плюсы | zalety | artılar | fördelar | what is good | benefits"
    ),
    "cons": (
        "cons | con | contra | disadvantages | weaknesses | arguments against | nachteile | inconvénients | "
        "desventajas | contras | desvantagens | svantaggi | contro | nadelen | 缺点 | 劣势 | デメリット | "
        "短所 | 欠点 | 悪い点 | 단점 | недостатки | минусы | wady | eksiler | nackdelar | drawbacks"
    ),
    "drawbacks": "drawbacks | why should we not do this | nachteile der lösung | known drawbacks",
    "references": (
        "links | references | more information | further reading | related | resources | sources | see also | "
        "related links | literature | additional information | weitere informationen | verweise | quellen | "
        "referenzen | liens | références | plus d'informations | enlaces | referencias | más información | "
        "referências | mais informações | riferimenti | collegamenti | verwijzingen | meer informatie | "
        "bronnen | 链接 | 参考 | 参考资料 | 更多信息 | 相关链接 | 参考文献 | リンク | 参考リンク | 関連リンク | "
        "ссылки | 링크 | 참고자료 | ilgili | daha fazla bilgi | i̇lgili | notlar ve bağlantılar | 追加情報 | "
        "詳細情報 | その他の情報 | mehr informationen | weiterführende informationen | weiterführende links | "
        "informations complémentaires | informations supplémentaires | información adicional | "
        "maggiori informazioni | ulteriori informazioni | aanvullende informatie | 补充信息 | 附加信息 | "
        "相关资料 | bibliography | reference"
    ),
    "status": (
        "status | stand | statut | état | estado | stato | 状态 | ステータス | 状態 | 상태 | статус | durum | "
        "decision status | adr status | situação | decision state | zustand"
    ),
    "date": "date | datum | fecha | data | 日期 | 日付 | 날짜 | дата | tarih | decision date",
    "deciders": (
        "deciders | decision makers | decision-makers | decided by | entscheider | décideurs | decisores | "
        "tomadores de decisão | decisori | beslissers | 决策者 | 決定者 | 意思決定者 | approvers"
    ),
    "authors": "author | authors | autor | autoren | autores | auteur | auteurs | autori | 作者 | 著者",
    "components": (
        "component design | components | new components | building blocks | komponenten | composants | "
        "componentes | componenti | componenten | 组件 | コンポーネント | core components | key components"
    ),
    "data_flow": (
        "data flow | data flows | dataflow | runtime view | laufzeitsicht | datenfluss | flux de données | "
        "flujo de datos | fluxo de dados | flusso di dati | gegevensstroom | 数据流 | データフロー"
    ),
    "integration_points": (
        "integration points | integrations | external interfaces | external systems | context and scope | "
        "kontextabgrenzung | schnittstellen | externe schnittstellen | interfaces"
    ),
    "security": (
        "security considerations | security | security and privacy considerations | security implications | "
        "sicherheit | sicherheitsaspekte | sécurité | seguridad | segurança | sicurezza | 安全 | セキュリティ"
    ),
    "performance": ("performance implications | performance | performance considerations | scalability | leistung"),
    "phases": (
        "implementation phases | phases | roadmap | implementation plan | milestones | rollout plan | plan | "
        "meilensteine | umsetzungsplan | phasen | fases | fasi | etapas | 实施计划 | 实施阶段 | 実装計画"
    ),
    "risks": (
        "risks and mitigations | risks | risk | risks and technical debts | risks and technical debt | "
        "risiken und technische schulden | risiken | risiken und maßnahmen | risques | riesgos | riscos | "
        "rischi | risico's | risico’s | 风险 | 风险与缓解 | リスク | risks & mitigations | risk assessment | "
        "risikos und technische schulden | риски | riskler"
    ),
    "dependencies": (
        "dependencies | prerequisites | abhängigkeiten | voraussetzungen | dépendances | dependencias | "
        "dependências | dipendenze | afhankelijkheden | 依赖 | 依赖项 | 依存関係 | architecture constraints | "
        "randbedingungen"
    ),
    "effort": ("estimated effort | effort | effort estimate | estimates | work items | aufwand | aufwandsschätzung"),
    "findings": "research findings | findings | evidence | prior art | research | stand der technik",
}
