"""The UDP generator: `python3 udp-load.py JSON` with a UdpRequest; prints a UdpResult as JSON. Linux only.

A process of its own that costs a fraction of a core: a hundred datagrams go with one sendmmsg(2). A datagram of 64 bytes is
`wb`, its number in ten digits, the microseconds since 1970 at which its hundred was sent in sixteen, then filler.
"""
import ctypes
import json
import os
import socket
import sys
import time

BATCH = 100
# Seconds that it catches up on after it was kept from running; no flood follows a longer break.
LATE = 0.01
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
    _fields_ = [("header", Msghdr), ("sent", ctypes.c_uint)]


request = json.loads(sys.argv[1])
size, rate = request["size"], request["rate"]
total = round(rate * request["seconds"] / BATCH) * BATCH
first = request.get("first", 0)

libc = ctypes.CDLL(None, use_errno=True)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 20)
sender.connect((request["host"], request["port"]))

datagram = b"wb 0000000000 0000000000000000 " + FILLER * (size // len(FILLER) + 1)
payload = bytearray(datagram[:size] * BATCH)
# Batches begin at a multiple of their size, so that the last two digits never change.
payload[11::size] = b"".join(b"%d" % (i // 10) for i in range(BATCH))
payload[12::size] = b"".join(b"%d" % (i % 10) for i in range(BATCH))
base = ctypes.addressof((ctypes.c_char * len(payload)).from_buffer(payload))
vectors = (Iovec * BATCH)(*(Iovec(base + i * size, size) for i in range(BATCH)))
messages = (Mmsghdr * BATCH)()
for i in range(BATCH):
    messages[i].header.iov = ctypes.pointer(vectors[i])
    messages[i].header.iovlen = 1


def write(at, digits):
    for i, digit in enumerate(digits):
        payload[at + i :: size] = bytes((digit,)) * BATCH


sent = failed = 0
begun = start = time.perf_counter()
while sent + failed < total:
    done = sent + failed
    wait = start + done / rate - time.perf_counter()
    if wait > 0:
        time.sleep(wait)
    elif wait < -LATE:
        start += -LATE - wait
    write(3, (b"%010d" % (first + done))[:8])
    write(14, b"%016d" % (time.time_ns() // 1000))
    at = 0
    while at < BATCH:
        count = libc.sendmmsg(sender.fileno(), ctypes.byref(messages, at * ctypes.sizeof(Mmsghdr)), BATCH - at, 0)
        if count > 0:
            at += count
            sent += count
        else:
            # A refusal that came back for an earlier datagram takes this one's place.
            at += 1
            failed += 1
elapsed = time.perf_counter() - begun
usage = os.times()
print(json.dumps({"sent": sent, "failed": failed, "seconds": elapsed, "cpu": usage.user + usage.system}))
