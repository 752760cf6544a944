"""Everything at once: `python3 soak-load.py JSON` with a SoakLoad; prints a SoakSent as JSON.

A record is 64 bytes: `S`, the number of its stream in eight digits, its own number in ten, filler, a line end. Each connection and each
datagram socket is a stream whose records count from 0. Five times a second each thread sends as many as are due, and compares what
returns. `toxic` is a proxy that ends connections as it likes: nothing that goes there is counted.
"""
import json
import os
import socket
import ssl
import struct
import sys
import threading
import time

TICK = 0.2
SIZE = 64
LIMIT = 60
RESET = struct.pack("ii", 1, 0)
FILLER = b"abcdefghijklmnopqrstuvwxyz" * 2

request = json.loads(sys.argv[1])
start = time.monotonic()
lock = threading.Lock()
streams = request["first"]
# By endpoint: records and streams that it must have got.
sent = {}
failures = []
untrusting = ssl.create_default_context()
untrusting.check_hostname = False
untrusting.verify_mode = ssl.CERT_NONE


class Stream:
    def __init__(self, endpoints):
        global streams
        with lock:
            streams += 1
            self.head = b"S%08d" % streams
            for endpoint in endpoints:
                sent.setdefault(endpoint, {"records": 0, "streams": 0})["streams"] += 1
        self.endpoints = endpoints
        self.count = 0

    def records(self, count):
        head, first = self.head, self.count
        made = [(head + b" %010d " % (first + i) + FILLER)[: SIZE - 1] + b"\n" for i in range(count)]
        self.count += count
        with lock:
            for endpoint in self.endpoints:
                sent[endpoint]["records"] += count
        return made


def tcp(port):
    def connect():
        sock = socket.create_connection(("127.0.0.1", port), LIMIT)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    return connect


def tls(port):
    return lambda: untrusting.wrap_socket(tcp(port)(), server_hostname="localhost")


def unix(path):
    def connect():
        sock = socket.socket(socket.AF_UNIX)
        sock.settimeout(LIMIT)
        sock.connect(path)
        return sock

    return connect


def echoed(sock, stream, count, answer=lambda data: data):
    data = b"".join(stream.records(count))
    sock.sendall(data)
    got = bytearray()
    while len(got) < len(data):
        part = sock.recv(1 << 16)
        if not part:
            raise ConnectionError(f"{stream.endpoints} ended {stream.head} after {len(got)} of {len(data)} bytes")
        got += part
    if bytes(got) != answer(data):
        raise ValueError(f"{stream.endpoints} returned other bytes than were sent on {stream.head}")


def ticks(rate):
    """How many are due, five times a second; a break is not made up for."""
    due = 0.0
    at = time.monotonic()
    while at - start < request["seconds"]:
        time.sleep(TICK)
        now = time.monotonic()
        due += rate * min(now - at, 5 * TICK)
        at = now
        if due >= 1:
            yield int(due)
            due -= int(due)


def persistent(connect, endpoints, rate, answer=lambda data: data):
    def run():
        sock, stream = connect(), Stream(endpoints)
        for count in ticks(rate):
            echoed(sock, stream, count, answer)
        sock.close()

    return run


def churn(connect, endpoints, rate, answer=lambda data: data):
    """Connects, sends two records, and ends: by close, half-close or reset."""

    def run():
        number = 0
        for count in ticks(rate):
            for _ in range(count):
                sock = connect()
                echoed(sock, Stream(endpoints), 2, answer)
                if number % 3 == 0 and sock.family == socket.AF_INET:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                elif number % 3 == 1 and not isinstance(sock, ssl.SSLSocket):
                    sock.shutdown(socket.SHUT_WR)
                    while sock.recv(1 << 16):
                        pass
                sock.close()
                number += 1

    return run


def datagrams(family, address, endpoint, rate):
    """From a new socket every two seconds: each is another peer."""

    def run():
        sock, stream, since = None, None, 0.0
        for count in ticks(rate):
            if sock is None or time.monotonic() - since > 2:
                if sock is not None:
                    sock.close()
                sock, stream, since = socket.socket(family, socket.SOCK_DGRAM), Stream([endpoint]), time.monotonic()
                sock.settimeout(LIMIT)
                sock.connect(address)
            for record in stream.records(count):
                sock.send(record)
        if sock is not None:
            sock.close()

    return run


def toxic(connect, rate):
    def run():
        for count in ticks(rate):
            for _ in range(count):
                sock = connect()
                try:
                    for _ in range(4):
                        sock.sendall(b"x" * SIZE)
                        if not sock.recv(SIZE):
                            break
                except ConnectionError:
                    # That is what this proxy is for.
                    pass
                sock.close()

    return run


ports, paths, rate = request["ports"], request["paths"], request["rate"]
work = [
    persistent(tcp(ports["tcp"]), ["tcp"], rate),
    persistent(tcp(ports["script"]), ["script"], rate / 4, bytes.upper),
    persistent(tls(ports["tls"]), ["tls"], rate / 2),
    persistent(unix(paths["unix"]), ["unix"], rate / 2),
    persistent(tcp(ports["proxy"]), ["proxy", "tcp"], rate / 4),
    churn(tcp(ports["tcp"]), ["tcp"], rate / 20),
    churn(tcp(ports["script"]), ["script"], rate / 100, bytes.upper),
    churn(tls(ports["tls"]), ["tls"], rate / 200),
    churn(unix(paths["unix"]), ["unix"], rate / 50),
    churn(tcp(ports["proxy"]), ["proxy", "tcp"], rate / 100),
    toxic(tcp(ports["toxic"]), rate / 100),
    datagrams(socket.AF_INET, ("127.0.0.1", ports["udp"]), "udp", rate * 2),
    datagrams(socket.AF_UNIX, paths["unix-datagram"], "unix-datagram", rate / 2),
]


def guarded(run):
    try:
        run()
    except Exception as error:
        failures.append(f"{type(error).__name__}: {error}")


threads = [threading.Thread(target=guarded, args=(run,)) for run in work]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
usage = os.times()
print(json.dumps({"sent": sent, "failures": failures, "cpu": usage.user + usage.system}))
