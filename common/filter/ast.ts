import type { Direction, EventKind } from '../capture/event.ts';
import type { DecodedOperator } from './decoded/compare.ts';
import type { WrittenPath } from './decoded/path.ts';

/** Every comparison operator. `:` and `==` are accepted for `=`. */
export const OPERATORS = ['>=', '<=', '!=', '=', '<', '>'] as const;
export type Operator = (typeof OPERATORS)[number];
export type Equality = '=' | '!=';

/** Numeric fields of an event. `port` matches either end of its connection. */
export const NUMBER_FIELDS = ['conn', 'port', 'len', 'time'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

export const MARK_VALUES = ['yes', 'no'] as const;
export type MarkValue = (typeof MARK_VALUES)[number];

/** A filter as a tree. */
export type Filter =
	| { readonly type: 'and' | 'or'; readonly items: readonly Filter[] }
	| { readonly type: 'not'; readonly item: Filter }
	/** A bare word: in the payload, the event's text or the endpoint's name, or the event's kind; in any case of ASCII letters. */
	| { readonly type: 'word'; readonly text: string }
	/** Text in the payload or in the text of an event; `exact` is case-sensitive. Compared as UTF-8. */
	| { readonly type: 'text'; readonly text: string; readonly exact: boolean }
	/** The same, as bytes: lower-case hexadecimal, two digits a byte. */
	| { readonly type: 'hex'; readonly hex: string }
	/** A regular expression over the same bytes, as it is written between its slashes: see byteRegex. */
	| { readonly type: 'regex'; readonly pattern: string; readonly anyCase: boolean }
	| { readonly type: 'dir'; readonly is: Equality; readonly value: Direction }
	| { readonly type: 'kind'; readonly is: Equality; readonly value: EventKind }
	/** A mark on the event, or a note that contains this text; '' matches any note. */
	| { readonly type: 'mark'; readonly is: Equality; readonly value: MarkValue }
	| { readonly type: 'note'; readonly text: string; readonly exact: boolean }
	/** The protocol that the payload is decoded as, or one whose units are in that. */
	| { readonly type: 'protocol'; readonly is: Equality; readonly value: string }
	/** A field of the decoded payload, compared as valuesTest does; a value of '' for `present`. */
	| {
			readonly type: 'decoded';
			readonly path: WrittenPath;
			readonly is: DecodedOperator;
			readonly value: string;
			readonly exact: boolean;
	  }
	/** The endpoint's whole name, ignoring the case of ASCII letters. */
	| { readonly type: 'endpoint'; readonly is: Equality; readonly name: string }
	/** `len` in bytes; `time` in nanoseconds since the first event of the capture. */
	| { readonly type: 'number'; readonly field: NumberField; readonly is: Operator; readonly value: number };
