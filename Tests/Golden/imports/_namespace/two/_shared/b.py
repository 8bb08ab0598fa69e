name = "b in two"
