import type { Recording, RecordingPlace, RecordingSide } from '../contract/calls/recording.ts';

/** What TLS and upstream proxy become where a conversation takes place again, in sentences. */
export function placeNotes(
	{ tls: was, via }: Pick<Recording, 'tls' | 'via'>,
	place: RecordingPlace,
	side: RecordingSide,
): string[] {
	const tls = place.protocol === 'tcp' ? place.tls : undefined;
	const notes: string[] = [];
	if (tls === undefined) {
		if (was !== undefined)
			notes.push('The recorded connection had TLS; this one does not: its bytes are not encrypted.');
	} else if (side === 'server') {
		notes.push(
			tls.identity === undefined
				? 'It listens with TLS. Its certificate is signed by Wirebench’s own authority, which clients have to trust.'
				: 'It listens with TLS and its own certificate.',
		);
	} else {
		notes.push(
			tls.verify
				? 'It connects with TLS and verifies the server’s certificate.'
				: 'It connects with TLS and does not verify the server’s certificate.',
		);
		if (was?.clientCertificate === true && tls.identity === undefined) {
			notes.push('The recorded client showed a certificate; this one has none.');
		}
	}
	if (via !== undefined && side === 'client') {
		notes.push(`The recorded connection went through the ${via}; this one is direct.`);
	}
	return notes;
}
