import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../common/capture/event.ts';

/**
 * The text of a packet comment, for people in Wireshark and for rebuilding the index:
 *
 *   comment  = subject " " kind [" " direction] [": " text]
 *   subject  = "#" connection-number | "endpoint"
 *   kind     = one of EVENT_KINDS; direction = "in" | "out", absent for none
 *   text     = anything up to the end, line ends included
 *
 * as in `#3 open in: 127.0.0.1:50214 → 127.0.0.1:8080`, `#3 close`, `endpoint listening: 127.0.0.1:8080`. A `data` comment
 * is only on parts of an event whose end the packet itself does not show, and its text is GOES_ON.
 */
export interface EventComment {
	/** 0 for an event of the endpoint. */
	readonly connection: number;
	readonly kind: EventKind;
	readonly direction: Direction;
	readonly text: string;
}

/** Text of a `data` comment: the event's bytes continue in the next packet. */
export const GOES_ON = 'goes on in the next packet';

export function formatComment({ connection, kind, direction, text }: EventComment): string {
	const subject = connection === 0 ? 'endpoint' : `#${connection}`;
	const what = direction === 'none' ? kind : `${kind} ${direction}`;
	return text === '' ? `${subject} ${what}` : `${subject} ${what}: ${text}`;
}

const grammar = new RegExp(
	`^(?:endpoint|#([1-9][0-9]{0,9})) (${EVENT_KINDS.join('|')})(?: (${DIRECTIONS.slice(1).join('|')}))?(?:: ([^]+))?$`,
);

/** Parses a comment; undefined for any other text, such as one that a person wrote. */
export function parseComment(comment: string): EventComment | undefined {
	const match = grammar.exec(comment);
	if (!match) return undefined;
	const [, number, kind, direction, text] = match;
	const known = EVENT_KINDS.find((name) => name === kind);
	if (!known) return undefined;
	return {
		connection: number === undefined ? 0 : Number(number),
		kind: known,
		direction: DIRECTIONS.find((name) => name === direction) ?? 'none',
		text: text ?? '',
	};
}

/** The first event comment among a packet's comments. */
export function eventComment(comments: readonly string[]): EventComment | undefined {
	for (const comment of comments) {
		const parsed = parseComment(comment);
		if (parsed) return parsed;
	}
	return undefined;
}
