import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import {
	compareBytes,
	compileIgnores,
	differenceExcerpt,
	firstByteWords,
	isDifference,
} from '../../../../common/diff/index.ts';
import { comparing } from '../../../../common/words/en/cli/comparing.ts';
import { differences } from '../../../../common/words/en/dialogs/differences.ts';
import { readNamedBytes } from '../files/named-bytes.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const texts = () => spoken('comparing', comparing);

/** Bytes of a file at most: both are in memory. */
const MOST_BYTES = 64 << 20;

/** Compares two files of bytes as two messages, and prints the result; returns whether they are equal. */
export async function compareFiles(a: string, b: string, ignore: readonly Ignore[], json: boolean): Promise<boolean> {
	const [one, other] = await Promise.all([readNamedBytes(a, MOST_BYTES), readNamedBytes(b, MOST_BYTES)]);
	const ignored = compileIgnores(ignore);
	const rangesOf = (bytes: Uint8Array) => ignored(bytes, { message: 1, at: 0, length: bytes.length });
	const comparison = compareBytes(one, other, rangesOf(one), rangesOf(other));
	const runs = comparison.runs.filter(isDifference);
	const words = firstByteWords(comparison, one, other, 0, 0, json ? differences : spoken('differences', differences));
	if (json) {
		const [first] = runs;
		stdout().lines([
			jsonLine({
				event: 'summary',
				equal: comparison.equal,
				differences: runs.length,
				coarse: comparison.coarse,
				...(first && { first: { kind: first.kind, a: first.a, b: first.b, message: words } }),
			}),
		]);
	} else if (words === undefined) stdout().lines([texts().equalBytes(one.length)]);
	else {
		stdout().lines([
			words,
			...differenceExcerpt(comparison, {
				a: { name: texts().sides.first, bytes: one },
				b: { name: texts().sides.second, bytes: other },
			}),
			`${texts().differentBytes(runs.length)}${comparison.coarse ? texts().roughBytes : ''}`,
		]);
	}
	return comparison.equal;
}
