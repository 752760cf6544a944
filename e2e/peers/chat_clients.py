"""Two clients of the chat room: each gives its name, then each says a line, then the first leaves. Prints what the
second one read, a line each.

chat_clients.py HOST PORT
"""
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))


def enter(name):
    connection = socket.create_connection(address, timeout=60)
    lines = connection.makefile("rw", encoding="utf-8", newline="\n")
    lines.readline()
    lines.write(name + "\n")
    lines.flush()
    lines.readline()
    return connection, lines


first, from_first = enter("Ann")
second, from_second = enter("Zoë")
from_first.readline()
from_first.write("hello\n")
from_first.flush()
print(from_second.readline().strip())
from_second.write("hi Ann\n")
from_second.flush()
print(from_first.readline().strip())
from_first.close()
first.close()
print(from_second.readline().strip())
