import { holders } from '../../../common/words/en/sentences/sockets/holders.ts';
import { type Said, sayingOf } from '../../../common/words/sentence/said.ts';

/** Makes a part of a sentence about who or what holds a port or a path. */
export const holding = sayingOf(holders);

/** A process by its program where the system names it. */
export function processHolding(name: string | undefined, pid: number): Said {
	return name === undefined ? holding('processWithPid', { pid }) : holding('programWithPid', { name, pid });
}

/** All of them, each once; undefined where there is none. */
export function together(all: readonly Said[]): Said | undefined {
	const different = [...new Map(all.map((one) => [one.message, one])).values()];
	return different.length === 0 ? undefined : different.reduce((one, other) => holding('bothHold', { one, other }));
}
