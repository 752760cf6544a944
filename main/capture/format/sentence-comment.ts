import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { isSentence } from './is-sentence.ts';

/** The text of an event besides `data`, and the sentence that it is or contains. */
export interface EventWords {
	readonly text: string;
	/** Absent where the text has no code. */
	readonly says?: Sentence | undefined;
}

/**
 * UTF-16 units of the longest comment. A longer one is neither written nor read: the text stays as it was written, and sentences
 * within sentences of a hostile file cannot exhaust the stack.
 */
const MOST_UNITS = 8192;

/**
 * The packet comment that stores which sentence the text of an event is, behind that of the event:
 *
 *   sentence = "sentence " code " " parameters
 *
 * as in `sentence ECONNREFUSED {"verb":"connect to","target":"127.0.0.1:9"}`. The parameters are JSON. Undefined for one that
 * is too long.
 */
export function formatSentence({ code, params }: Sentence): string | undefined {
	const comment = `sentence ${code} ${JSON.stringify(params)}`;
	return comment.length > MOST_UNITS ? undefined : comment;
}

const grammar = /^sentence ([A-Za-z][A-Za-z0-9]*) (\{.*\})$/s;

/** Parses such a comment; undefined for any other text. */
export function parseSentence(comment: string): Sentence | undefined {
	if (comment.length > MOST_UNITS) return undefined;
	const [, code, params] = grammar.exec(comment) ?? [];
	if (code === undefined || params === undefined) return undefined;
	try {
		const sentence: unknown = { code, params: JSON.parse(params) };
		return isSentence(sentence) ? sentence : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The first sentence among a packet's comments. */
export function sentenceIn(comments: readonly string[]): Sentence | undefined {
	for (const comment of comments) {
		const parsed = parseSentence(comment);
		if (parsed) return parsed;
	}
	return undefined;
}
