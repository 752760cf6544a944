import { toLatin1 } from '../../payload/codec/ascii.ts';
import type { Said, Varying } from './edit.ts';

/** Offsets at which an identifier is looked for. */
const MOST_BEFORE = 8;

interface Exchange {
	readonly request: Said;
	readonly answer: Said;
}

/** Each message of the client, and what the server sent next. */
function exchangesIn(said: readonly Said[]): Exchange[] {
	return said.flatMap((request, n) => {
		const answer = said[n + 1];
		return request.from === 'client' && answer?.from === 'server' ? [{ request, answer }] : [];
	});
}

/** Identifiers of requests that every answer repeats, in all exchanges, or in those whose messages begin with the same bytes. */
export function varyingEchoes(said: readonly Said[]): Varying[] {
	const all = exchangesIn(said);
	const whole = echoOf(all, 'echo');
	if (whole !== undefined) return [whole];
	const groups = Map.groupBy(all, ({ request, answer }) => `${request.bytes[0]} ${answer.bytes[0]}`);
	return [...groups.values()].flatMap((group, n) => echoOf(group, `echo${n + 1}`) ?? []);
}

function echoOf(exchanges: readonly Exchange[], name: string): Varying | undefined {
	for (const size of [4, 2]) {
		for (let at = 0; at <= MOST_BEFORE; at++) {
			for (let to = 0; to <= MOST_BEFORE; to++) {
				if (repeats(exchanges, { at, to, size })) return echo(exchanges, { at, to, size }, name);
			}
		}
	}
	return undefined;
}

interface Where {
	readonly at: number;
	readonly to: number;
	readonly size: number;
}

function repeats(exchanges: readonly Exchange[], { at, to, size }: Where): boolean {
	const values = new Set<string>();
	for (const { request, answer } of exchanges) {
		const asked = toLatin1(request.bytes.subarray(at, at + size));
		if (asked.length < size || asked !== toLatin1(answer.bytes.subarray(to, to + size))) return false;
		values.add(asked);
	}
	return values.size >= 2 && values.size === exchanges.length;
}

function echo(exchanges: readonly Exchange[], { at, to, size }: Where, name: string): Varying {
	const parts = exchanges.flatMap(({ request, answer }) => [
		{ turn: request.turn, edit: { at, length: size, expect: `.{${size}}`, capture: name } },
		{
			turn: answer.turn,
			edit: { at: to, length: size, send: { type: 'captured', name, turn: request.turn } as const },
		},
	]);
	return { kind: 'echo', from: 'client', reason: { name: 'echo' }, parts };
}
