import { basename } from 'node:path';
import { captureWarnings } from '../../../common/words/en/sentences/files/warnings.ts';
import { PcapngError } from '../pcapng/format.ts';

/** Events per file whose damage is remembered one by one; more are not counted. */
const MOST = 100_000;

/** Damage found in a file while it was read. */
export interface Damage {
	/** The file's name, without its folder. */
	readonly file: string;
	/** A sentence for people: what, where, and how many events. It changes as more is found. */
	readonly message: string;
}

interface FileDamage {
	/** The first reason found. */
	readonly reason: string;
	readonly events: Set<number>;
}

/** Collects damage that readers of a capture find, so that it is reported once for each file, and not at each read. */
export class DamageLog {
	readonly #files = new Map<string, FileDamage>();
	/** Called when the report has changed. */
	onChange: () => void = () => undefined;

	/** Event `n` of the file cannot be read, or -1: data outside of events. Rethrows other errors. */
	add(path: string, n: number, error: unknown): void {
		if (!isDamage(error)) throw error;
		const file = basename(path);
		const known = this.#files.get(file) ?? { reason: error.message, events: new Set<number>() };
		const isNew = !this.#files.has(file);
		this.#files.set(file, known);
		const before = known.events.size;
		if (n >= 0 && before < MOST) known.events.add(n);
		if (isNew || known.events.size > before) this.onChange();
	}

	get list(): Damage[] {
		return [...this.#files].map(([file, { reason, events }]) => ({ file, message: sentence(file, reason, events) }));
	}
}

/** Whether an error reports damaged bytes. */
export function isDamage(error: unknown): error is Error {
	return error instanceof PcapngError || error instanceof RangeError;
}

function sentence(file: string, reason: string, events: ReadonlySet<number>): string {
	if (events.size === 0) return captureWarnings.fileDamaged({ file, reason });
	const event = Math.min(...[...events].slice(0, 1000)) + 1;
	if (events.size === 1) return captureWarnings.fileDamagedAtEvent({ file, reason, event });
	const several = { file, reason, events: events.size, event };
	return events.size === MOST
		? captureWarnings.fileDamagedAtMost(several)
		: captureWarnings.fileDamagedAtEvents(several);
}
