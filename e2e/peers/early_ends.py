"""Clients that end their side at once: `early_ends.py tcp|tls WHERE WHAT...`. WHERE is HOST:PORT or the path of a socket. There is a client for
each WHAT, which may be empty: it connects, sends that (with TLS: after the handshake) and its end in the same breath. When all have ended, they
read to the other side's end. Prints what each got, as JSON, in order; with its error in a list."""
import json
import socket
import ssl
import sys

kind, where, *sentences = sys.argv[1:]
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE


def connect() -> socket.socket:
    if where.startswith("/"):
        sock = socket.socket(socket.AF_UNIX)
        sock.settimeout(60)
        sock.connect(where)
        return sock
    host, port = where.rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=60)


class Plain:
    def __init__(self, what: bytes) -> None:
        self.sock = connect()
        if what:
            self.sock.sendall(what)
        self.sock.shutdown(socket.SHUT_WR)

    def read(self) -> bytes:
        parts = []
        while part := self.sock.recv(65536):
            parts.append(part)
        return b"".join(parts)


class Secured:
    """TLS by hand, so that the last message of the handshake, WHAT, the close_notify and the FIN leave together."""

    def __init__(self, what: bytes) -> None:
        self.sock = connect()
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing)
        while True:
            try:
                self.tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                self.sock.sendall(self.outgoing.read())
                self.incoming.write(self.sock.recv(65536))
        if what:
            self.tls.write(what)
        try:
            self.tls.unwrap()
        except ssl.SSLWantReadError:
            pass
        self.sock.sendall(self.outgoing.read())
        self.sock.shutdown(socket.SHUT_WR)

    def read(self) -> bytes:
        while part := self.sock.recv(65536):
            self.incoming.write(part)
        self.incoming.write_eof()
        parts = []
        try:
            while part := self.tls.read(65536):
                parts.append(part)
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            pass
        return b"".join(parts)


make = Secured if kind == "tls" else Plain
clients = [make(what.encode()) for what in sentences]
for client in clients:
    try:
        print(json.dumps(client.read().decode()), flush=True)
    except OSError as error:
        print(json.dumps([str(error)]), flush=True)
