import type { ScriptFault, ScriptLimits } from '../../../common/contract/config/script.ts';

/** The data of a script thread. */
export interface ScriptThreadData {
	/** The interpreter, as WebAssembly. */
	readonly interpreter: ArrayBuffer;
	readonly source: string;
	/** Absent: the script is only parsed. */
	readonly limits?: ScriptLimits | undefined;
}

/** A range in the accompanying bytes. */
export interface Span {
	readonly at: number;
	readonly length: number;
}

/** An event of a connection, for the script. */
export type Happening =
	/** `after`: number of messages answered otherwise before; the script is not called for it. */
	| {
			readonly what: 'open';
			readonly id: number;
			readonly peer: string;
			readonly local: string;
			readonly after?: number;
	  }
	| ({ readonly what: 'message'; readonly id: number; readonly head: number; readonly eol: number } & Span)
	| { readonly what: 'end' | 'close'; readonly id: number }
	/** This many bytes sent by the script are no longer pending. */
	| { readonly what: 'sent'; readonly id: number; readonly bytes: number };

export interface Batch {
	readonly happenings: readonly Happening[];
	/** Of messages, in order: head, data, terminator. */
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `end`: the thread must end. */
export type ToThread = Batch | 'end';

/** An effect of a script. Connection 0: none. */
export type Effect =
	| ({ readonly does: 'send'; readonly id: number } & Span)
	| { readonly does: 'end' | 'reset'; readonly id: number }
	| { readonly does: 'log'; readonly id: number; readonly text: string }
	| { readonly does: 'fault'; readonly id: number; readonly fault: ScriptFault }
	/** A message has been handled. */
	| { readonly does: 'answered'; readonly id: number }
	/** The answer to the peer's end is complete. */
	| { readonly does: 'ended'; readonly id: number };

export type FromThread =
	/** The script is about to run for the first time. */
	| { readonly kind: 'loading' }
	| { readonly kind: 'ready' }
	/** The script has a syntax error, or failed when it ran. */
	| { readonly kind: 'refused'; readonly fault: ScriptFault }
	| { readonly kind: 'read' }
	| { readonly kind: 'effects'; readonly effects: readonly Effect[]; readonly bytes: Uint8Array<ArrayBuffer> };
