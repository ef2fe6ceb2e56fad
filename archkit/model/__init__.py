"""What a document is made of: frozen rows of a closed set of field kinds; no text, no disk, no numbers."""
