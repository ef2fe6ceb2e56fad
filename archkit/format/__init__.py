"""Text ↔ document: scanning blocks, reading a section, writing a section through its template; knows no disk."""
