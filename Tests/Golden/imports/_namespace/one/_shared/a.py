name = "a in one"
