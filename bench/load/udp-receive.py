"""Receives numbered datagrams of 64 bytes and looks at each: `python3 udp-receive.py`. Linux only.

Prints its port. When stdin has been closed and nothing has come for a while, it prints a ReceiveResult as JSON. A batch comes
with one recvmmsg(2), and it looks for the next one every other millisecond: it costs a fraction of a core, and the sender is spared
waking it for each datagram. The system's buffer holds some 40 ms at 250,000 a second. The header is that of docs/numbered-messages.md.
"""
import ctypes
import json
import os
import select
import socket
import struct
import sys
import time

BATCH = 256
SIZE = 64
MSG_DONTWAIT = 0x40
REST = 0.002
SILENCE = 0.3
FILLER = b"abcdefghijklmnopqrstuvwxyz012345"


class Iovec(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


class Msghdr(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_void_p),
        ("namelen", ctypes.c_uint32),
        ("iov", ctypes.POINTER(Iovec)),
        ("iovlen", ctypes.c_size_t),
        ("control", ctypes.c_void_p),
        ("controllen", ctypes.c_size_t),
        ("flags", ctypes.c_int),
    ]


class Mmsghdr(ctypes.Structure):
    _fields_ = [("header", Msghdr), ("length", ctypes.c_uint)]


libc = ctypes.CDLL(None, use_errno=True)
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
sock.bind(("127.0.0.1", 0))
port = sock.getsockname()[1]
print(port, flush=True)

buffer = bytearray(SIZE * BATCH)
base = ctypes.addressof((ctypes.c_char * len(buffer)).from_buffer(buffer))
vectors = (Iovec * BATCH)(*(Iovec(base + i * SIZE, SIZE) for i in range(BATCH)))
messages = (Mmsghdr * BATCH)()
for i in range(BATCH):
    messages[i].header.iov = ctypes.pointer(vectors[i])
    messages[i].header.iovlen = 1

ONE = struct.Struct(">4s4xQ48x")
received = wrong = missing = disordered = 0
expected = 0
fd = sock.fileno()
last = time.monotonic()
while True:
    count = libc.recvmmsg(fd, messages, BATCH, MSG_DONTWAIT, None)
    if count <= 0:
        if time.monotonic() - last > SILENCE and select.select([sys.stdin], [], [], 0)[0]:
            break
        time.sleep(REST)
        continue
    last = time.monotonic()
    data = bytes(memoryview(buffer)[: count * SIZE])
    received += count
    whole = data.count(FILLER) == count and all(messages[i].length == SIZE for i in (0, count - 1))
    numbers = [number for magic, number in ONE.iter_unpack(data) if magic == b"WBN1"]
    if not whole or len(numbers) != count:
        wrong += 1
    if numbers == list(range(expected, expected + count)):
        expected += count
        continue
    for number in numbers:
        if number < expected:
            disordered += 1
        else:
            missing += number - expected
            expected = number + 1

local = "0100007F:%04X" % port
with open("/proc/net/udp") as table:
    drops = next(int(line.split()[-1]) for line in table if line.split()[1] == local)
usage = os.times()
print(
    json.dumps(
        {
            "received": received,
            "highest": expected - 1,
            "wrong": wrong,
            "missing": missing,
            "disordered": disordered,
            "drops": drops,
            "cpu": usage.user + usage.system,
        }
    )
)
