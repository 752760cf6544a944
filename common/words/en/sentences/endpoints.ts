/** Errors of endpoints, their connections and what is sent on them. */
export const endpointErrors = {
	endpointTaken: ({ id }: { readonly id: string }) => `There is an endpoint ${id} already.`,
	endpointMissing: 'There is no such endpoint: it may have been removed.',
	connectionMissing: ({ id }: { readonly id: number }) => `There is no connection ${id}: it may have closed.`,
	noPathOfItsOwn: ({ name }: { readonly name: string }) => `${name} has no path of its own.`,
	stopBeforeStart: ({ name, status }: { readonly name: string; readonly status: string }) =>
		`${name} is ${status}: stop it before you start it.`,
	stopBeforeChange: ({ name, status }: { readonly name: string; readonly status: string }) =>
		`${name} is ${status}: stop it before you change it.`,
	ownDatagrams: ({ name }: { readonly name: string }) => `${name} has datagrams: each is a message by itself.`,
	noConnectionOf: ({ name, id }: { readonly name: string; readonly id: number }) =>
		`${name} has no connection ${id}: it may have closed.`,
	noConnectionsOf: ({ name, count }: { readonly name: string; readonly count: number }) =>
		`${name} has none of these ${count} connections: they may have closed.`,
	startToSend: ({ name, status }: { readonly name: string; readonly status: string }) =>
		`${name} is ${status}: start it to send from it.`,
	nothingToSendOn: ({ name }: { readonly name: string }) => `${name} has no open connection to send on.`,
	severalConnections: ({ name, count }: { readonly name: string; readonly count: number }) =>
		`${name} has ${count} connections: say on which one.`,
	answersNothing: ({ name }: { readonly name: string }) => `${name} answers nothing itself.`,
	busyForAnswers: ({ name, status }: { readonly name: string; readonly status: string }) =>
		`${name} is ${status}: change its answers when that is done.`,
	noProxy: ({ name }: { readonly name: string }) => `${name} is no proxy.`,
	notItsConnection: ({ name, id }: { readonly name: string; readonly id: number }) =>
		`${name} has no connection ${id}.`,
	faultForStreams: ({ fault }: { readonly fault: string }) => `The fault ${fault} is for streams.`,
	faultForDatagrams: ({ fault }: { readonly fault: string }) => `The fault ${fault} is for datagrams.`,
	stillSending: 'It is still being sent: stop it first.',
	nothingSending: 'Nothing of this number is being sent.',
	targetClosed: ({ target }: { readonly target: string }) => `The connection to ${target} has closed.`,
	noMoreAfterEnd: ({ peer }: { readonly peer: string }) =>
		`We have ended our side of the connection to ${peer}: nothing more can be sent on it.`,
	sendInterrupted: ({
		peer,
		how,
		taken,
		total,
	}: {
		readonly peer: string;
		readonly how: 'closed' | 'reset';
		readonly taken: number;
		readonly total: number;
	}) => `The connection to ${peer} was ${how} after ${taken} of ${total} bytes had been sent.`,
	sideEnded: ({ peer }: { readonly peer: string }) => `Our side of the connection to ${peer} has been ended already.`,
	udpHasNoEnd: 'UDP has no end of sending: close the peer, or stop the socket.',
	udpHasNoReset: 'UDP has no reset: close the peer, or stop the socket.',
	replyTooLarge: ({ size, most }: { readonly size: number; readonly most: number }) =>
		`The reply with its file has ${size} bytes: a datagram has at most ${most}.`,
	peerClosed: ({ peer }: { readonly peer: string }) => `The peer ${peer} has been closed.`,
	whereToSend: 'Say where to send: this socket has no remote address of its own.',
	whereToSendPath: 'Say where to send: this socket has no remote path of its own.',
	socketClosed: 'The socket is closed.',
	connectedAlone: {
		message: ({ target }: { readonly target: string }) => `The socket is connected to ${target} alone.`,
		hint: 'Switch “connected” off in its options to send elsewhere too.',
	},
	senderUnnamed: {
		message: 'The sender has no address: there is nowhere to send an answer.',
		hint: 'It has to bind its socket to a path first.',
	},
	closedWhileFull: 'The socket was closed before its receiver had room.',
	datagramTooLarge: {
		message: ({ length, room }: { readonly length: number; readonly room: number }) =>
			`A datagram of ${length} bytes does not fit into the send buffer (${room} bytes).`,
		hint: 'Ask for a larger send buffer in the options, or send less at once.',
	},
};
