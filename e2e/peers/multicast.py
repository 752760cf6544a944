"""multicast.py send GROUP PORT INTERFACE: sends each line of stdin to the group; prints the answer.
multicast.py join GROUP PORT INTERFACE: prints its port, then TTL and text of what comes to the group.
INTERFACE: of IPv4 an address, of IPv6 a name."""
import socket
import struct
import sys

mode, group, port, on = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
six = ":" in group
s = socket.socket(socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_DGRAM)
if mode == "send":
    if six:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, socket.if_nametoindex(on))
    else:
        s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(on))
    for line in sys.stdin:
        s.sendto(line.strip().encode(), (group, port))
        # An answer is waited for, but not to "two".
        print("sent" if line.strip() == "two" else s.recv(2048).decode(), flush=True)
else:
    s.bind(("::" if six else "0.0.0.0", port))
    if six:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVHOPLIMIT, 1)
        membership = socket.inet_pton(socket.AF_INET6, group) + struct.pack("@I", socket.if_nametoindex(on))
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, membership)
    else:
        s.setsockopt(socket.IPPROTO_IP, 12, 1)
        s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + socket.inet_aton(on))
    print(s.getsockname()[1], flush=True)
    while True:
        data, extra, _, _ = s.recvmsg(2048, 256)
        hops = [struct.unpack("i", value)[0] for _, _, value in extra]
        print(hops[0], data.decode(), flush=True)
