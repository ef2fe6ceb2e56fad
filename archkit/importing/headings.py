"""The literal table of headings: what a heading of another style holds, in the languages that people write in."""

from __future__ import annotations

from archkit.importing.decision_headings import DECISION_HEADINGS

#: Headings, as `folded_heading` gives them, by what stands below them; `|` stands between two.
HEADINGS: dict[str, str] = DECISION_HEADINGS | {
    "consequences": (
        "consequences | consequence | implications | impact | impacts | results | trade-offs | tradeoffs | "
        "konsequenzen | folgen | auswirkungen | conséquences | consecuencias | consequências | conseguenze | "
        "gevolgen | consequenties | 后果 | 影响 | 结果 | 決定の影響 | 影響 | 結果 | 帰結 | 결과 | последствия | "
        "konsekwencje | sonuçlar | etkiler | konsekvenser | 긍정적인 및 부정적인 결과 | konsekvenser och effekter | "
        "auswirkungen der entscheidung | consequences and trade-offs | consequences and tradeoffs | "
        "impact analysis | outcomes and consequences | conséquences de la décision | impactos | 决策后果 | "
        "决策影响 | 影響と結果 | consequences of the decision | trade-off | trade offs | tradeoff | "
        "impact assessment | consequences and impact | 결과 및 영향 | 영향 | 트레이드오프 | 后果与影响 | 影响范围 | "
        "影响分析 | 影響範囲 | 影響分析 | トレードオフ | 決定による影響 | последствия решения | влияние | "
        "компромиссы | consecuencias y compromisos | compromisos | conséquences et impacts | skutki | "
        "konsekwencje decyzji | folgen der entscheidung"
    ),
    "positive": (
        "positive consequences | positive | benefits | positives | advantages | good | positive impacts | "
        "positive konsequenzen | positive folgen | positive auswirkungen | conséquences positives | "
        "consecuencias positivas | positivas | consequências positivas | conseguenze positive | positief | "
        "positieve gevolgen | 正面影响 | 积极影响 | 积极后果 | 正面 | 好处 | 良い影響 | ポジティブな結果 | "
        "ポジティブな影響 | 肯定的な結果 | 良い結果 | olumlu sonuçlar | olumlu | positivos | positifs | "
        "긍정적인 결과 | 긍정적 결과 | olumlu sonuclar | ポジティブな影響・結果 | 積極的な影響 | "
        "vorteile der entscheidung | pozitif | impactos positivos | avantages de la décision | positive outcomes | "
        "positive effects | 良い面 | 好影响 | 正向影响 | 正面后果 | 긍정적 영향 | 긍정적 효과 | 얻은 것 | "
        "положительные | положительные последствия | позитивные | позитивные последствия | pozytywne | "
        "impacts positifs | effets positifs | bénéfices | beneficios | benefícios | positive impact | gains | "
        "upsides | positive consequences and benefits"
    ),
    "negative": (
        "negative consequences | negative | negatives | disadvantages | bad | negative impacts | downsides | "
        "negative konsequenzen | negative folgen | negative auswirkungen | conséquences négatives | négatives | "
        "consecuencias negativas | negativas | consequências negativas | conseguenze negative | negatief | "
        "negatieve gevolgen | 负面影响 | 消极影响 | 消极后果 | 负面 | 悪い影響 | ネガティブな結果 | "
        "ネガティブな影響 | 否定的な結果 | 悪い結果 | olumsuz sonuçlar | olumsuz | negativos | négatifs | "
        "부정적인 결과 | 부정적 결과 | nachteile der entscheidung | negatif | impactos negativos | "
        "negative outcomes | negative effects | 悪い面 | 悪い影響・トレードオフ | 负面后果 | 부정적 영향 | "
        "부정적 효과 | 잃은 것 | отрицательные | отрицательные последствия | негативные | негативные последствия | "
        "negatywne | impacts négatifs | effets négatifs | negative impact | negative / trade-offs | "
        "negative and trade-offs | negative / accepted risks | inconvénients de la décision"
    ),
    "pros": (
        "pros | pro | advantages | strengths | arguments for | vorteile | avantages | ventajas | prós | vantagens | "
        "vantaggi | voordelen | 优点 | 优势 | メリット | 長所 | 利点 | 良い点 | 장점 | преимущества | плюсы | "
        "zalety | artılar | fördelar | what is good | benefits | plusy | mocne strony | достоинства | "
        "利点・メリット | strengths and benefits"
    ),
    "cons": (
        "cons | con | contra | disadvantages | weaknesses | arguments against | nachteile | inconvénients | "
        "desventajas | contras | desvantagens | svantaggi | contro | nadelen | 缺点 | 劣势 | デメリット | 短所 | "
        "欠点 | 悪い点 | 단점 | недостатки | минусы | wady | eksiler | nackdelar | drawbacks | minusy | "
        "słabe strony | слабые стороны | limitations | drawback"
    ),
    "drawbacks": (
        "drawbacks | why should we not do this | nachteile der lösung | known drawbacks | "
        "why should we _not_ do this | what are the drawbacks of this solution"
    ),
    "references": (
        "links | references | more information | further reading | related | resources | sources | see also | "
        "related links | literature | additional information | weitere informationen | verweise | quellen | "
        "referenzen | liens | références | plus d'informations | enlaces | referencias | más información | "
        "referências | mais informações | riferimenti | collegamenti | verwijzingen | meer informatie | bronnen | "
        "链接 | 参考 | 参考资料 | 更多信息 | 相关链接 | 参考文献 | リンク | 参考リンク | 関連リンク | ссылки | "
        "링크 | 참고자료 | ilgili | daha fazla bilgi | i̇lgili | notlar ve bağlantılar | 追加情報 | 詳細情報 | "
        "その他の情報 | mehr informationen | weiterführende informationen | weiterführende links | "
        "informations complémentaires | informations supplémentaires | información adicional | "
        "maggiori informazioni | ulteriori informazioni | aanvullende informatie | 补充信息 | 附加信息 | 相关资料 | "
        "bibliography | reference | 참고 | 참고 자료 | 참고 문서 | 관련 문서 | 관련 링크 | 相关文档 | 相关文件 | "
        "参考资源 | 参考文档 | 相关 | связанные документы | связанные материалы | полезные ссылки | см. также | "
        "источники | 関連ドキュメント | 関連資料 | 関連 | 参考情報 | 参照 | links and references | "
        "references and links | key references | related documents | related documentation | related decisions | "
        "related adrs | documentos relacionados | documents liés | powiązane dokumenty | odnośniki | źródła"
    ),
    "status": (
        "status | stand | statut | état | estado | stato | 状态 | ステータス | 状態 | 상태 | статус | durum | "
        "decision status | adr status | situação | decision state | zustand | estatus | statut de la décision | "
        "estado de la decisión | статус решения | 決定状態"
    ),
    "metadata": (
        "meta | metadata | adr metadata | decision metadata | document metadata | document information | "
        "document info | "
        "metainformation | meta information | metadaten | metainformationen | méta-données | métadonnées | metadatos | "
        "metadados | メタ情報 | メタデータ | 元数据 | 元信息 | метаданные | 메타데이터 | 메타 정보 | metadane"
    ),
    "date": "date | datum | fecha | data | 日期 | 日付 | 날짜 | дата | tarih | decision date",
    "deciders": (
        "deciders | decision makers | decision-makers | decided by | entscheider | décideurs | decisores | "
        "tomadores de decisão | decisori | beslissers | 决策者 | 決定者 | 意思決定者 | approvers | décisionnaires | "
        "участники решения | принимающие решение | 결정자 | 의사결정자"
    ),
    "authors": (
        "author | authors | autor | autoren | autores | auteur | auteurs | autori | 作者 | 著者 | авторы | автор | "
        "작성자 | 作成者 | auteur(s)"
    ),
    "components": (
        "component design | components | new components | building blocks | komponenten | composants | componentes | "
        "componenti | componenten | 组件 | コンポーネント | core components | key components | компоненты | "
        "핵심 컴포넌트 | 核心组件 | コンポーネント設計 | komponenty"
    ),
    "data_flow": (
        "data flow | data flows | dataflow | runtime view | laufzeitsicht | datenfluss | flux de données | "
        "flujo de datos | fluxo de dados | flusso di dati | gegevensstroom | 数据流 | データフロー | поток данных | "
        "потоки данных | 데이터 흐름 | 数据流程 | データの流れ | przepływ danych"
    ),
    "integration_points": (
        "integration points | integrations | external interfaces | external systems | context and scope | "
        "kontextabgrenzung | schnittstellen | externe schnittstellen | interfaces"
    ),
    "security": (
        "security considerations | security | security and privacy considerations | security implications | "
        "sicherheit | sicherheitsaspekte | sécurité | seguridad | segurança | sicurezza | 安全 | セキュリティ | "
        "безопасность | 보안 | 安全性 | セキュリティ考慮事項 | bezpieczeństwo"
    ),
    "performance": (
        "performance implications | performance | performance considerations | scalability | leistung | "
        "производительность | 性能 | 성능 | パフォーマンス | wydajność | rendimiento | desempenho | performances"
    ),
    "phases": (
        "implementation phases | phases | roadmap | implementation plan | milestones | rollout plan | plan | "
        "meilensteine | umsetzungsplan | phasen | fases | fasi | etapas | 实施计划 | 实施阶段 | 実装計画 | "
        "план реализации | план внедрения | дорожная карта | этапы | what is the high-level project plan | "
        "what is the high level implementation plan | action plan | execution plan | ロードマップ | マイルストーン | "
        "plan de implementación | hoja de ruta | plano de implementação | plan d'implémentation | "
        "plan de mise en œuvre | 구현 계획 | 로드맵 | 마일스톤 | 实施步骤 | 里程碑 | plan wdrożenia"
    ),
    "risks": (
        "risks and mitigations | risks | risk | risks and technical debts | risks and technical debt | "
        "risiken und technische schulden | risiken | risiken und maßnahmen | risques | riesgos | riscos | rischi | "
        "risico's | risico’s | 风险 | 风险与缓解 | リスク | risks & mitigations | risk assessment | "
        "risikos und technische schulden | риски | riskler | риски и митигация | риски и меры | "
        "риски и неизвестные | risks & mitigation | risks and mitigation | risk mitigation | risk analysis | "
        "risks and concerns | known risks | risks & uncertainties | security, risks, and mitigations | "
        "riscos e mitigação | riscos e mitigações | riscos identificados | riesgos y mitigaciones | "
        "riesgos y mitigación | risques et mitigations | risques et atténuations | risques et mesures | "
        "risiken und gegenmaßnahmen | リスクと対策 | リスクと緩和策 | 风险与对策 | 风险与应对 | 风险和缓解措施 | "
        "风险及应对 | 风险评估 | 風險 | 리스크 | 위험 | 위험 요소 | 리스크 및 완화 | 리스크와 대응 | ryzyka | "
        "ryzyko | ryzyka i mitygacje | zagrożenia"
    ),
    "dependencies": (
        "dependencies | prerequisites | abhängigkeiten | voraussetzungen | dépendances | dependencias | "
        "dependências | dipendenze | afhankelijkheden | 依赖 | 依赖项 | 依存関係 | architecture constraints | "
        "randbedingungen | зависимости | 의존성 | 前提条件 | zależności | pré-requisitos | prérequis | "
        "requisitos previos"
    ),
    "effort": (
        "estimated effort | effort | effort estimate | estimates | work items | aufwand | aufwandsschätzung | "
        "оценка трудозатрат | 工作量估算 | 見積もり | estimación de esfuerzo | estimativa de esforço | charge estimée"
    ),
    "findings": "research findings | findings | evidence | prior art | research | stand der technik",
}
