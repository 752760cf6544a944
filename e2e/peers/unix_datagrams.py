"""unix_datagrams.py send PATH OWN TEXT: sends TEXT to PATH from OWN (empty: a socket without a name, and no answer is
waited for), prints the answer.
unix_datagrams.py serve PATH: a socketserver that answers in upper case.
unix_datagrams.py slow PATH: binds, waits for a number on stdin, then reads so many numbered datagrams.
A path that begins with @ is an abstract name."""
import socket
import socketserver
import sys

mode, path = sys.argv[1], sys.argv[2]
address = "\0" + path[1:] if path.startswith("@") else path

if mode == "send":
    own, text = sys.argv[3], sys.argv[4]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
        s.settimeout(60)
        if own:
            s.bind(own)
            s.connect(address)
            s.send(text.encode())
            print(s.recv(65536).decode(), flush=True)
        else:
            s.sendto(text.encode(), address)
elif mode == "serve":

    class Upper(socketserver.BaseRequestHandler):
        def handle(self):
            data, s = self.request
            s.sendto(data.upper(), self.client_address)

    socketserver.UnixDatagramServer.max_packet_size = 65536
    with socketserver.UnixDatagramServer(address, Upper) as server:
        print("serving", flush=True)
        server.serve_forever()
else:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
        s.bind(address)
        s.settimeout(60)
        print("bound", flush=True)
        count = int(sys.stdin.readline())
        got = [int(s.recv(2048)) for _ in range(count)]
        print(count, "in order" if got == list(range(count)) else "out of order", flush=True)
        sys.stdin.readline()
