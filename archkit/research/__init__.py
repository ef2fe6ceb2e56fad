"""Documentation look-up with provenance: a question to a Context7 server, or what was answered elsewhere → findings.

Nothing here is imported, and nothing is asked, unless a person asks for a look-up.
"""

from __future__ import annotations
