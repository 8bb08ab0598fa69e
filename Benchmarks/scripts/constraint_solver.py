"""One-way constraints over variables, re-planned as they are added and taken away: many small objects, virtual methods."""


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.source = None
        self.strength = 0
        self.mark = 0


class Constraint:
    strength = 1

    def __init__(self, *variables):
        self.variables = variables
        for variable in variables:
            variable.constraints.append(self)

    def remove(self):
        for variable in self.variables:
            variable.constraints.remove(self)
            if variable.source is self:
                variable.source = None
                variable.strength = 0

    @property
    def target(self):
        return self.variables[-1]

    def ready(self, mark):
        return all(variable.mark == mark or variable.source is None for variable in self.variables[:-1])

    def execute(self):
        raise NotImplementedError


class Equal(Constraint):
    strength = 2

    def execute(self):
        self.target.value = self.variables[0].value


class Scale(Constraint):
    strength = 3

    def execute(self):
        source, factor, offset, target = self.variables
        target.value = source.value * factor.value + offset.value


class Planner:
    def __init__(self):
        self.mark = 0

    def attach(self, constraint):
        target = constraint.target
        if target.source is None or target.strength < constraint.strength:
            target.source = constraint
            target.strength = constraint.strength
            return True
        return False

    def plan(self, start):
        self.mark += 1
        mark = self.mark
        start.mark = mark
        todo = [start]
        steps = []
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                target = constraint.target
                if target is variable or target.source is not constraint or target.mark == mark:
                    continue
                if constraint.ready(mark) or len(constraint.variables) > 2:
                    steps.append(constraint)
                    target.mark = mark
                    todo.append(target)
        return steps


def chain(length, rounds):
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(length + 1)]
    for left, right in zip(variables, variables[1:]):
        planner.attach(Equal(left, right))
    checksum = 0
    for number in range(rounds):
        variables[0].value = number
        for step in planner.plan(variables[0]):
            step.execute()
        checksum += variables[-1].value
    return checksum


def projection(size, rounds):
    planner = Planner()
    factor = Variable("factor", 10)
    offset = Variable("offset", 1000)
    sources = [Variable(f"s{i}", i) for i in range(size)]
    targets = [Variable(f"t{i}", 0) for i in range(size)]
    for source, target in zip(sources, targets):
        planner.attach(Scale(source, factor, offset, target))
    checksum = 0
    for number in range(rounds):
        factor.value = number % 7 + 1
        for step in planner.plan(factor):
            step.execute()
        checksum += targets[number % size].value
        extra = Equal(sources[number % size], targets[0])
        planner.attach(extra)
        extra.remove()
    return checksum


print(chain(4000, 160), projection(3000, 140))
