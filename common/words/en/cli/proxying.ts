/** `proxy`, its faults and what it replaces. */
export const proxying = {
	summary: 'pass on what clients and a target say to each other, with faults where wanted',
	description:
		'Listens, connects to the target for each client, passes on what both say, and prints every event and every byte ' +
		'of both sides until it is interrupted. The last line counts the events that were received, stored in the ' +
		'capture, and dropped.',
	listen: 'tcp://HOST:PORT or udp://HOST:PORT (IPv6 as [::1]); port 0 lets the system choose',
	target: 'tls:// for TLS on that side; tcp://HOST:PORT, or udp://HOST:PORT where it listens so',
	repeated: (forms: string) => `may be given several times: ${forms}`,
	interactive:
		'change the faults while it runs, by lines of stdin: a fault as above, which replaces its like; "clear"; "clear FAULT"',
	seed: 'what chance decides follows from it (default 1)',
	framingOut: (forms: string) => `how what the target sends is cut, where not as --framing: ${forms}`,
	idle: 'udp: a client that is silent for so long is forgotten (default 60000)',
	sides: 'A proxy has tcp:// or tls:// on both sides, or udp:// on both.',
	idleForUdp: 'A TCP client is there until it closes: --idle is for udp://.',
	/** The forms of `--fault`. */
	faults:
		'[to-target:|to-client:]NAME=VALUE[,MORE=VALUE…], both ways without a direction: ' +
		'latency=MS[,jitter=MS], bandwidth=BYTES_PER_SECOND, slicer=BYTES[,variation=BYTES][,delay=MS], ' +
		'corrupt=SHARE[,per=message], drop=SHARE, duplicate=SHARE, reorder=SHARE[,distance=N], slow-close=MS, ' +
		'half-open[=BYTES], timeout=MS, reset[=BYTES][,after=MS], limit-data=BYTES, close-after=MS; each with ' +
		'[,toxicity=SHARE] for that share of the connections. SHARE is 0.05 or 5%',
	noFault: (name: string, forms: string) => `There is no fault "${name}". It is ${forms}.`,
	noSetting: (fault: string, key: string, forms: string) => `The fault ${fault} has no "${key}". It is ${forms}.`,
	badFault: (written: string, why: string, forms: string) => `"${written}": ${why} It is ${forms}.`,
	/** The form of `--rewrite`. */
	rewrite:
		'[to-target:|to-client:]s/REGEX/TEMPLATE/[i], with any character for the slashes, as in to-client:s/secret/***/; the template ' +
		'with escapes, {{1}} for a group; an m behind it replaces the whole message',
	badRewrite: (form: string) => `It is ${form}.`,
};
