"""Reading quantities and dates from prose: cases, shapes of lexicons, properties, hostile texts."""
