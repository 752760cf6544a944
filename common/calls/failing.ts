import { OPTION_NAMES } from '../contract/base/option-names.ts';
import type { Sentence } from '../contract/base/sentence.ts';
import { ROLES } from '../endpoints/shared/kinds.ts';
import type { CallEvent, Place, SocketCall } from './call.ts';
import { type ConnectionFacts, isConnected, LISTENER, socketOf } from './connections.ts';
import { failedBindCalls, hasDatagrams } from './listening.ts';
import { connectingCalls, tlsOf } from './opening.ts';
import { changedOption } from './options.ts';
import { familyOf, readPlace } from './places.ts';
import type { SocketFacts } from './socket-facts.ts';
import { systemError } from './system-error.ts';
import { READ_SIZE } from './traffic.ts';

const OPTION_NAME = Object.values(OPTION_NAMES).join('|');
const REFUSED = new RegExp(`^The option (${OPTION_NAME})(?: \\((.*)\\))? was refused: `);

/** The call that failed with the error of an event. */
export function failedCalls(event: CallEvent, sockets: SocketFacts, facts: ConnectionFacts): SocketCall[] {
	const { text } = event;
	const failure = systemError(text);
	const [, words, value] = REFUSED.exec(text) ?? [];
	if (words !== undefined) return refusedOption(words, value ?? '', sockets, failure);
	if (failure.errno === undefined) return [];
	if (event.connection === 0) return endpointFailure(event, sockets, failure);
	const on = socketOf(event.connection, facts, sockets);
	const tls = tlsOf(sockets, facts);
	const isTo = hasDatagrams(sockets) && !isConnected(facts, sockets);
	const rest = { on, ...failure, ...(tls && { tls }), ...(isTo && facts.remote && { place: facts.remote }) };
	if (event.direction === 'out') return [{ name: isTo ? 'sendto' : 'send', ...rest }];
	if (sockets.kind === 'tcp-proxy' && facts.accepted && event.direction === 'in') {
		return connectingCalls(`up${event.connection + 1}`, sockets, targetOf(event.says) ?? sockets.remote, failure);
	}
	return [{ name: isTo ? 'recvfrom' : 'recv', size: READ_SIZE, ...rest }];
}

/** An endpoint that could not bind or connect. */
function endpointFailure({ says, text }: CallEvent, sockets: SocketFacts, failure: Partial<SocketCall>): SocketCall[] {
	const { kind } = sockets;
	if (kind === undefined) return [];
	const place = targetOf(says);
	if (isLookup(failure.errno ?? '', text)) {
		const named = place ?? (ROLES[kind].role === 'client' ? sockets.remote : sockets.own);
		return [{ name: 'getaddrinfo', on: '', ...(named && { place: named }), ...failure }];
	}
	if (ROLES[kind].role === 'client') return connectingCalls(LISTENER, sockets, place ?? sockets.remote, failure);
	return failedBindCalls(sockets, place, failure);
}

/** Codes of getaddrinfo, not of sockets: ENOTFOUND is Node's for EAI_NONAME. */
function isLookup(errno: string, text: string): boolean {
	return /^(?:ENOTFOUND|ENODATA|EAI_)/.test(errno) || /\bEAI_[A-Z]+/.test(text);
}

/** The address in the sentence of an error. */
export function targetOf(says: Sentence | undefined): Place | undefined {
	const target = says?.params.target;
	if (typeof target !== 'string') return undefined;
	const named = /^([^\s[\]/:]+):(\d{1,5})$/.exec(target);
	if (named !== null) return { host: named[1] ?? '', port: Number(named[2]) };
	return /^[[/@\d]/.test(target) ? readPlace(target) : undefined;
}

function refusedOption(words: string, value: string, sockets: SocketFacts, failure: Partial<SocketCall>): SocketCall[] {
	const option = changedOption(words, value, familyOf(sockets.own));
	return option === undefined ? [] : [{ name: 'setsockopt', on: LISTENER, option, ...failure }];
}
