import { WirebenchError } from '../contract/base/errors.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { Action, Responder } from '../contract/config/responder.ts';
import { compileFraming, type Message, NO_BYTES } from '../framing/index.ts';
import { decodeUtf8 } from '../payload/codec/utf8.ts';
import type { TemplateNeeds, TemplateValues } from '../template/index.ts';
import { type Answer, compileResponder } from './compile.ts';
import { mediaTypeOf } from './media-type.ts';

/** The result of a responder for one message. */
export interface Trial {
	readonly message: Message;
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
 * values from `draw` in their replies.
 */
export function tryBytes(responder: Responder, framing: Framing, bytes: Uint8Array, draw: Draw): Trial[] {
	const compiled = compileResponder(responder);
	const framer = compileFraming(framing)();
	const messages = [...framer.push(bytes, 0), ...framer.flush()].slice(0, MOST);
	// An empty datagram is a message too.
	if (messages.length === 0 && bytes.length === 0) messages.push({ data: NO_BYTES, eol: NO_BYTES });
	const trials: Trial[] = [];
	for (const [index, message] of messages.entries()) {
		const trial = tryMessage(compiled, message, index + 1, draw);
		trials.push(trial);
		if (trial.after !== 'keep') break;
	}
	return trials;
}

function tryMessage({ answer }: ReturnType<typeof compileResponder>, message: Message, n: number, draw: Draw): Trial {
	const found = answer(message.data);
	if (found === undefined) return { message, later: [], captures: [], delayMs: 0, after: 'keep' };
	const later: number[] = [];
	for (let next = answer(message.data, found.rule + 1); next; next = answer(message.data, next.rule + 1)) {
		later.push(next.rule);
	}
	const { action, captures = [], rule } = found;
	const { delayMs, after } = action;
	return { message, rule, later, captures: captures.slice(1), delayMs, after, ...replyOf(found, message, n, draw) };
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
		const name = action.file?.name && decodeUtf8(action.file.name.render(context));
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
