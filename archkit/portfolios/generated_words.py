"""The words of generated documents: subjects, systems, claims and sentences, in English, German and French."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What documents in one language are made of.

    Attributes:
        subjects: What is designed.
        systems: What takes part.
        options: What can be chosen.
        criteria: What it is compared on.
        good: What speaks for an option.
        bad: What speaks against one.
        events: What may happen.
        measures: How that is handled.
        work: What is done.
        sentences: What is said of anything; `{subject}` and `{system}` are filled in.
    """

    subjects: tuple[str, ...]
    systems: tuple[str, ...]
    options: tuple[str, ...]
    criteria: tuple[str, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    events: tuple[str, ...]
    measures: tuple[str, ...]
    work: tuple[str, ...]
    sentences: tuple[str, ...]


_ENGLISH = Words(
    subjects=(
        "Order events", "Invoice archive", "Customer search", "Payment retries", "Stock reservation", "Parcel tracking",
        "Price calculation", "Access rights", "Audit trail", "Report scheduling", "Session storage", "Image delivery",
    ),
    systems=(
        "order service", "billing", "warehouse", "search index", "mail gateway", "identity provider", "data lake",
        "mobile app", "partner interface", "scheduler", "message broker", "reporting",
    ),
    options=(
        "Keep what we have", "PostgreSQL with an outbox", "Managed message queue", "Event log with compaction",
        "Nightly batch files", "One service with modules", "Cache beside the database", "Bought product",
        "Streaming pipeline", "Shared read model",
    ),
    criteria=(
        "Operability", "Time to first use", "Running cost", "Room to grow", "Recovery after a failure", "Fit to skills",
        "Data protection", "Ease of change", "Latency at peak", "Vendor independence",
    ),
    good=(
        "The team has run it for two years", "Its restore was rehearsed in under an hour", "It needs no new licence",
        "One transaction covers write and event", "Load tests held 900 requests a second", "Its clients are maintained",
        "It can be replaced piece by piece", "The audit found nothing to mend", "Messages are kept for 14 days",
    ),
    bad=(
        "Nobody on the team has operated it", "An upgrade takes a night of downtime", "Its price grows with traffic",
        "Ordering holds within one partition alone", "Two copies of the data drift apart", "Its support ends in 2028",
        "A schema change needs three releases", "The region has no second zone", "Debugging crosses four systems",
    ),
    events=(
        "The broker loses its quorum", "A consumer falls a day behind", "The migration takes longer than its window",
        "Personal data reaches the wrong system", "The vendor changes its prices", "Key people leave the team",
        "The peak doubles before the launch", "A schema change breaks two consumers", "Backups cannot be restored",
    ),
    measures=(
        "Rehearse it each quarter", "Alert on lag above ten minutes", "Move one tenant after the other",
        "Mask fields before they leave", "Keep an exit plan with figures", "Pair on every part of it",
        "Load test at three times the peak", "Check contracts in the pipeline", "Restore a copy every week",
    ),
    work=(
        "Schema and migrations", "Dispatcher", "First consumer", "Dashboards and alerts", "Load test", "Runbook",
        "Contract tests", "Access rights", "Back-fill of old data", "Switch-over", "Fault injection", "Clean-up",
    ),
    sentences=(
        "{subject} begins in the {system}, where each change is written once and read by whoever needs it.",
        "Today the {system} asks every few seconds, which costs a third of its database time at the peak.",
        "We looked at what others run at our size, measured two candidates and rehearsed a failure of each.",
        "A change must be visible in the {system} within two seconds, and no change may be lost on a restart.",
        "The {system} stays the owner of its data; others keep copies that can be built anew within a day.",
        "If the {system} is away, work waits and nothing is dropped; an alert tells when it waits too long.",
    ),
)  # fmt: skip
_GERMAN = Words(
    subjects=("Bestellereignisse", "Rechnungsarchiv", "Kundensuche", "Lagerreservierung", "Zugriffsrechte", "Prüfpfad"),
    systems=("Bestelldienst", "Abrechnung", "Lager", "Suchindex", "Postausgang", "Berichtswesen"),
    options=("Beim Bestehenden bleiben", "PostgreSQL mit Ausgangstabelle", "Verwaltete Warteschlange", "Nachtlauf"),
    criteria=("Betrieb", "Zeit bis zum Nutzen", "Laufende Kosten", "Wachstum", "Datenschutz", "Änderbarkeit"),
    good=("Das Team betreibt es seit zwei Jahren", "Der Rückbau wurde geübt", "Es braucht keine neue Lizenz"),
    bad=("Niemand im Team hat es betrieben", "Ein Wechsel der Fassung braucht eine Nacht", "Der Preis wächst mit"),
    events=("Der Vermittler verliert seine Mehrheit", "Die Umstellung dauert zu lange", "Schlüsselleute gehen"),
    measures=("Vierteljährlich üben", "Bei Rückstand alarmieren", "Mandant für Mandant umstellen"),
    work=("Schema und Umstellung", "Verteiler", "Erster Abnehmer", "Anzeigen und Alarme", "Lasttest", "Handbuch"),
    sentences=(
        "{subject} beginnt beim {system}, wo jede Änderung einmal geschrieben wird.",
        "Heute fragt {system} alle paar Sekunden nach, was zur Spitze ein Drittel der Datenbankzeit kostet.",
        "Fällt {system} aus, wartet die Arbeit, und nichts geht verloren; ein Alarm meldet zu langes Warten.",
    ),
)
_FRENCH = Words(
    subjects=("Événements de commande", "Archive des factures", "Recherche de clients", "Droits d'accès"),
    systems=("service des commandes", "facturation", "entrepôt", "index de recherche"),
    options=("Garder l'existant", "PostgreSQL avec table d'envoi", "File d'attente gérée", "Lots de nuit"),
    criteria=("Exploitation", "Délai de mise en service", "Coût courant", "Évolutivité", "Protection des données"),
    good=("L'équipe l'exploite depuis deux ans", "La reprise a été répétée", "Aucune licence nouvelle"),
    bad=("Personne ne l'a exploité", "Une mise à jour prend une nuit", "Le prix croît avec le trafic"),
    events=("Le courtier perd son quorum", "La migration dépasse sa fenêtre", "Des personnes clés partent"),
    measures=("Répéter chaque trimestre", "Alerter au-delà de dix minutes", "Migrer client par client"),
    work=("Schéma et migration", "Répartiteur", "Premier consommateur", "Tableaux de bord", "Essai de charge"),
    sentences=(
        "{subject} commence au {system}, où chaque changement est écrit une fois.",
        "Aujourd'hui {system} interroge la base toutes les secondes, ce qui coûte un tiers de son temps.",
        "Si {system} est absent, le travail attend et rien ne se perd.",
    ),
)

#: By language, with how many of ten documents are written in it.
LANGUAGES = {"en": (_ENGLISH, 7), "de": (_GERMAN, 2), "fr": (_FRENCH, 1)}
