/** What the system does not report about a socket, and why. */
export const kernelNotes = {
	kernelElsewhere: ({ system }: { readonly system: string }) =>
		`Wirebench reads what the system reports about sockets on Linux and macOS, not on ${system}.`,
	kernelLibraryMissing: ({ name, reason }: { readonly name: string; readonly reason: string }) =>
		`Round trip, windows and buffers are read with the package ${name}, which cannot be loaded: ${reason}`,
	kernelSocketGone: 'The system has no open socket with these addresses in this process: it has just been closed.',
	kernelNoAddress: 'The peer had gone before the system could report its address: its socket cannot be found.',
	kernelAlike: ({ count }: { readonly count: number }) =>
		`${count} connections to this path have the same two names: the system does not tell them apart.`,
	kernelSharedSocket: 'UDP has no connections: all peers of the endpoint share this socket.',
	kernelNoListenLimit: 'The limit of the accept queue is not known without getsockopt(TCP_INFO).',
	kernelNoListenQueue: ({ program }: { readonly program: string }) =>
		`The accept queue is read with the program ${program}, which did not report this socket.`,
	kernelDarwinBuffers: 'macOS reports queues and windows, but not the memory that they use.',
	programElsewhere: ({ address }: { readonly address: string }) =>
		`${address} is another machine, whose programs are not visible from here.`,
	programUnseen:
		'The other end is on this machine, but the system does not name its program: it may be another user’s, or in another container.',
	programClosed: 'The program at the other end has closed its socket; the system finishes the connection.',
	programNoAddress: 'The other end has no address by which its program can be found.',
	/** @param name the package */
	programLibraryMissing: ({ name, reason }: { readonly name: string; readonly reason: string }) =>
		`The program at the other end of a Unix socket is found with the package ${name}, which cannot be loaded: ${reason}`,
	programNoDatagrams: 'The system does not report which program has the other end of a Unix datagram socket.',
};
