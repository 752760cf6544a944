/**
 * The texts of events that are no errors, as captures keep them. A reader knows them again by their form, so that parameters are
 * only put in, as they are; of two texts that begin alike, the one with more words comes first.
 */
export const eventTexts = {
	weClosed: 'We closed the connection (FIN).',
	weReset: 'We reset the connection (RST).',
	noReset: 'A Unix socket has no reset (RST): closing.',
	weEnded: 'We ended our sending side (FIN).',
	peerEnded: 'The peer ended its sending side (FIN).',
	/** `why`: the system's error. */
	peerReset: ({ why }: { readonly why: string }) => `The peer reset the connection (RST). ${why}`,
	closedAfter: ({ received, sent }: { readonly received: number; readonly sent: number }) =>
		`Closed after ${received} bytes in and ${sent} bytes out.`,
	idleClosed: ({ ms }: { readonly ms: number }) => `Nothing came or went for ${ms} ms: closing (idle timeout).`,
	/** A peer that did not end its side. */
	lingered: ({ seconds }: { readonly seconds: number }) =>
		`The peer was silent for ${seconds} s after our FIN and has not ended its side: closing.`,
	idlePeer: ({ ms }: { readonly ms: number }) =>
		`Nothing came or went for ${ms} ms: the peer is forgotten (idle timeout).`,
	idleClient: ({ ms }: { readonly ms: number }) => `Nothing came or went for ${ms} ms: the client is forgotten.`,
	/** Bytes that waited to be sent when the connection closed; the system may have sent the first of them. */
	maybeDropped: ({ pending, uncertain }: { readonly pending: number; readonly uncertain: number }) =>
		`${pending} bytes that were to be sent are dropped. The system may have sent some of the first ${uncertain} of them.`,
	dropped: ({ pending }: { readonly pending: number }) => `${pending} bytes that were to be sent are dropped.`,
	waitsForServed: 'One at a time: it waits for the one that is served.',
	waitsForOthers: ({ waiting }: { readonly waiting: number }) =>
		`One at a time: it waits for the one that is served and ${waiting} that wait.`,
	itsTurn: ({ seconds }: { readonly seconds: string }) => `Its turn after ${seconds} s.`,
	manyReplies: 'Too many replies wait for their time: messages go unanswered.',
	manyDelayed: 'Too many datagrams are delayed: further ones are lost.',
	listensToo: ({ place }: { readonly place: string }) => `It listens on ${place} too.`,
	resolved: ({ host, addresses, ms }: { readonly host: string; readonly addresses: string; readonly ms: number }) =>
		`${host} is ${addresses} (found in ${ms} ms).`,
	answered: ({ place, ms }: { readonly place: string; readonly ms: number }) => `${place} answered after ${ms} ms.`,
	/** An attempt that failed; `why`: its error. */
	failedAfter: ({ ms, why }: { readonly ms: number; readonly why: string }) => `After ${ms} ms: ${why}`,
	/** `attempt` of `all`. */
	tryingAgainOf: ({ ms, attempt, all }: { readonly ms: number; readonly attempt: number; readonly all: number }) =>
		`Trying again in ${ms} ms (${attempt} of ${all}).`,
	tryingAgain: ({ ms, attempt }: { readonly ms: number; readonly attempt: number }) =>
		`Trying again in ${ms} ms (${attempt}).`,
	passedOn: ({ place, connection }: { readonly place: string; readonly connection: number }) =>
		`Passed on to ${place} as #${connection}.`,
	portChanged: ({ place }: { readonly place: string }) =>
		`From ${place} from now on: an answer to the previous port is late.`,
	connectionLeft: ({ place }: { readonly place: string }) =>
		`No longer connected to ${place} alone: refusals are not reported any more.`,
	/** `option`: its name, as in `TCP_NODELAY`. */
	optionSet: ({ option, value }: { readonly option: string; readonly value: string }) =>
		`The option ${option} is set: ${value}.`,
	/** `why`: of the framer. */
	badFraming: ({ why }: { readonly why: string }) => `Framing: ${why}`,
	/** A closed connection of a stopped server; `seconds`: until the system forgets it, at the latest. */
	leftOne: ({ port, seconds }: { readonly port: number; readonly seconds: number }) =>
		`1 connection that this server ended first is in TIME_WAIT for ${seconds} s at most: until then, a program that binds port ${port} without SO_REUSEADDR fails with EADDRINUSE.`,
	leftMany: ({
		connections,
		port,
		seconds,
	}: {
		readonly connections: number;
		readonly port: number;
		readonly seconds: number;
	}) =>
		`${connections} connections that this server ended first are in TIME_WAIT for ${seconds} s at most: until then, a program that binds port ${port} without SO_REUSEADDR fails with EADDRINUSE.`,
	refusedOne: '1 connection was refused for want of room.',
	refusedMany: ({ connections }: { readonly connections: number }) =>
		`${connections} connections were refused for want of room.`,
	/** A value of an option that has several, and an option. */
	valueRefused: ({ option, value, why }: { readonly option: string; readonly value: string; readonly why: string }) =>
		`The option ${option} (${value}) was refused: ${why}`,
	optionRefused: ({ option, why }: { readonly option: string; readonly why: string }) =>
		`The option ${option} was refused: ${why}`,
	charsetChanged: ({ charset }: { readonly charset: string }) => `Charset changed: ${charset}.`,
	proxyUser: ({ user }: { readonly user: string }) => `The proxy let ${user} in.`,
	proxyNoUser: 'The proxy asks for no user.',
	proxyFrom: ({ place }: { readonly place: string }) => `The proxy connected from ${place}.`,
	/** `kind`: of the upstream proxy, as in `SOCKS5`. */
	throughProxy: ({ kind, proxy, target }: { readonly kind: string; readonly proxy: string; readonly target: string }) =>
		`The connection goes through the ${kind} proxy ${proxy} to ${target}.`,
};
