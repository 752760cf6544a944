"""A side of a conversation of short texts over any transport; over a stream each ends with a line feed.

talk.py server KIND HOST PORT TEXT... [--cert FILE KEY]: prints "at HOST PORT", sends each TEXT to the first client that connects (over
datagrams: that has sent), then answers each message in upper case, until the client ends. Prints "MS TEXT" for each message: the
milliseconds since it began to send what came before the message.
talk.py client KIND HOST PORT TEXT... [--ca FILE]: sends each TEXT, waits for its answer and prints
"MS ANSWER": the milliseconds since it began to send.

KIND is tcp, udp, unix or unixgram; HOST of the last two is a path, and PORT is ignored. With --cert or --ca TCP has TLS inside."""
import os
import socket
import ssl
import sys
import time

side, kind, host, port, *texts = sys.argv[1:]
secure = []
for option in ("--cert", "--ca"):
    if option in texts:
        at = texts.index(option)
        texts, secure = texts[:at], texts[at + 1 :]

is_path = kind.startswith("unix")
family = socket.AF_UNIX if is_path else socket.AF_INET
is_stream = kind in ("tcp", "unix")
place = host if is_path else (host, int(port))
s = socket.socket(family, socket.SOCK_STREAM if is_stream else socket.SOCK_DGRAM)
s.settimeout(60)


class Stream:
    """Messages of a stream: lines."""

    def __init__(self, connected):
        self.socket = connected
        self.lines = connected.makefile("rb")

    def send(self, text):
        self.socket.sendall(text + b"\n")

    def receive(self):
        line = self.lines.readline()
        return line[:-1] if line else None


class Datagrams:
    """Messages of datagrams: each to whoever sent last; an empty one is the end."""

    def __init__(self, bound, peer):
        self.socket = bound
        self.peer = peer

    def send(self, text):
        self.socket.sendto(text, self.peer)

    def receive(self):
        data, self.peer = self.socket.recvfrom(65536)
        return data or None


def secured(plain):
    if not secure:
        return plain
    if side == "client":
        trusting = ssl.create_default_context(cafile=secure[0])
        trusting.set_alpn_protocols(["talk"])
        return trusting.wrap_socket(plain, server_hostname="localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(secure[0], secure[1])
    context.set_alpn_protocols(["talk"])
    return context.wrap_socket(plain, server_side=True)


if side == "server":
    s.bind(place)
    if is_stream:
        s.listen()
    print("at", *([host, 0] if is_path else s.getsockname()), flush=True)
    talk = Stream(secured(s.accept()[0])) if is_stream else Datagrams(s, None)
    since = time.monotonic()
    for text in texts:
        talk.send(text.encode())
    while (data := talk.receive()) is not None:
        print(f"{(time.monotonic() - since) * 1000:.3f}", data.decode(), flush=True)
        since = time.monotonic()
        talk.send(data.upper())
else:
    if is_stream:
        s.connect(place)
        talk = Stream(secured(s))
    else:
        if is_path:
            own = f"{host}.{os.getpid()}"
            s.bind(own)
        talk = Datagrams(s, place)
    for text in texts:
        since = time.monotonic()
        talk.send(text.encode())
        answer = talk.receive()
        print(f"{(time.monotonic() - since) * 1000:.3f}", "the end" if answer is None else answer.decode(), flush=True)
    if not is_stream and is_path:
        os.unlink(own)
