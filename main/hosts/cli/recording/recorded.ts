import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	type Recording,
	type RecordingPlace,
	type RecordingTls,
	recordingPlaceSchema,
} from '../../../../common/contract/calls/recording.ts';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import { issueText } from '../../../../common/json/issue-text.ts';
import {
	findVarying,
	type Proposal,
	proposalsOf,
	recordedPlace,
	tlsAgain,
	turnsOf,
	type Varying,
} from '../../../../common/recording/index.ts';
import { listedConnections } from '../../../app/captures/listed-connections.ts';
import { readRecording } from '../../../app/captures/recording.ts';
import { showCapture } from '../../../app/captures/show.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { openNamed } from '../run/named-capture.ts';
import { say } from '../terminal/console.ts';
import { stopRequested } from '../terminal/signals.ts';

/** The number of a connection on the command line. */
export function connectionNumber(text: string): number {
	const value = Number(text);
	if (/^[1-9]\d{0,9}$/.test(text)) return value;
	throw new InvalidArgumentError('It is the number of a connection, as "wirebench show" prints it.');
}

/** Lines of connections that an error lists. */
const LISTED = 20;

function listed({ id, endpoint, protocol, local, remote, bytesIn, bytesOut }: CapturedConnection): string {
	return `  ${id}  ${endpoint}  ${protocol} ${local} ${remote}  ${bytesIn + bytesOut} bytes`;
}

/** The chosen connection, or the only one. */
function chosenConnection(all: readonly CapturedConnection[], wanted: number | undefined): number {
	if (wanted !== undefined) return wanted;
	const [only, ...more] = all;
	if (only === undefined) throw new WirebenchError('not-found', 'The capture has no connection.');
	if (more.length === 0) return only.id;
	const rest = all.length - LISTED;
	const lines = [...all.slice(0, LISTED).map(listed), ...(rest > 0 ? [`  and ${rest} more`] : [])];
	say(...lines);
	throw new WirebenchError('bad-input', `The capture has ${all.length} connections: choose one with --connection.`);
}

/** Reads the conversation of a connection from a capture folder or file; problems of the capture are printed. */
export async function readRecorded(path: string, connection: number | undefined): Promise<Recording> {
	const over = new AbortController();
	void stopRequested().then(() => over.abort());
	const { capture, warnings, close } = await openNamed(() => showCapture(path, over.signal));
	try {
		say(...warnings);
		const recording = await readRecording(capture, chosenConnection(await listedConnections(capture), connection));
		say(...capture.damage());
		return recording;
	} finally {
		await close();
	}
}

/** What a place with TLS can have besides. */
export interface TlsOfPlace {
	readonly tlsCa?: string;
	readonly tlsInsecure?: boolean;
	readonly tlsCert?: string;
	readonly tlsKey?: string;
}

export function addTlsOfPlace(command: Command): Command {
	return command
		.option('--tls-ca <file>', 'client with TLS: trust this CA too')
		.option('--tls-insecure', 'client with TLS: connect to a server that cannot be trusted, too')
		.option('--tls-cert <file>', 'with TLS: its own certificate in PEM; left out: a server’s is made')
		.option('--tls-key <file>', 'its private key in PEM; left out: it is in the file of the certificate');
}

function withFiles(tls: RecordingTls, { tlsCa, tlsInsecure, tlsCert, tlsKey }: TlsOfPlace): RecordingTls {
	const file = (path: string) => ({ from: 'file', path: resolve(path) }) as const;
	if (tlsKey !== undefined && tlsCert === undefined) {
		throw new WirebenchError('bad-input', '--tls-key needs --tls-cert.');
	}
	return {
		...tls,
		...(tlsInsecure && { verify: false }),
		...(tlsCa !== undefined && { ca: file(tlsCa) }),
		...(tlsCert !== undefined && {
			identity: { from: 'own', cert: file(tlsCert), ...(tlsKey !== undefined && { key: file(tlsKey) }) },
		}),
	};
}

/** Where the conversation takes place again: at an address of the command line, or where it was. */
export function chosenPlace(
	recording: Recording,
	at: string | undefined,
	lowestPort: 0 | 1,
	options: TlsOfPlace,
): RecordingPlace {
	const place = at === undefined ? recordedPlace(recording) : placeAt(recording, at, lowestPort);
	if (place === undefined) {
		throw new WirebenchError('bad-input', 'The capture does not say where the server was: give its address.');
	}
	if (place.protocol === 'tcp' && place.tls !== undefined) return { ...place, tls: withFiles(place.tls, options) };
	const { tlsCa, tlsInsecure, tlsCert, tlsKey } = options;
	if ([tlsCa, tlsInsecure, tlsCert, tlsKey].every((one) => one === undefined)) return place;
	throw new WirebenchError('bad-input', 'Options of TLS are for an address of tls://HOST:PORT.');
}

function placeAt({ tls }: Recording, at: string, lowestPort: 0 | 1): RecordingPlace {
	const { url, secure } = parseStreamUrl(at, lowestPort);
	const place = recordingPlaceSchema.safeParse({ ...url, ...(secure && { tls: tlsAgain(tls) }) });
	if (place.success) return place.data;
	throw new WirebenchError(
		'bad-input',
		`A recorded conversation cannot take place at ${at}: ${issueText(place.error)}`,
	);
}

/** The parts to vary: all, none, or the numbers of proposals. */
export type VaryChoice = 'all' | 'none' | readonly number[];

/** Those of the proposals that were chosen; what becomes of each is printed on stderr. */
export function chosenVarying(recording: Recording, choice: VaryChoice): readonly Varying[] {
	const turns = turnsOf(recording);
	const proposals = proposalsOf(turns, findVarying(turns));
	const isChosen = ({ number }: Proposal): boolean =>
		choice === 'all' || (choice !== 'none' && choice.includes(number));
	const unknown = typeof choice === 'string' ? undefined : choice.find((one) => one > proposals.length || one < 1);
	if (unknown !== undefined) {
		const there = proposals.length === 0 ? 'none' : `1 to ${proposals.length}`;
		throw new WirebenchError('bad-input', `There is no varying part ${unknown}: there is ${there}.`);
	}
	if (proposals.length > 0) {
		say('Parts that probably differ the next time (--vary none, all, or their numbers as in 1,3):');
		say(...proposals.map((proposal) => proposalLine(proposal, isChosen(proposal))));
	}
	return proposals.filter(isChosen).map(({ varying }) => varying);
}

function proposalLine({ number, text, before, sent, expected }: Proposal, chosen: boolean): string {
	const becomes = [
		...(sent === undefined ? [] : [`sent as ${sent}`]),
		...(expected === undefined ? [] : [`expected as ${expected}`]),
	];
	return `  ${chosen ? '+' : '-'} ${number}  ${text}: "${before}" ${chosen ? becomes.join(', ') : 'stays'}`;
}
