import { readPadding } from '../core/padding.ts';
import type { Reader } from '../core/reader.ts';
import { OPERATIONS } from './names.ts';

/** A control message of mode 6 behind its first byte (RFC 9327): variables are text, associations pairs of numbers. */
export function readControl(reader: Reader): void {
	const flags = reader.bits('operation', 1, [
		['response', 1],
		['error', 1],
		['more', 1],
		['code', 5, OPERATIONS],
	]);
	reader.tell(flags('response') === 1 ? 'control response' : 'control request', OPERATIONS.get(flags('code')));
	reader.uint('sequence', 2);
	reader.uint('status', 2);
	reader.uint('association', 2);
	reader.uint('offset', 2);
	const length = reader.uint('count', 2);
	if (length > 0)
		if (flags('code') === 1 && flags('response') === 1)
			reader.within(length, () => {
				while (reader.left >= 4)
					reader.group('peer', () => {
						reader.tell(reader.uint('association', 2));
						reader.uint('status', 2);
					});
			});
		else reader.text('data', length);
	// Data is filled up to four bytes; a key and a digest may follow.
	readPadding(reader, length);
	if (reader.left >= 12) readAuthenticator(reader);
}

/** A private message of mode 7 behind its first byte: of the first implementation alone, and documented nowhere but in it. */
export function readPrivate(reader: Reader): void {
	reader.tell('private');
	reader.uint('sequence', 1);
	reader.uint('implementation', 1);
	reader.uint('request', 1);
	reader.rest('data');
}

/** The number of a key and a digest made with it (RFC 5905, 7.3). */
export function readAuthenticator(reader: Reader): void {
	reader.uint('keyId', 4);
	reader.rest('digest');
}
