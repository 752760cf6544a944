"""Traffic of real sockets on the loopback of a network namespace, and the capture of it by a real program.

usage: traffic.fixture.py FILE PROGRAM ARGUMENT...

Starts the program, which writes FILE, exchanges bytes over TCP and UDP, and ends the program when FILE holds the last
datagram. Prints as JSON what each TCP connection sent: client port, bytes from the client, bytes from the server (hex).
"""
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time

path, *command = sys.argv[1:]
END = b'the last datagram of all'
random.seed(7)


def recorder():
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    # Both dumpcap ("File: ...") and tcpdump ("listening on ...") say when they have begun.
    for line in process.stderr:
        if line.startswith(b'File:') or b'listening on' in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process
    sys.exit('the program ended before it began')


def conversation(family, host):
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.bind((host, 0))
    listener.listen()
    client = socket.create_connection(listener.getsockname()[:2])
    server, _ = listener.accept()
    sent = {client: b'', server: b''}

    def send(end, data):
        other = server if end is client else client
        sent[end] += data
        sender = threading.Thread(target=end.sendall, args=(data,))
        sender.start()
        left = len(data)
        while left:
            left -= len(other.recv(left))
        sender.join()

    for _ in range(12):
        size = random.choice([1, 5, 100, 1460, 4000, 70_000])
        send(random.choice([client, server]), random.randbytes(size))
    port = client.getsockname()[1]
    client.shutdown(socket.SHUT_WR)
    server.recv(1)
    send(server, b'after the end of the other')
    server.close()
    client.recv(1)
    client.close()
    return {'port': port, 'client': sent[client].hex(), 'server': sent[server].hex()}


def datagrams(family, host):
    one, two = socket.socket(family, socket.SOCK_DGRAM), socket.socket(family, socket.SOCK_DGRAM)
    two.bind((host, 0))
    for size in (0, 1, 100, 1472, 1473, 5000, 20_000):
        one.sendto(random.randbytes(size), two.getsockname())
        data, sender = two.recvfrom(65536)
        two.sendto(data[::-1], sender)
        one.recv(65536)


def end(process):
    sender, receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(('127.0.0.1', 0))
    # The programs do not tell when they have written a packet: the file is asked, and another datagram pushes on.
    deadline = time.monotonic() + 120
    while END not in open(path, 'rb').read() and time.monotonic() < deadline:
        sender.sendto(END, receiver.getsockname())
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.wait()


process = recorder()
result = [conversation(socket.AF_INET, '127.0.0.1') for _ in range(4)] + [conversation(socket.AF_INET6, '::1')]
datagrams(socket.AF_INET, '127.0.0.1')
datagrams(socket.AF_INET6, '::1')
end(process)
os.chmod(path, 0o600)
print(json.dumps(result))
