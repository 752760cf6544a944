import type { Direction, EventKind } from '../capture/event.ts';

/** Every way to compare. `:` is written for `=` too and is read as it. */
export const OPERATORS = ['>=', '<=', '!=', '=', '<', '>'] as const;
export type Operator = (typeof OPERATORS)[number];
export type Equality = '=' | '!=';

/** Numbers that an event has. `port` is either end of its connection. */
export const NUMBER_FIELDS = ['conn', 'port', 'len', 'time'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

export const MARK_VALUES = ['yes', 'no'] as const;
export type MarkValue = (typeof MARK_VALUES)[number];

/** What a filter says, as a tree. */
export type Filter =
	| { readonly type: 'and' | 'or'; readonly items: readonly Filter[] }
	| { readonly type: 'not'; readonly item: Filter }
	/** Text in the payload, or in what an event says; `exact` minds the case of ASCII letters. Found as UTF-8. */
	| { readonly type: 'text'; readonly text: string; readonly exact: boolean }
	/** Bytes in the same places: lower-case hexadecimal, two digits a byte. */
	| { readonly type: 'hex'; readonly hex: string }
	| { readonly type: 'dir'; readonly is: Equality; readonly value: Direction }
	| { readonly type: 'kind'; readonly is: Equality; readonly value: EventKind }
	/** What a person put on the event: a mark, or a note that contains this text; '' stands for any note. */
	| { readonly type: 'mark'; readonly is: Equality; readonly value: MarkValue }
	| { readonly type: 'note'; readonly text: string; readonly exact: boolean }
	/** The endpoint's whole name, in any case of ASCII letters. */
	| { readonly type: 'endpoint'; readonly is: Equality; readonly name: string }
	/** `len` in bytes; `time` in nanoseconds since the first event of the capture. */
	| { readonly type: 'number'; readonly field: NumberField; readonly is: Operator; readonly value: number };
