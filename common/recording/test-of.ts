import { LIMITS } from '../contract/base/limits.ts';
import type { Recording, RecordingPlace, RecordingSide } from '../contract/calls/recording.ts';
import { validated } from '../json/validated.ts';
import type { Charset } from '../payload/charsets/charset.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import { toLatin1 } from '../payload/codec/ascii.ts';
import type { SequenceStep } from '../protocol-tests/step-schema.ts';
import { type Sequence, sequenceSchema } from '../protocol-tests/test-schema.ts';

import { recordingError } from '../sentences/recording-error.ts';
import { english, type Phrases } from './phrases.ts';
import { assertFits, endpointAt } from './place.ts';
import { placeNotes } from './place-notes.ts';
import { type DataTurn, turnsOf, withoutOwnReply } from './turns/turns.ts';
import { type Edit, editsByTurn, literalPattern, type Varying } from './vary/index.ts';
import {
	editPattern,
	expectedEdits,
	messagePattern,
	piecesOf,
	sendsOther,
	writtenBytes,
	writtenTemplate,
} from './written.ts';

/** Bytes of one step: as hex they fit into its text. */
const STEP_BYTES = 32 * 1024;
/** Milliseconds that an answer may take at least. */
const LEAST_WAIT_MS = 2000;
/** Milliseconds in which a client has to connect to a test's server: a person may have to start it. */
const ACCEPT_MS = 60_000;

export interface TestRequest {
	readonly name: string;
	/** The side that the test takes. */
	readonly side: RecordingSide;
	readonly place: RecordingPlace;
	readonly varying: readonly Varying[];
}

/** A result, and sentences about what it leaves out. */
export interface Made<T> {
	readonly made: T;
	readonly notes: readonly string[];
}

/** A value that the other side had becomes a variable of the test. */
const captured = ({ name }: { readonly name: string }): string => `{{var ${name}}}`;

/** The parts of bytes that fit into one step each. */
function stepParts(bytes: Uint8Array): Uint8Array[] {
	const parts: Uint8Array[] = [];
	for (let at = 0; at < bytes.length || at === 0; at += STEP_BYTES) parts.push(bytes.subarray(at, at + STEP_BYTES));
	return parts;
}

/** How the texts of a recording are written. */
interface Written {
	readonly charset: Charset;
	readonly datagrams: boolean;
}

function sendSteps({ bytes }: DataTurn, edits: readonly Edit[], { charset, datagrams }: Written): SequenceStep[] {
	const step = { type: 'send', lineEnding: 'none' } as const;
	if (sendsOther(edits, captured)) {
		return [{ ...step, payload: writtenTemplate(bytes, edits, captured, charset), template: true }];
	}
	const parts = datagrams ? [bytes] : stepParts(bytes);
	return parts.map((part) => ({ ...step, payload: writtenBytes(part, charset), template: false }));
}

/**
 * A stream is expected piece by piece, so that a failure shows where it differs; a datagram is expected as a whole. A
 * pattern without a fixed length includes the byte behind it, which says that it is over.
 */
function expectSteps(
	bytes: Uint8Array,
	edits: readonly Edit[],
	withinMs: number,
	{ charset, datagrams }: Written,
): SequenceStep[] {
	const step = { type: 'expect', withinMs, template: false } as const;
	const exactly = (part: Uint8Array): SequenceStep => ({
		...step,
		expectation: { type: 'bytes', pattern: writtenBytes(part, charset) },
	});
	const like = (pattern: string): SequenceStep => ({
		...step,
		expectation: { type: 'regex', pattern, ignoreCase: false },
	});
	const expected = expectedEdits(edits);
	if (datagrams) return [expected.length === 0 ? exactly(bytes) : like(`${messagePattern(bytes, expected, charset)}$`)];
	const steps: SequenceStep[] = [];
	let skipped = 0;
	const pieces = piecesOf(bytes, expected);
	for (const [n, { bytes: part, edit }] of pieces.entries()) {
		if (edit === undefined) {
			const rest = part.subarray(skipped);
			if (rest.length > 0) steps.push(...stepParts(rest).map(exactly));
			skipped = 0;
			continue;
		}
		const { bytes: next, edit: nextEdit } = pieces[n + 1] ?? {};
		const open = edit.expect?.endsWith('+') === true && next !== undefined && nextEdit === undefined;
		skipped = open ? 1 : 0;
		const behind = open ? literalPattern(toLatin1(next.subarray(0, 1))) : '';
		steps.push(like(`(?s)^${editPattern(edit)}${behind}`));
	}
	return steps;
}

/** How long the turn may take: twice as long as it took, and a second. */
function patience(turn: DataTurn, before: bigint): number {
	const took = Number((turn.last - before) / 1_000_000n);
	return Math.min(LIMITS.delayMs, Math.max(LEAST_WAIT_MS, 2 * took + 1000));
}

/** The steps of one side of a conversation. */
function stepsOf(recording: Recording, { side, varying }: TestRequest, phrases: Phrases): Made<SequenceStep[]> {
	const turns = turnsOf(recording);
	const edits = editsByTurn(varying);
	const charset = charsetNamed(recording.charset ?? 'utf-8');
	const written = { charset, datagrams: recording.transport === 'datagram' };
	const notes: string[] = [];
	const taken = new Set(withoutOwnReply(turns, side));
	let before = turns[0]?.time ?? 0n;
	const steps = turns.flatMap((turn, n): SequenceStep[] => {
		const mine = turn.from === side;
		if (turn.type === 'data') {
			const own = edits.get(n) ?? [];
			const made = mine ? sendSteps(turn, own, written) : expectSteps(turn.bytes, own, patience(turn, before), written);
			before = turn.last;
			return made;
		}
		if (mine) return taken.has(turn) ? [{ type: turn.type }] : [];
		if (turn.type === 'end') return [{ type: 'expect-end', withinMs: LEAST_WAIT_MS }];
		notes.push(phrases.resets[turn.from]);
		return [];
	});
	// After our own end or reset there is nothing more to do; a reset also ends what is received.
	const reset = steps.findIndex(({ type }) => type === 'reset');
	return { made: reset < 0 ? steps : steps.slice(0, reset + 1), notes };
}

/** A test of one side of a conversation. Throws `bad-input` where the place does not fit, `too-large` beyond the limits of a test. */
export function testOf(recording: Recording, request: TestRequest, phrases: Phrases = english): Made<Sequence> {
	assertFits(recording, request.place);
	const { made: steps, notes } = stepsOf(recording, request, phrases);
	if (steps.length > LIMITS.sequenceSteps) {
		throw recordingError('too-large', 'tooManySteps', { count: steps.length, most: LIMITS.sequenceSteps });
	}
	const { name, side, place } = request;
	const endpoint = endpointAt(recording, place, side, name);
	const parts =
		side === 'client'
			? { client: endpoint, steps }
			: { connections: { server: { server: endpoint } }, steps: [{ type: 'accept', withinMs: ACCEPT_MS }, ...steps] };
	const made = validated(sequenceSchema, { name, ...parts });
	return { made, notes: [...recording.notes, ...placeNotes(recording, place, side, phrases), ...notes] };
}
