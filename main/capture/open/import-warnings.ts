import { basename } from 'node:path';
import type { ImportSummary } from '../import/types.ts';

/** Maximum number of named kinds of skipped packets. */
const KINDS = 5;

/** What people should know about an imported file: parts that are not shown, or are missing. */
export function importWarnings(path: string, summary: ImportSummary): string[] {
	const name = basename(path);
	const { damage, missingBytes, gaps, evicted, skipped } = summary;
	const warnings: string[] = [];
	if (damage !== undefined) {
		warnings.push(`${name} is damaged: ${damage.message} What is behind byte ${damage.offset} is left out.`);
	}
	if (gaps > 0) {
		const places = gaps === 1 ? 'one place' : `${gaps} places`;
		warnings.push(`${missingBytes} bytes of TCP streams were not captured, in ${places}: notes stand there.`);
	}
	if (evicted > 0) {
		warnings.push(`${evicted} connections were followed no further, as there were too many at once.`);
	}
	if (skipped.length > 0) {
		const most = skipped.toSorted((a, b) => b.packets - a.packets);
		const named = most.slice(0, KINDS).map(({ reason, packets }) => `${packets} ${reason}`);
		const more = most.length > KINDS ? ', and others' : '';
		warnings.push(`Packets that are not shown: ${named.join(', ')}${more}.`);
	}
	return warnings;
}
