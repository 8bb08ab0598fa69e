"""Names of keyword arguments in a class are passed as they are written."""


def show(**keywords):
    print(keywords)


class Class:
    __private = 1

    def method(self):
        show(__private=self.__private)
        show(*(), __private=2)
        show(**{}, __private=3)

    def takes(self, __private):
        return __private


Class().method()
try:
    Class().takes(__private=1)
except TypeError as error:
    print(error)
print(Class().takes(_Class__private=1))
