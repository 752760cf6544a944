import type { ScriptFault, ScriptLimits } from '../../../common/contract/config/script.ts';

/** What a thread for a script begins with. */
export interface ScriptThreadData {
	/** The interpreter, as WebAssembly. */
	readonly interpreter: ArrayBuffer;
	readonly source: string;
	/** Absent: the script is only read. */
	readonly limits?: ScriptLimits | undefined;
}

/** A place in the bytes that came along. */
export interface Span {
	readonly at: number;
	readonly length: number;
}

/** What happened to a connection, for the script. */
export type Happening =
	/** `after`: so many messages, which something else answered; the script is not called for it. */
	| {
			readonly what: 'open';
			readonly id: number;
			readonly peer: string;
			readonly local: string;
			readonly after?: number;
	  }
	| ({ readonly what: 'message'; readonly id: number; readonly head: number; readonly eol: number } & Span)
	| { readonly what: 'end' | 'close'; readonly id: number }
	/** So many bytes that the script has sent are not owed any more. */
	| { readonly what: 'sent'; readonly id: number; readonly bytes: number };

export interface Batch {
	readonly happenings: readonly Happening[];
	/** Of messages, in order: head, data, terminator. */
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `end`: the thread is to end. */
export type ToThread = Batch | 'end';

/** What a script did. Connection 0: none. */
export type Effect =
	| ({ readonly does: 'send'; readonly id: number } & Span)
	| { readonly does: 'end' | 'reset'; readonly id: number }
	| { readonly does: 'log'; readonly id: number; readonly text: string }
	| { readonly does: 'fault'; readonly id: number; readonly fault: ScriptFault }
	/** A message has been dealt with. */
	| { readonly does: 'answered'; readonly id: number }
	/** All that answers the peer's end has been done. */
	| { readonly does: 'ended'; readonly id: number };

export type FromThread =
	/** The script is about to be run for the first time. */
	| { readonly kind: 'loading' }
	| { readonly kind: 'ready' }
	/** The script cannot be read, or failed when it was run. */
	| { readonly kind: 'refused'; readonly fault: ScriptFault }
	| { readonly kind: 'read' }
	| { readonly kind: 'effects'; readonly effects: readonly Effect[]; readonly bytes: Uint8Array<ArrayBuffer> };
