import type { Recording, RecordingPlace, RecordingSide } from '../contract/calls/recording.ts';
import { english, type Phrases } from './phrases.ts';

/** What TLS and upstream proxy become where a conversation takes place again, in sentences. */
export function placeNotes(
	{ tls: was, via }: Pick<Recording, 'tls' | 'via'>,
	place: RecordingPlace,
	side: RecordingSide,
	{ place: text }: Phrases = english,
): string[] {
	const tls = place.protocol === 'tcp' ? place.tls : undefined;
	const notes: string[] = [];
	if (tls === undefined) {
		if (was !== undefined) notes.push(text.noTls);
	} else if (side === 'server') {
		notes.push(tls.identity === undefined ? text.ownAuthority : text.ownCertificate);
	} else {
		notes.push(tls.verify ? text.verifies : text.verifiesNot);
		if (was?.clientCertificate === true && tls.identity === undefined) {
			notes.push(text.noCertificate);
		}
	}
	if (via !== undefined && side === 'client') {
		notes.push(text.direct(via));
	}
	return notes;
}
