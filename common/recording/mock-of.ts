import { LIMITS } from '../contract/base/limits.ts';
import type { Recording, RecordingPlace } from '../contract/calls/recording.ts';
import { FIRST_STATE } from '../contract/config/first-state.ts';
import type { Action, Match, Responder, Rule } from '../contract/config/responder.ts';
import { type EndpointConfig, endpointConfigSchema } from '../endpoints/index.ts';
import { validated } from '../json/validated.ts';
import type { Charset } from '../payload/charsets/charset.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import { toLatin1 } from '../payload/codec/ascii.ts';
import { compileResponder } from '../responder/index.ts';
import { recordingError } from '../sentences/recording-error.ts';
import { type Answered, type Asked, exchangesOf } from './exchanges.ts';
import { english, type Phrases } from './phrases.ts';
import { assertFits, endpointAt } from './place.ts';
import { placeNotes } from './place-notes.ts';
import { type Keyed, type StateRule, stateRules } from './states.ts';
import type { Made } from './test-of.ts';
import { type Edit, editsByTurn, type Varying } from './vary/index.ts';
import { expectedEdits, messagePattern, writtenBytes, writtenTemplate } from './written.ts';

export interface MockRequest {
	readonly name: string;
	readonly place: RecordingPlace;
	readonly varying: readonly Varying[];
}

interface Ruled extends Keyed {
	readonly match: Match;
	readonly action: Action;
	/** The recorded request. */
	readonly bytes: Uint8Array;
}

type Edits = ReturnType<typeof editsByTurn>;

/** How the texts of a recording are written. */
interface Written {
	readonly edits: Edits;
	readonly charset: Charset;
	readonly datagrams: boolean;
}

function matchOf({ turn, bytes }: Asked, { edits, charset, datagrams }: Written): Match {
	const expected = expectedEdits(edits.get(turn) ?? []);
	if (expected.length === 0) return { type: 'equals', pattern: writtenBytes(bytes, charset) };
	return {
		type: 'regex',
		pattern: `${messagePattern(bytes, expected, charset)}${datagrams ? '$' : ''}`,
		ignoreCase: false,
	};
}

/** A reply can name what its own request had. */
function actionOf({ reply, after }: Answered, request: number | undefined, { edits, charset }: Written): Action {
	const captured = ({ name, turn }: { name: string; turn: number }) => (turn === request ? `{{${name}}}` : undefined);
	const own: readonly Edit[] = reply === undefined ? [] : (edits.get(reply.turn) ?? []);
	return { delayMs: 0, ...(reply && { reply: writtenTemplate(reply.bytes, own, captured, charset) }), after };
}

/** Whether a request is the beginning of another one, so that rules in one state could not tell them apart on a stream. */
function someBeginsAnother(exchanges: readonly Ruled[]): boolean {
	const texts = [...new Set(exchanges.map(({ bytes }) => toLatin1(bytes)))].sort();
	// Among sorted texts the ones that begin with a text follow it at once.
	return texts.some((text, n) => n > 0 && text.startsWith(texts[n - 1] ?? ''));
}

/** A state for each exchange, in their order. */
function oneAfterAnother<T>(exchanges: readonly T[]): StateRule<T>[] {
	const nameOf = (n: number): string => (n === 0 ? FIRST_STATE : `state ${n + 1}`);
	return exchanges.map((exchange, n) => ({ exchange, when: nameOf(n), next: nameOf(n + 1) }));
}

function responderOf(
	recording: Recording,
	{ varying }: Pick<MockRequest, 'varying'>,
	phrases: Phrases,
): Made<Responder> {
	const datagrams = recording.transport === 'datagram';
	const charset = charsetNamed(recording.charset ?? 'utf-8');
	const written = { edits: editsByTurn(varying), charset, datagrams };
	const { greeting, exchanges } = exchangesOf(recording);
	const ruled = exchanges.map(({ request, ...answer }): Ruled => {
		const match = matchOf(request, written);
		const action = actionOf(answer, request.turn, written);
		return { match, action, bytes: request.bytes, request: JSON.stringify(match), answer: JSON.stringify(action) };
	});
	const inOrder = !datagrams && someBeginsAnother(ruled);
	const states = inOrder ? oneAfterAnother(ruled) : stateRules(ruled);
	if (states.length > LIMITS.rules) {
		throw recordingError('too-large', 'tooManyRules', { count: states.length, most: LIMITS.rules });
	}
	const rules = states.map(
		({ exchange: { match, action }, when, next }): Rule => ({
			match,
			...(when !== undefined && { when }),
			...(next !== undefined && { next }),
			...action,
		}),
	);
	const onOpen = greeting && actionOf(greeting, undefined, written);
	const more = exchanges.reduce((sum, one) => sum + one.more, 0);
	const notes = more === 0 ? [] : [phrases.datagramsLeft(more)];
	return { made: { ...(onOpen && { onOpen }), rules, ...(datagrams ? {} : { join: true }) }, notes };
}

/**
 * A server that answers as the recorded one did. Throws `bad-input` where the place does not fit or an answer is too
 * long for a rule, `too-large` beyond the limits of a responder.
 */
export function mockOf(
	recording: Recording,
	{ name, place, varying }: MockRequest,
	phrases: Phrases = english,
): Made<EndpointConfig> {
	assertFits(recording, place);
	const { made: responder, notes } = responderOf(recording, { varying }, phrases);
	const config = validated(endpointConfigSchema, { ...endpointAt(recording, place, 'server', name), responder });
	compileResponder(responder, '', recording.charset);
	return { made: config, notes: [...recording.notes, ...placeNotes(recording, place, 'server', phrases), ...notes] };
}
