import { charsetNamed, encodeWritten, formatBytes } from '../../../../common/payload/index.ts';
import type { CharsetName, ChecksumKind, LineEnding, PayloadFormat } from '../../../../common/payload/schema.ts';
import { copyText } from '../../../bytes/copy.ts';

/** The draft for one target. */
export interface Draft {
	readonly format: PayloadFormat;
	readonly lineEnding: LineEnding;
	readonly text: string;
	/** For text and escaped text, where a person chose one; absent: that of the target. */
	readonly charset?: CharsetName | undefined;
	readonly checksum: ChecksumKind;
	/** Places in double braces are filled in; otherwise they are sent as they stand. */
	readonly template: boolean;
	/** The person chose text: bytes in hex are not recognised in it. */
	readonly keepText?: boolean | undefined;
	/** Destination of a UDP socket as typed; empty for its configured one. */
	readonly to: string;
}

/** A draft as it is sent. */
export interface ReadDraft extends Draft {
	readonly charset: CharsetName;
}

export const EMPTY_DRAFT: Draft = {
	format: 'text',
	lineEnding: 'none',
	text: '',
	checksum: 'none',
	template: false,
	to: '',
};

export type Drafts = Readonly<Record<string, Draft>>;

/**
 * The drafts after a change of target. The draft of a removed target moves to the next one if that has none; it is
 * never discarded.
 */
export function withMoved(drafts: Drafts, from: string | undefined, to: string, fromGone: boolean): Drafts {
	if (from === undefined || from === to || !fromGone) return drafts;
	const before = drafts[from];
	if (before === undefined || before.text === '') return drafts;
	if ((drafts[to]?.text ?? '') !== '') return drafts;
	const { [from]: _moved, ...others } = drafts;
	return { ...others, [to]: { ...(drafts[to] ?? EMPTY_DRAFT), ...before, to: drafts[to]?.to ?? '' } };
}

/** Text that a text area preserves: all visible, and without CR, which it would turn into LF. */
const PLAIN = /^(?:[^\p{C}\p{Zl}\p{Zp}]|[\n\t])*$/u;

const ENDINGS: readonly (readonly [LineEnding, string])[] = [
	['crlf', '\r\n'],
	['lf', '\n'],
	['none', ''],
];

/** Bytes in a readable format: text where they are text in the charset, else escaped, or hex when little of it is text. */
export function draftFromBytes(
	bytes: Uint8Array,
	name: CharsetName,
): Omit<Draft, 'to' | 'checksum' | 'charset' | 'template' | 'keepText'> {
	const charset = charsetNamed(name);
	const text = copyText(bytes, 'text', charset);
	const [lineEnding, end] = ENDINGS.find(([, ending]) => text.endsWith(ending)) ?? (['none', ''] as const);
	const body = text.slice(0, text.length - end.length);
	const back = encodeWritten({ format: 'text', text: body }, lineEnding, 'none', charset);
	const same = back.ok && back.bytes.length === bytes.length && back.bytes.every((byte, i) => byte === bytes[i]);
	if (same && PLAIN.test(body)) return { format: 'text', lineEnding, text: body };
	const escaped = formatBytes(bytes, 'escaped', charset);
	return escaped.length > bytes.length * 2.5
		? { format: 'hex', lineEnding: 'none', text: formatBytes(bytes, 'hex') }
		: { format: 'escaped', lineEnding: 'none', text: escaped };
}
