"""Writing rows as a workbook or a Word table, for people who take them elsewhere."""
