"""Pure string work: quotation marks, numbers, dates as intervals, places, page furniture."""
