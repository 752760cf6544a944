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
import { issueFault } from '../../../../common/json/issue-text.ts';
import {
	findVarying,
	type Proposal,
	proposalsOf,
	recordedPlace,
	tlsAgain,
	turnsOf,
	type Varying,
} from '../../../../common/recording/index.ts';
import { recordings } from '../../../../common/words/en/cli/recordings.ts';
import { tlsOptions } from '../../../../common/words/en/cli/tls-options.ts';
import { recorded } from '../../../../common/words/en/dialogs/recorded.ts';
import { listedConnections } from '../../../app/captures/listed-connections.ts';
import { readRecording } from '../../../app/captures/recording.ts';
import { showCapture } from '../../../app/captures/show.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { openNamed } from '../run/named-capture.ts';
import { say } from '../terminal/console.ts';
import { eventText, faultText, spoken, warningTexts } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';

const words = () => spoken('recordings', recordings);
/** What a recorded conversation becomes. */
export const phrases = () => spoken('recorded', recorded);
const tlsWords = () => spoken('tlsOptions', tlsOptions);

/** The number of a connection on the command line. */
export function connectionNumber(text: string): number {
	const value = Number(text);
	if (/^[1-9]\d{0,9}$/.test(text)) return value;
	throw new InvalidArgumentError(words().badConnection);
}

/** Lines of connections that an error lists. */
const LISTED = 20;

function listed({ id, endpoint, protocol, local, remote, bytesIn, bytesOut }: CapturedConnection): string {
	return `  ${id}  ${endpoint}  ${protocol} ${local} ${remote}  ${words().bytes(bytesIn + bytesOut)}`;
}

/** The chosen connection, or the only one. */
function chosenConnection(all: readonly CapturedConnection[], wanted: number | undefined): number {
	if (wanted !== undefined) return wanted;
	const [only, ...more] = all;
	if (only === undefined) throw new WirebenchError('not-found', words().noConnection);
	if (more.length === 0) return only.id;
	const rest = all.length - LISTED;
	const lines = [...all.slice(0, LISTED).map(listed), ...(rest > 0 ? [`  ${words().more(rest)}`] : [])];
	say(...lines);
	throw new WirebenchError('bad-input', words().choose(all.length));
}

/** Reads the conversation of a connection from a capture folder or file; problems of the capture are printed. */
export async function readRecorded(path: string, connection: number | undefined): Promise<Recording> {
	const over = new AbortController();
	void stopRequested().then(() => over.abort());
	const { capture, warnings, close } = await openNamed(() => showCapture(path, over.signal));
	try {
		say(...warningTexts(warnings));
		const recording = await readRecording(capture, chosenConnection(await listedConnections(capture), connection));
		say(...warningTexts(capture.damage()));
		return recording;
	} finally {
		await close();
	}
}

/** What may be missing in a recording. */
export function recordingNotes({ notes }: Recording): string[] {
	return notes.map((note) => eventText(note, undefined));
}

/** What a place with TLS can have besides. */
export interface TlsOfPlace {
	readonly tlsCa?: string;
	readonly tlsInsecure?: boolean;
	readonly tlsCert?: string;
	readonly tlsKey?: string;
}

export function addTlsOfPlace(command: Command): Command {
	const texts = tlsWords().place;
	return command
		.option('--tls-ca <file>', texts.ca)
		.option('--tls-insecure', texts.insecure)
		.option('--tls-cert <file>', texts.cert)
		.option('--tls-key <file>', tlsWords().key);
}

function withFiles(tls: RecordingTls, { tlsCa, tlsInsecure, tlsCert, tlsKey }: TlsOfPlace): RecordingTls {
	const file = (path: string) => ({ from: 'file', path: resolve(path) }) as const;
	if (tlsKey !== undefined && tlsCert === undefined) {
		throw new WirebenchError('bad-input', tlsWords().needs('--tls-key', '--tls-cert'));
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
		throw new WirebenchError('bad-input', words().noAddress);
	}
	if (place.protocol === 'tcp' && place.tls !== undefined) return { ...place, tls: withFiles(place.tls, options) };
	const { tlsCa, tlsInsecure, tlsCert, tlsKey } = options;
	if ([tlsCa, tlsInsecure, tlsCert, tlsKey].every((one) => one === undefined)) return place;
	throw new WirebenchError('bad-input', tlsWords().place.onlyTls);
}

function placeAt({ tls }: Recording, at: string, lowestPort: 0 | 1): RecordingPlace {
	const { url, secure } = parseStreamUrl(at, lowestPort);
	const place = recordingPlaceSchema.safeParse(
		{ ...url, ...(secure && { tls: tlsAgain(tls) }) },
		{ reportInput: true },
	);
	if (place.success) return place.data;
	throw new WirebenchError('bad-input', words().impossible(at, faultText(issueFault(place.error))));
}

/** The parts to vary: all, none, or the numbers of proposals. */
export type VaryChoice = 'all' | 'none' | readonly number[];

/** Those of the proposals that were chosen; what becomes of each is printed on stderr. */
export function chosenVarying(recording: Recording, choice: VaryChoice): readonly Varying[] {
	const turns = turnsOf(recording);
	const proposals = proposalsOf(recording, turns, findVarying(turns), phrases());
	const isChosen = ({ number }: Proposal): boolean =>
		choice === 'all' || (choice !== 'none' && choice.includes(number));
	const unknown = typeof choice === 'string' ? undefined : choice.find((one) => one > proposals.length || one < 1);
	if (unknown !== undefined) {
		const { none, upTo, noVarying } = words().record;
		const there = proposals.length === 0 ? none : upTo(proposals.length);
		throw new WirebenchError('bad-input', noVarying(unknown, there));
	}
	if (proposals.length > 0) {
		say(words().record.differ);
		say(...proposals.map((proposal) => proposalLine(proposal, isChosen(proposal))));
	}
	return proposals.filter(isChosen).map(({ varying }) => varying);
}

function proposalLine({ number, text, before, sent, expected }: Proposal, chosen: boolean): string {
	const texts = words().record;
	const becomes = [
		...(sent === undefined ? [] : [texts.sentAs(sent)]),
		...(expected === undefined ? [] : [texts.expectedAs(expected)]),
	];
	return `  ${chosen ? '+' : '-'} ${number}  ${text}: "${before}" ${chosen ? becomes.join(texts.listSeparator) : texts.stays}`;
}
