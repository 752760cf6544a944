"""Logs in at a server and checks its answer: says "login ann id=4711;", expects "hello ann 4711!", says "bye", and reads
to the end. Prints what it received in all.

login_client.py tcp HOST PORT | tls HOST PORT CA_FILE | unix PATH
"""
import socket
import ssl
import sys

way, *place = sys.argv[1:]
if way == "unix":
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(60)
    connection.connect(place[0])
else:
    connection = socket.create_connection((place[0], int(place[1])), timeout=60)
if way == "tls":
    context = ssl.create_default_context(cafile=place[2])
    connection = context.wrap_socket(connection, server_hostname="localhost")
with connection:
    connection.sendall(b"login ann ")
    connection.sendall(b"id=4711;")
    answer = b""
    while len(answer) < len("hello ann 4711!"):
        part = connection.recv(4096)
        if not part:
            sys.exit("the server ended after %r" % answer)
        answer += part
    connection.sendall(b"bye")
    while part := connection.recv(4096):
        answer += part
print(answer.decode())
