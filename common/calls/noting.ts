import { readAddress } from '../capture/open-text.ts';
import { readTlsNote } from '../capture/tls-note.ts';
import type { CallEvent, SocketCall } from './call.ts';
import { type ConnectionFacts, isFailedAttempt, LISTENER, socketOf } from './connections.ts';
import { targetOf } from './failing.ts';
import { listeningCalls } from './listening.ts';
import { connectingCalls, tlsOf } from './opening.ts';
import { changedOption } from './options.ts';
import { familyOf } from './places.ts';
import type { SocketFacts } from './socket-facts.ts';
import { systemError } from './system-error.ts';

const RESOLVED = /^(\S+) is (\S+(?:, \S+)*) \(found in [\d.]+ ms\)\.$/;
const LISTENS_TOO = /^It listens on (\S+) too\.$/;
const OPTION_SET = /^The option ([^:]+) is set: (.+)\.$/;

/** The call that a remark reports: a handshake, a lookup, an address that failed, an option. None for any other. */
export function noteCalls(event: CallEvent, sockets: SocketFacts, facts: ConnectionFacts): SocketCall[] {
	const { text, connection, says } = event;
	const on = connection === 0 ? LISTENER : socketOf(connection, facts, sockets);
	const secured = connection === 0 ? undefined : readTlsNote(text);
	if (secured !== undefined) {
		const tls = tlsOf(sockets, facts) ?? (facts.accepted ? 'accept' : 'connect');
		return [{ name: 'wrap', on, tls, version: secured.version }];
	}
	const [, name, addresses] = RESOLVED.exec(text) ?? [];
	if (name !== undefined && addresses !== undefined) {
		const place = sockets.remote ?? sockets.own;
		const port = place !== undefined && 'port' in place ? place.port : 0;
		return [{ name: 'getaddrinfo', on: '', place: { host: name, port }, found: addresses.split(', ') }];
	}
	if (isFailedAttempt(text)) return connectingCalls(LISTENER, sockets, targetOf(says), systemError(text));
	const [, too] = LISTENS_TOO.exec(text) ?? [];
	if (too !== undefined && readAddress(too) !== undefined)
		return listeningCalls({ ...event, text: too }, sockets, 's2');
	const [, option, value] = OPTION_SET.exec(text) ?? [];
	if (option === undefined || value === undefined) return [];
	const set = changedOption(option, value, familyOf(sockets.own));
	return set === undefined ? [] : [{ name: 'setsockopt', on, option: set }];
}
