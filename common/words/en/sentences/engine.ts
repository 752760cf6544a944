/** Errors that the engine finds itself. Parameters are only put in, never called. */
export const engineErrors = {
	portInUse: {
		message: ({ port, address, by }: PortInUse) => `Port ${port} on ${address} is ${by}.`,
		hint: ({ advice }: PortInUse) => advice,
	},
	endpointStopped: { message: () => 'The endpoint was stopped before it had started.', hint: () => '' },
	handshakeTooSlow: {
		message: ({ peer, ms }: { readonly peer: string; readonly ms: number }) =>
			`No TLS with ${peer}: it did not finish the handshake within ${ms} ms.`,
		hint: () => 'It may not speak TLS on this port, and wait for something else.',
	},
	handshakeEnded: {
		message: ({ peer, code }: { readonly peer: string; readonly code?: string | undefined }) => {
			const how = code === undefined ? 'ended the connection' : `broke off the connection (${code})`;
			return `No TLS with ${peer}: it ${how} before the handshake was done.`;
		},
		hint: () =>
			'It may not speak TLS on this port, not trust our certificate, or only have looked whether the port is open.',
	},
};

/** What holds a port, and what to do, are in English words: languages that cannot use them say it by the numbers. */
interface PortInUse {
	readonly address: string;
	readonly port: number;
	readonly by: string;
	readonly advice: string;
}
