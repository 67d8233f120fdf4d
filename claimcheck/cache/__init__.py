"""What a run found out, kept for the next one: a verdict is used again while nothing it depends on changes.

`rows` writes a judgement as a line and reads it back; `basis` sums up what all verdicts of a newsroom depend
on; `store` keeps the lines in a file. The lines also carry judgements between processes.
"""
