import type { ByteOrder } from '../../decode/core/uint.ts';
import type { ChecksumKind } from '../../payload/names.ts';

/** An integer that is at the same offset of each message. */
interface IntegerFinding {
	/** Bytes from the start of the message. */
	readonly at: number;
	readonly bytes: number;
	readonly order: ByteOrder;
	/** Above 0, at most 1: how unlikely it is by chance. */
	readonly sure: number;
}

/** Something that messages of one kind have in common. */
export type Finding =
	| { readonly kind: 'constant'; readonly at: number; readonly value: Uint8Array; readonly sure: number }
	/** The value, and `bias`, are the length of the message. */
	| ({ readonly kind: 'length'; readonly bias: number } & IntegerFinding)
	/** It grows by `step` from one message to the next. */
	| ({ readonly kind: 'counter'; readonly step: number } & IntegerFinding)
	/** Since 1970. */
	| ({ readonly kind: 'time'; readonly unit: 'seconds' | 'milliseconds' } & IntegerFinding)
	| {
			readonly kind: 'checksum';
			readonly algorithm: Exclude<ChecksumKind, 'none'>;
			readonly bytes: number;
			readonly order: ByteOrder;
			/** Where the bytes that it is over begin; they end in front of it. */
			readonly from: number;
			/** Bytes behind it, which are the same in each message. */
			readonly behind: number;
			readonly sure: number;
	  }
	/** Bytes at the end of each message. */
	| { readonly kind: 'end'; readonly value: Uint8Array; readonly sure: number }
	/** What is between is text. */
	| { readonly kind: 'text'; readonly at: number; readonly charset: 'utf-8' | 'gbk'; readonly sure: number };

/** Bytes of a finding at a place. */
export const sizeOf = (one: Extract<Finding, IntegerFinding | { kind: 'constant' }>): number =>
	one.kind === 'constant' ? one.value.length : one.bytes;

/** How a stream of such messages may be split. */
export type GuessedFraming =
	| { readonly type: 'fixed'; readonly bytes: number }
	| {
			readonly type: 'length';
			readonly at: number;
			readonly bytes: number;
			readonly order: ByteOrder;
			readonly bias: number;
	  }
	| { readonly type: 'delimiter'; readonly value: Uint8Array };

/** How sure something is that as many independent observations confirm. */
export function sureOf(observations: number): number {
	return 1 - 0.5 ** observations;
}
