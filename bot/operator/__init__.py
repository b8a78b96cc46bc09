"""What an operator reads at a terminal: in Kazakh, Russian or English, after the terminal's language."""
