"""Numbers from a document: pure, seeded, in numpy; no files, no charts. pandas only where a frame is asked for."""
