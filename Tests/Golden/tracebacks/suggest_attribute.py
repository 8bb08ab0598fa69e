class Person:
    def __init__(self):
        self.first_name = "x"

    def full_nam(self):
        pass


Person().frist_name
