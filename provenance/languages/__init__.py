"""What is particular to a language: cue verbs, quotation marks, negations, agency formulas."""
