print("late submodule")
