"""How options compare, question by question: array functions, each with the part of the result that shows it."""
