e = ExceptionGroup("g", [ValueError(1)])
e.add_note("note on group")
e.exceptions[0].add_note("note on leaf")
raise e
