"""A document on paper: PDF and DOCX, both from one walk of its completed Markdown and its numbers."""
