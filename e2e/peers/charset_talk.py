"""Talks to a server in a charset: python3 charset_talk.py [--whole] PORT CHARSET TEXT...

Sends each text in the charset, cut in the middle of its second character unless whole, and
prints the answer, a line that Python decodes.
"""

import socket
import sys

whole = sys.argv[1] == "--whole"
port, charset, *texts = sys.argv[2 if whole else 1 :]
with socket.create_connection(("127.0.0.1", int(port))) as connection:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    answers = connection.makefile("rb")
    for text in texts:
        data = text.encode(charset)
        cut = len(data) if whole else len(text[:1].encode(charset)) + 1
        connection.sendall(data[:cut])
        if not whole:
            connection.sendall(data[cut:])
        print(answers.readline().decode(charset), end="", flush=True)
