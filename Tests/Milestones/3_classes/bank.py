class InsufficientFunds(Exception):
    pass


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(f"{self.owner} has {self._balance}, wants {amount}")
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def __str__(self):
        return f"{self.owner}: {self._balance}"


class Savings(Account):
    interest = 0.05

    def grow(self):
        return self.deposit(round(self._balance * self.interest, 2))


class Limited(Savings):
    limit = 100

    def withdraw(self, amount):
        if amount > self.limit:
            raise InsufficientFunds("over the limit")
        return super().withdraw(amount)


a = Account("Ann", 50).deposit(25).withdraw(10)
s = Savings("Sue", 1000).grow().grow()
l = Limited("Lee", 500)
print(a, s, l, a.history)
for account, amount in (a, 1000), (l, 200), (l, 100), (s, -1):
    try:
        print((account.withdraw if amount > 0 else account.deposit)(amount))
    except (InsufficientFunds, ValueError) as error:
        print(type(error).__name__, error)
