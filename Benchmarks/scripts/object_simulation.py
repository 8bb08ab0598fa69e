"""An operating system in small: tasks of several classes, a scheduler, queues of packets."""


class Packet:
    def __init__(self, kind, value):
        self.kind = kind
        self.value = value
        self.next = None


class Queue:
    def __init__(self):
        self.head = None
        self.tail = None
        self.size = 0

    def put(self, packet):
        packet.next = None
        if self.tail is None:
            self.head = packet
        else:
            self.tail.next = packet
        self.tail = packet
        self.size += 1

    def take(self):
        packet = self.head
        if packet is not None:
            self.head = packet.next
            if self.head is None:
                self.tail = None
            self.size -= 1
        return packet

    def __bool__(self):
        return self.head is not None


class Task:
    READY, WAITING, HELD = range(3)

    def __init__(self, scheduler, name, priority):
        self.scheduler = scheduler
        self.name = name
        self.priority = priority
        self.inbox = Queue()
        self.state = Task.READY
        self.runs = 0

    @property
    def runnable(self):
        return self.state == Task.READY or (self.state == Task.WAITING and bool(self.inbox))

    def step(self):
        raise NotImplementedError

    def run(self):
        self.runs += 1
        self.state = Task.READY
        self.step()


class Idle(Task):
    def __init__(self, scheduler, count):
        super().__init__(scheduler, "idle", 0)
        self.count = count
        self.seed = 1

    def step(self):
        self.count -= 1
        if self.count <= 0:
            self.state = Task.HELD
            return
        if self.seed & 1:
            self.seed = (self.seed >> 1) ^ 0xD008
            self.scheduler.send("worker", Packet("work", self.seed))
        else:
            self.seed >>= 1
            self.scheduler.send("device", Packet("input", self.seed))


class Worker(Task):
    def __init__(self, scheduler):
        super().__init__(scheduler, "worker", 30)
        self.total = 0

    def step(self):
        packet = self.inbox.take()
        if packet is None:
            self.state = Task.WAITING
            return
        value = packet.value
        for digit in range(4):
            self.total = (self.total * 31 + (value >> digit * 4 & 15)) % 1000003
        packet.kind = "output"
        self.scheduler.send("device", packet)


class Device(Task):
    def __init__(self, scheduler):
        super().__init__(scheduler, "device", 20)
        self.seen = {"input": 0, "output": 0}

    def step(self):
        packet = self.inbox.take()
        if packet is None:
            self.state = Task.WAITING
            return
        self.seen[packet.kind] += 1
        if packet.kind == "input":
            packet.kind = "work"
            self.scheduler.send("worker", packet)


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.by_name = {}
        self.switches = 0

    def add(self, task):
        self.tasks.append(task)
        self.tasks.sort(key=lambda task: -task.priority)
        self.by_name[task.name] = task

    def send(self, name, packet):
        self.by_name[name].inbox.put(packet)

    def run(self):
        while True:
            for task in self.tasks:
                if task.runnable:
                    task.run()
                    self.switches += 1
                    break
            else:
                return


def main(count):
    scheduler = Scheduler()
    scheduler.add(Idle(scheduler, count))
    worker = Worker(scheduler)
    device = Device(scheduler)
    scheduler.add(worker)
    scheduler.add(device)
    scheduler.run()
    return scheduler.switches, worker.total, device.seen["input"], device.seen["output"], [task.runs for task in scheduler.tasks]


print(*main(200000))
