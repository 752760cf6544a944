import type { Recording } from '../contract/calls/recording.ts';
import { charsetNamed } from '../payload/charsets/named.ts';
import { toEscaped } from '../payload/escaped.ts';
import { english, type Phrases } from './phrases.ts';
import type { Turn } from './turns/turns.ts';
import type { Edit, Varying, VaryingPart, VaryingReason } from './vary/index.ts';

/** A varying part for people. */
export interface Proposal {
	/** From 1; it chooses the part on the command line. */
	readonly number: number;
	readonly varying: Varying;
	/** What it is, where, and why. */
	readonly text: string;
	/** The recorded bytes at its first place. */
	readonly before: string;
	/** What is sent there instead, and what is expected; undefined where the recorded bytes stay. */
	readonly sent: string | undefined;
	readonly expected: string | undefined;
}

/** Characters of recorded bytes that are shown. */
const SHOWN = 60;

/** The proposals for people, numbered in the order of their first places. */
export function proposalsOf(
	{ charset = 'utf-8' }: Pick<Recording, 'charset'>,
	turns: readonly Turn[],
	found: readonly Varying[],
	phrases: Phrases = english,
): Proposal[] {
	const named = charsetNamed(charset);
	return found.map((varying, n) => {
		const [first, ...more] = varying.parts.filter(({ edit }) => edit.length > 0);
		const turn = first === undefined ? undefined : turns[first.turn];
		const bytes = turn?.type === 'data' && first !== undefined ? partOf(turn.bytes, first.edit) : new Uint8Array();
		const where = first === undefined ? '' : whereOf(first, more.length, phrases);
		const of = varying.from === 'client' ? phrases.ofClient : phrases.ofServer;
		const sending = varying.parts.find(({ edit }) => edit.length > 0 && edit.send !== undefined)?.edit.send;
		return {
			number: n + 1,
			varying,
			text: of(reasonText(varying.reason, phrases), where),
			before: toEscaped(bytes.subarray(0, SHOWN), named),
			sent: sending?.type === 'captured' ? phrases.captured(sending.name) : sending?.text,
			expected: varying.parts.find(({ edit }) => edit.expect !== undefined)?.edit.expect,
		};
	});
}

function whereOf({ turn, edit }: VaryingPart, more: number, { where, whereAndMore }: Phrases): string {
	return more === 0 ? where(turn + 1, edit.at + 1) : whereAndMore(turn + 1, edit.at + 1, more);
}

function reasonText(reason: VaryingReason, { reasons, checksum, counter }: Phrases): string {
	if (reason.name === 'checksum') return checksum(reason.checksum);
	return reason.name === 'counter' ? counter(reason.step) : reasons[reason.name];
}

function partOf(bytes: Uint8Array, { at, length }: Edit): Uint8Array {
	return bytes.subarray(at, at + length);
}
