class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def __str__(self):
        return f"{self.name} says {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "Woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak().lower()


for animal in Animal("thing"), Dog("Rex"), Puppy("Bit", 1):
    print(animal)
print(issubclass(Puppy, Animal), Puppy.__mro__[1].__name__)
