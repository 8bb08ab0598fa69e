print("pyswift")
