import { WirebenchError } from '../contract/base/errors.ts';
import { FIRST_STATE } from '../contract/config/first-state.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { Action } from '../contract/config/responder.ts';
import { compileFraming, type Framer, type Message, NO_BYTES } from '../framing/index.ts';
import { decodeText } from '../payload/charsets/charset.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import type { TemplateNeeds, TemplateValues } from '../template/index.ts';
import type { Answer, CompiledResponder, Unread } from './compile.ts';
import { wholeOf } from './fields.ts';
import { mediaTypeOf } from './media-type.ts';

/** The result of a responder for one message. */
export interface Trial {
	readonly message: Message;
	/** The state of the connection in which it is answered. */
	readonly state: string;
	/** Index of the answering rule; absent: none. */
	readonly rule?: number;
	/** Rules that match too, but come later. */
	readonly later: readonly number[];
	/** What the rule's regular expression captured, its groups from 1. */
	readonly captures: readonly Uint8Array[];
	/** The bytes of the reply; absent where nothing is sent. */
	readonly reply?: Uint8Array;
	/** The file that follows, as far as it is known without reading it; its `{{size}}` shows as `?` in the reply. */
	readonly file?: { readonly path: string; readonly name?: string; readonly missing: 'error' | 'next' };
	/** Where no rule answers: the first one whose structure does not read the message. */
	readonly unread?: Unread;
	/** Why there is no reply. */
	readonly fault?: string;
	readonly delayMs: number;
	readonly after: Action['after'];
}

/** Values for what a reply needs. */
type Draw = (needs: TemplateNeeds) => TemplateValues;

/** Maximum number of messages tried: the bytes may contain many. */
const MOST = 100;

/**
 * Tries bytes as if they were everything received on a new connection: split by the framing, answered by the rules, with
 * values from `draw` in their replies. `charset` is that of the endpoint.
 */
export function tryBytes(
	compiled: CompiledResponder,
	framing: Framing,
	bytes: Uint8Array,
	draw: Draw,
	charset: CharsetName = 'utf-8',
): Trial[] {
	const createFramer = compileFraming(framing, 'framing', charset);
	const trials: Trial[] = [];
	let state = FIRST_STATE;
	for (const cut of compiled.joins
		? joined(compiled, bytes, () => state)
		: framed(compiled, createFramer(), bytes, () => state)) {
		const trial = tryMessage(compiled, cut, state, trials.length + 1, draw);
		trials.push(trial);
		if (trial.after !== 'keep' || trials.length === MOST) break;
		state = cut.found?.next ?? state;
	}
	return trials;
}

/** A message, and the answer to it. */
interface Cut {
	readonly message: Message;
	readonly found: Answer | undefined;
}

function* framed(
	{ answer }: CompiledResponder,
	framer: Framer,
	bytes: Uint8Array,
	state: () => string,
): Generator<Cut> {
	const messages = [...framer.push(bytes, 0), ...framer.flush()];
	// An empty datagram is a message too.
	if (messages.length === 0 && bytes.length === 0) messages.push({ data: NO_BYTES, eol: NO_BYTES });
	for (const message of messages) yield { message, found: answer(message.data, 0, state(), wholeMessage(message)) };
}

/** The messages that rules find in the bytes; those that are no message yet come last, without an answer. */
function* joined({ join }: CompiledResponder, bytes: Uint8Array, state: () => string): Generator<Cut> {
	for (let rest = bytes; rest.length > 0; ) {
		const result = join(rest, 0, state());
		const to = result.type === 'more' ? rest.length : result.to;
		const message: Message = { data: rest.subarray(0, to), eol: NO_BYTES };
		yield { message, found: result.type === 'answer' ? result.answer : undefined };
		rest = rest.subarray(to);
	}
}

function wholeMessage({ head = NO_BYTES, data, eol }: Message): Uint8Array {
	return wholeOf({ head, data, eol });
}

function tryMessage(
	{ answer, unread }: CompiledResponder,
	{ message, found }: Cut,
	state: string,
	n: number,
	draw: Draw,
): Trial {
	const whole = wholeMessage(message);
	if (found === undefined) {
		const misread = unread(whole, state);
		return {
			message,
			state,
			later: [],
			captures: [],
			delayMs: 0,
			after: 'keep',
			...(misread === undefined ? {} : { unread: misread }),
		};
	}
	const later: number[] = [];
	const after = (rule: number) => answer(message.data, rule + 1, state, whole);
	for (let next = after(found.rule); next; next = after(next.rule)) later.push(next.rule);
	const { action, captures = [], rule } = found;
	const { delayMs } = action;
	const reply = replyOf(found, message, n, draw);
	return { message, state, rule, later, captures: captures.slice(1), delayMs, after: action.after, ...reply };
}

function replyOf(
	{ action, captures }: Answer,
	message: Message,
	n: number,
	draw: Draw,
): Pick<Trial, 'reply' | 'file' | 'fault'> {
	const { head = NO_BYTES, data, eol } = message;
	const values = action.needs && draw(action.needs);
	const context = {
		head,
		data,
		eol,
		n,
		peer: '192.0.2.1:50000',
		host: '192.0.2.1',
		captures,
		...(values && { values }),
	};
	try {
		const { path = '', missing = 'error' } = action.file ?? {};
		const name = action.file?.name && decodeText(action.file.name.render(context), charsetNamed(action.file.charset));
		const type = mediaTypeOf(name ?? path);
		const reply = action.reply?.render({ ...context, file: { size: '?', type } });
		return {
			...(reply === undefined ? {} : { reply }),
			...(action.file === undefined ? {} : { file: { path, missing, ...(name === undefined ? {} : { name }) } }),
		};
	} catch (error) {
		if (error instanceof WirebenchError) return { fault: error.message };
		throw error;
	}
}
