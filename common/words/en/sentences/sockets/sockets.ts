/** Errors of addresses, ports and options of sockets. */
export const socketErrors = {
	noInterfaceFor: ({
		named,
		family,
		there,
	}: {
		readonly named: string;
		readonly family: string;
		readonly there: string;
	}) => `There is no interface "${named}" with an ${family} address. There are: ${there}.`,
	twoInterfaces: {
		message: ({ group, on }: { readonly group: string; readonly on: string }) =>
			`${group} names one interface, and "${on}" is another.`,
		hint: 'Leave one of them out.',
	},
	optionNotOfKind: ({
		name,
		option,
		kind,
	}: {
		readonly name: string;
		readonly option: string;
		readonly kind: string;
	}) => `${name} has no option ${option}: it is a ${kind}.`,
	optionWhileOpen: ({ name, option }: { readonly name: string; readonly option: string }) =>
		`The option ${option} is set as a socket opens: stop ${name} before you change it.`,
	noPortLeft: {
		message: ({ address }: { readonly address: string }) =>
			`The system has no port left to choose on ${address}: all of its range are taken.`,
		hint: ({ freePort }: { readonly freePort?: number | undefined }) =>
			`${freePort === undefined ? 'Choose a port' : `Choose a port, ${freePort} say, which is free`}, or wait until connections have closed. On Linux net.ipv4.ip_local_port_range is the range.`,
	},
	localPortNotPermitted: {
		message: ({ port, target }: { readonly port: number; readonly target: string }) =>
			`The system does not permit the local port ${port} for ${target}.`,
		hint: 'Ports below 1024 are for the administrator: use one from 1024 on, or run with more rights.',
	},
	localPortTaken: {
		message: ({
			port,
			from,
			target,
			by,
		}: {
			readonly port: number;
			readonly from: string;
			readonly target: string;
			readonly by: string;
		}) =>
			`The local port ${port}${from === '' ? '' : ` on ${from}`} cannot be used for ${target}: it is in use by ${by}.`,
		hint: ({ advice }: { readonly advice: string }) => `${advice}`,
	},
	pathUsedHere: {
		message: ({ path }: { readonly path: string }) => `${path} is in use by another endpoint of this Wirebench.`,
		hint: 'Stop that endpoint, or choose another path.',
	},
	pathIsNoSocket: {
		message: ({ path }: { readonly path: string }) => `${path} is there already, and is no socket.`,
		hint: 'Choose another path.',
	},
	pathUsed: {
		message: ({ path, by }: { readonly path: string; readonly by: string }) => `${path} is in use by ${by}.`,
		hint: 'Choose another path, or stop the program that listens there.',
	},
	pathLeftBehind: {
		message: ({ path }: { readonly path: string }) => `${path} was left behind: nothing listens there any more.`,
		hint: 'Remove it and start again.',
	},
	pathNotLeftBehind: ({ path }: { readonly path: string }) => `${path} is not a socket that was left behind: it stays.`,
	ownerOfAnotherUser: {
		message: ({ name }: { readonly name: string }) =>
			`${name} belongs to another user: the system does not let us end it.`,
		hint: 'End it as that user or as the administrator, or use another port.',
	},
	ownerIsWirebench: 'That is this Wirebench itself: stop the endpoint that has the port.',
	ownerHasGone: ({ pid, port }: { readonly pid: number; readonly port: number }) =>
		`The process ${pid} does not hold port ${port} any more: try again.`,
	ownerStays: {
		message: ({ name, port }: { readonly name: string; readonly port: number }) =>
			`${name} received SIGTERM and still holds port ${port}.`,
		hint: ({ pid }: { readonly pid: number }) =>
			`It may need longer, or take no notice: kill -9 ${pid} ends it in any case.`,
	},
	pathTooLong: {
		message: ({ path, most }: { readonly path: string; readonly most: number }) =>
			`${path} is too long: the path of a socket has at most ${most} bytes.`,
		hint: 'Choose a path in a folder with a shorter name, such as /tmp.',
	},
	zoneAbsent: {
		message: ({ host, zone, there }: { readonly host: string; readonly zone: string; readonly there: string }) =>
			`${host} names the network interface "${zone}", and this machine has none of that name or number with an IPv6 address. There are: ${there}.`,
		hint: 'Write one of them behind the %, by its name or its number.',
	},
	zoneAmbiguous: {
		message: ({ host, zone, ways }: { readonly host: string; readonly zone: string; readonly ways: string }) =>
			`The zone "%${zone}" of ${host} can be read in two ways: ${ways}.`,
		hint: 'Write the name of the interface.',
	},
	zoneNeedless: {
		message: ({ host, zone }: { readonly host: string; readonly zone: string }) =>
			`${host} has the zone "%${zone}", which counts for link-local addresses (fe80::) and for groups (ff) alone: the system would ignore it.`,
		hint: ({ zone }: { readonly zone: string }) => `Leave %${zone} out.`,
	},
	bulkElsewhere: {
		message:
			'Datagrams are received and sent many at a time on Linux alone (x64, arm64, riscv64, loong64); here, one by one.',
		hint: 'A flood loses datagrams earlier than on Linux. Everything else is the same.',
	},
	bulkUncertain: {
		message:
			'Datagrams are received and sent one by one: another socket of this process has the same address, and the system’s calls need to know which is which.',
		hint: 'A flood loses datagrams earlier. Everything else is the same.',
	},
	bulkMissing: {
		message: ({ name, reason }: { readonly name: string; readonly reason: string }) =>
			`Datagrams are received and sent one by one: the optional package ${name} cannot be loaded: ${reason}.`,
		hint: 'Install with the optional dependencies: npm ci.',
	},
	unixDatagramsElsewhere: {
		message: 'Unix datagram sockets are there on Linux and macOS alone.',
		hint: 'Install with the optional dependencies: npm ci.',
	},
	unixDatagramsMissing: {
		message: ({ name, reason }: { readonly name: string; readonly reason: string }) =>
			`Unix datagram sockets need the optional package ${name}, which cannot be loaded: ${reason}.`,
		hint: 'Install with the optional dependencies: npm ci.',
	},
};
