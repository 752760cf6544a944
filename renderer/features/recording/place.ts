import type { Recording, RecordingPlace, RecordingSide } from '../../../common/contract/calls/recording.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { recordedPlace } from '../../../common/recording/index.ts';
import { formatAddress } from '../../app/shared/format.ts';
import { freePath, freePort, usedPorts } from '../../app/shared/free.ts';

/** The text that `readPlace` reads. */
function placeText(place: RecordingPlace): string {
	return 'path' in place ? place.path : formatAddress({ address: place.host, port: place.port });
}

/** Where the recorded server was; for a server beside it, the next place that no endpoint has. Empty where that is unknown. */
export function proposedPlace(recording: Recording, side: RecordingSide, endpoints: readonly EndpointState[]): string {
	const place = recordedPlace(recording);
	if (place === undefined) return '';
	if (side === 'client') return placeText(place);
	if ('path' in place) return placeText({ ...place, path: freePath(place.path, endpoints) });
	return placeText({ ...place, port: freePort(place.port, usedPorts(endpoints)) });
}

/** Reads an address or the path of a Unix socket. A client needs a port. */
export function readPlace(
	text: string,
	{ transport }: Pick<Recording, 'transport'>,
	side: RecordingSide,
): RecordingPlace | undefined {
	const place = recordedPlace({ server: text.trim(), transport });
	if (side === 'client' && place !== undefined && 'port' in place && place.port === 0) return undefined;
	return place;
}
