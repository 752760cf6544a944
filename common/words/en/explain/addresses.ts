/** What an address to listen on or to send to means: who can reach it. */
export const addresses = {
	any4: {
		text: 'Every IPv4 address of this machine: whoever reaches one of them reaches this server, other machines included. As a destination it means this machine on Linux, and nothing on Windows.',
		next: 'Use 127.0.0.1 while only programs of this machine should connect. In Python the empty string means the same.',
	},
	any6: {
		text: 'Every IPv6 address of this machine and, unless IPV6_V6ONLY is set, every IPv4 address too; an IPv4 client then appears as ::ffff:192.0.2.1.',
		next: 'One server on :: serves both families.',
	},
	loopback4: {
		text: 'This machine alone: packets never leave it, and no other machine can reach it. The whole of 127.0.0.0/8 is loopback.',
		next: 'If another machine or a container should connect, listen on 0.0.0.0 or on the address of an interface.',
	},
	loopback6: {
		text: 'The loopback address of IPv6: this machine alone. It is another address than 127.0.0.1, and a server on one is not reached by the other.',
		next: 'Many systems look up "localhost" as ::1 first.',
	},
	localhost: {
		text: 'A name, not an address: it stands for ::1 and 127.0.0.1. Which one is tried first is a matter of the system and of the program.',
		next: 'Write 127.0.0.1 on both sides when a connection to "localhost" is refused.',
	},
	broadcast: {
		text: 'Every machine of the local network (IPv4 only, UDP only). A socket must set SO_BROADCAST before it may send there.',
		next: 'The broadcast address of one interface, such as 192.168.1.255, is more predictable: "wirebench interfaces" lists them.',
	},
	multicast: {
		text: 'Groups: a datagram sent there reaches every socket that has joined the group. With a TTL of 1, the default, it stays in the local network.',
		next: 'Choose the interface when the machine has more than one.',
	},
	linkLocal: {
		text: 'Valid on one cable or Wi-Fi only, and the same address may exist on each of them. With IPv6 the interface belongs to the address as its zone: fe80::1%eth0.',
		next: 'An IPv4 address of this kind mostly means that DHCP gave no answer.',
	},
	private: {
		text: 'Addresses of a local network behind a router. Machines outside cannot connect to them unless the router forwards a port.',
		next: 'Give colleagues in the same network this address.',
	},
};
