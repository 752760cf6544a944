"""Uses up the ports that the system chooses from, then runs programs: `out_of_ports.py PORT COMMAND...`, each command a line of
JSON on stdin. Prints what each exits with and says, as JSON. PORT is listened on here."""
import json
import socket
import subprocess
import sys

server = socket.socket()
server.bind(("127.0.0.1", int(sys.argv[1])))
server.listen(64)
held = []
try:
    while True:
        held.append(socket.create_connection(server.getsockname()))
except OSError as error:
    print(json.dumps({"held": len(held), "errno": error.errno}), flush=True)


def run(line):
    done = subprocess.run(json.loads(line), capture_output=True, text=True, timeout=60)
    print(json.dumps({"code": done.returncode, "out": done.stdout, "err": done.stderr}), flush=True)


*used_up, after = sys.stdin.read().splitlines()
for line in used_up:
    run(line)
for sock in held:
    # Reset: no port waits in TIME_WAIT.
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    sock.close()
run(after)
