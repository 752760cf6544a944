import { basename } from 'node:path';
import { captureWarnings, skippedPackets } from '../../../common/words/en/sentences/files/warnings.ts';
import type { ImportSummary } from '../import/types.ts';

/** Maximum number of named kinds of skipped packets. */
const KINDS = 5;

/** What people should know about an imported file: parts that are not shown, or are missing. */
export function importWarnings(path: string, summary: ImportSummary): string[] {
	const name = basename(path);
	const { damage, missingBytes, gaps, evicted, skipped } = summary;
	const warnings: string[] = [];
	if (damage !== undefined) {
		warnings.push(captureWarnings.importDamaged({ file: name, reason: damage.message, offset: damage.offset }));
	}
	if (gaps > 0) {
		const bytes = missingBytes;
		warnings.push(
			gaps === 1
				? captureWarnings.bytesNotCapturedOnce({ bytes })
				: captureWarnings.bytesNotCaptured({ bytes, places: gaps }),
		);
	}
	if (evicted > 0) {
		warnings.push(captureWarnings.connectionsNotFollowed({ count: evicted }));
	}
	if (skipped.length > 0) {
		const most = skipped.toSorted((a, b) => b.packets - a.packets);
		const named = most.slice(0, KINDS).map(({ reason, packets }) => `${packets} ${reason}`);
		const list = named.join(', ');
		const packets = most.length > KINDS ? skippedPackets.skippedAndOthers({ list }) : list;
		warnings.push(captureWarnings.packetsNotShown({ packets }));
	}
	return warnings;
}
