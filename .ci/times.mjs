import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Duration of each test file in its last run on this machine. */
const FILE = join(import.meta.dirname, '../node_modules/.cache/wirebench/test-times.json');

/** @returns {Record<string, number>} seconds for each file, by its path from the root; empty on a fresh clone */
export function knownTimes() {
	try {
		return JSON.parse(readFileSync(FILE, 'utf8'));
	} catch (error) {
		if (error.code === 'ENOENT' || error instanceof SyntaxError) return {};
		throw error;
	}
}

/** Stores the durations of a run next to those of other files. @param {{ file: string, seconds: number }[]} files */
export function keepTimes(files) {
	mkdirSync(dirname(FILE), { recursive: true });
	const times = Object.fromEntries(files.map(({ file, seconds }) => [file, Number(seconds.toFixed(2))]));
	writeFileSync(FILE, JSON.stringify({ ...knownTimes(), ...times }));
}
