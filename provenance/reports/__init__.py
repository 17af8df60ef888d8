"""What is known about a claim, as text, Markdown, HTML, JSON and CSV."""
