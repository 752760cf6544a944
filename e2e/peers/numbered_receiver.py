"""Receives numbered datagrams: `numbered_receiver.py COUNT`. Prints its port, then what it read in their headers as JSON."""
import json
import socket
import struct
import sys
import time

count = int(sys.argv[1])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
sock.bind(("127.0.0.1", 0))
sock.settimeout(60)
print(sock.getsockname()[1], flush=True)

numbers, streams, totals, sizes, late = [], set(), set(), set(), False
while len(numbers) < count:
    data = sock.recv(65536)
    now = time.time_ns()
    magic, stream, number, sent, total = struct.unpack_from(">4sIQQQ", data)
    assert magic == b"WBN1", magic
    numbers.append(number)
    streams.add(stream)
    totals.add(total)
    sizes.add(len(data))
    # Sent before it came (as far as the clocks of two processes agree), and not long before.
    late = late or not -50_000_000 < now - sent < 20_000_000_000
(stream,), (total,) = streams, totals
in_order = numbers == list(range(count))
print(json.dumps({"stream": stream, "total": total, "inOrder": in_order, "sizes": sorted(sizes), "late": late}))
