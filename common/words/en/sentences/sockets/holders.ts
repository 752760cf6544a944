const closed = (count: number): string => (count === 1 ? '1 closed connection' : `${count} closed connections`);
const letGo = (count: number): string => (count === 1 ? 'it lets go by itself' : 'they let go by themselves');

/** Who and what holds a port or a path, and what to do about it: parts of sentences. */
export const holders = {
	/** As in `in use by node (pid 5)`. */
	inUseBy: ({ names }: { readonly names: string }) => `in use by ${names}`,
	inUseUnseen: 'in use; the system does not say by whom',
	bothHold: ({ one, other }: { readonly one: string; readonly other: string }) => `${one} and ${other}`,
	holderOn: ({ holder, address }: { readonly holder: string; readonly address: string }) => `${holder} on ${address}`,
	otherEndpoint: 'another endpoint of this Wirebench',
	thisWirebench: ({ pid }: { readonly pid: number }) => `this Wirebench (pid ${pid})`,
	programWithPid: ({ name, pid }: { readonly name: string; readonly pid: number }) => `${name} (pid ${pid})`,
	processWithPid: ({ pid }: { readonly pid: number }) => `a process (pid ${pid})`,
	processUnnamed: 'a process that the system does not name',
	programUnnamed: 'a program that the system does not name',
	processOfUser: ({ user }: { readonly user: string }) =>
		`a process of the user ${user}, whose pid the system does not tell`,
	leftTimeWait: ({ count }: { readonly count: number }) => `${closed(count)} in TIME_WAIT`,
	leftFinWait: ({ count }: { readonly count: number }) =>
		`${closed(count)} whose peer has not ended its side (FIN_WAIT2)`,
	leftClosing: ({ count }: { readonly count: number }) =>
		`${closed(count)} whose last bytes or end the peer has not confirmed`,
	waitAtMost: ({ seconds }: { readonly seconds: number }) => `at most ${seconds} s`,
	waitForPeers: 'until the peers have confirmed or the system gives them up',
	useOtherPort: 'Use another port',
	useFreePort: ({ port }: { readonly port: number }) => `Use port ${port}, which is free`,
	otherLocalPort: 'Let the system choose the local port, or choose another',
	stopHolder: ({ instead, port }: { readonly instead: string; readonly port: number }) =>
		`${instead}, or stop the one that holds ${port}.`,
	stopHolderAndWait: ({
		instead,
		port,
		wait,
		count,
	}: {
		readonly instead: string;
		readonly port: number;
		readonly wait: string;
		readonly count: number;
	}) => `${instead}, or stop the one that holds ${port}, and then wait ${wait}: ${letGo(count)}.`,
	waitForLeft: ({
		instead,
		wait,
		count,
	}: {
		readonly instead: string;
		readonly wait: string;
		readonly count: number;
	}) =>
		`${instead}, or wait ${wait}: ${letGo(count)}. No program has to be stopped. One that sets SO_REUSEADDR, as Wirebench does, leaves its port free.`,
	unseenTcp: ({ instead }: { readonly instead: string }) =>
		`${instead}. A program may have bound it without listening, or closed connections keep it for a minute or two (TIME_WAIT).`,
	unseenUdp: ({ instead }: { readonly instead: string }) =>
		`${instead}. A program of another user or of another container may have it.`,
};
