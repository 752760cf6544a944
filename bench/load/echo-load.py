"""The load of echo servers: `python3 echo-load.py JSON` with a LoadRequest. Linux only.

Prints a LoadMark as JSON in a line when counting starts and when it ends, and goes on after a line on stdin. Each connection sends an endless byte stream in messages, and every
echoed byte is compared. One recv(2), one memcmp(3) and one send(2) for each read, without an object for a payload: it costs less than what is measured.
"""
import ctypes
import json
import random
import select
import socket
import sys
import time

# A prime, so that within a run no message boundary falls on the same place of the stream twice.
PATTERN = 1_048_583
READ = 256 * 1024
MSG_DONTWAIT = 0x40
MSG_NOSIGNAL = 0x4000
EAGAIN = 11

request = json.loads(sys.argv[1])
SIZE = request["size"]
WINDOW = SIZE * request["inFlight"]

libc = ctypes.CDLL(None, use_errno=True)
for call in (libc.recv, libc.send):
    call.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    call.restype = ctypes.c_ssize_t
libc.memcmp.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)

stream = random.Random(1).randbytes(PATTERN)
pattern = ctypes.create_string_buffer(stream + stream[: max(READ, WINDOW)])
pattern_at = ctypes.addressof(pattern)
read = ctypes.create_string_buffer(READ)
read_at = ctypes.addressof(read)
poll = select.epoll()


class Connection:
    __slots__ = ("socket", "fd", "offset", "sent", "received", "due", "blocked")

    def __init__(self, number):
        self.socket = socket.create_connection((request["host"], request["port"]))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.fd = self.socket.fileno()
        self.offset = number * 7919 % PATTERN
        self.sent = self.received = 0
        self.due = WINDOW
        self.blocked = False
        poll.register(self.fd, select.EPOLLIN)

    def push(self):
        while self.sent < self.due:
            at = pattern_at + (self.offset + self.sent) % PATTERN
            count = libc.send(self.fd, at, self.due - self.sent, MSG_DONTWAIT | MSG_NOSIGNAL)
            if count < 0:
                if ctypes.get_errno() != EAGAIN:
                    sys.exit("The server has closed a connection.")
                break
            self.sent += count
        blocked = self.sent < self.due
        if blocked != self.blocked:
            self.blocked = blocked
            poll.modify(self.fd, select.EPOLLIN | (select.EPOLLOUT if blocked else 0))

    def pull(self):
        """The number of messages that have come back."""
        count = libc.recv(self.fd, read_at, READ, MSG_DONTWAIT)
        if count < 0 and ctypes.get_errno() == EAGAIN:
            return 0
        if count <= 0:
            sys.exit(f"{self.sent - self.received} bytes never came back.")
        at = pattern_at + (self.offset + self.received) % PATTERN
        if self.received + count > self.sent or libc.memcmp(read_at, at, count) != 0:
            sys.exit(f"Other bytes than were sent, after {self.received}.")
        before = self.received // SIZE
        self.received += count
        return self.received // SIZE - before


connections = {one.fd: one for one in map(Connection, range(request["connections"]))}
for one in connections.values():
    one.push()
messages = 0
still_open = len(connections)
start = time.perf_counter()
marks = [start + request["warmUpMs"] / 1000, start + (request["warmUpMs"] + request["measureMs"]) / 1000]
while still_open > 0:
    now = time.perf_counter()
    if marks and now >= marks[0]:
        marks.pop(0)
        print(json.dumps({"messages": messages, "seconds": now - start, "cpu": time.process_time()}), flush=True)
        sys.stdin.readline()
    for fd, events in poll.poll(0.05):
        one = connections[fd]
        if events & ~select.EPOLLOUT:
            back = one.pull()
            messages += back
            if marks:
                one.due += back * SIZE
        if one.sent < one.due:
            one.push()
        elif not marks and one.received == one.due and one.fd >= 0:
            poll.unregister(fd)
            one.socket.close()
            one.fd = -1
            still_open -= 1
