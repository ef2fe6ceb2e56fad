"""Diagrams: the text of a mermaid flowchart, or rows, → SVG. No browser, no network, no files."""
