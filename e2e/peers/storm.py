"""Connects, sends a byte, reads the echo and closes, over and over: `storm.py HOST PORT COUNT RATE`. Every third is reset instead of
closed. Prints `some` after a quarter, then JSON: how many were answered and how many failed. RATE a second; 0 for as fast as it can."""
import json
import socket
import struct
import sys
import time

host, port, count, rate = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
RESET = struct.pack("ii", 1, 0)
answered = failed = 0
start = time.monotonic()
for i in range(count):
    if rate:
        time.sleep(max(0, start + i / rate - time.monotonic()))
    sock = socket.socket()
    sock.settimeout(60)
    try:
        sock.connect((host, port))
        sock.sendall(b"x")
        if sock.recv(1) == b"x":
            answered += 1
        else:
            failed += 1
        if i % 3 == 0:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    except ConnectionError:
        failed += 1
    finally:
        sock.close()
    if i == count // 4:
        print("some", flush=True)
print(json.dumps({"answered": answered, "failed": failed, "seconds": time.monotonic() - start}), flush=True)
