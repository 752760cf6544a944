import type { Recording } from '../../contract/calls/recording.ts';
import { recordedPlace, turnsOf } from '../../recording/index.ts';
import { Omissions } from './omissions.ts';
import type { CodePlace, CodeProgram, CodeStep } from './program.ts';

/** Where the server of a recording was; undefined where the capture does not say. */
function placeOf(recording: Recording): CodePlace | undefined {
	const place = recordedPlace(recording);
	if (place === undefined) return undefined;
	switch (place.protocol) {
		case 'unix':
			return { transport: 'unix', path: place.path };
		case 'unixgram':
			return { transport: 'unix-datagram', path: place.path };
		default:
			return { transport: place.protocol, host: place.host, port: place.port };
	}
}

/**
 * The client of a recorded conversation: it sends what the client sent, and compares what it receives with what the server
 * sent. Undefined where the capture does not say where the server was.
 */
export function programOfRecording(recording: Recording): CodeProgram | undefined {
	const place = placeOf(recording);
	if (place === undefined) return undefined;
	const omissions = new Omissions();
	if (recording.tls !== undefined) omissions.add('tls');
	if (recording.via !== undefined) omissions.add('upstreamProxy', recording.via);
	const steps = turnsOf(recording).flatMap((turn): CodeStep[] => {
		if (turn.type === 'data') return [{ type: turn.from === 'client' ? 'send' : 'receive', bytes: turn.bytes }];
		return turn.type === 'end' && turn.from === 'client' ? [{ type: 'end' }] : [];
	});
	// After its own end a client sends nothing: what the capture has of it then was sent before.
	const end = steps.findIndex(({ type }) => type === 'end');
	const sound = steps.filter(({ type }, at) => end < 0 || at <= end || type === 'receive');
	const name = `${recording.endpoint} #${recording.connection}`;
	return { name, place, task: { type: 'talk', steps: sound }, options: [], omitted: omissions.list() };
}
