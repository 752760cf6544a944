import type { CaptureLibrary } from '../../../../common/contract/calls/library.ts';
import { wholeNumber } from '../../../ui/NumberField.tsx';
import { dialogWords } from '../../../words/dialogs.ts';

type Limits = CaptureLibrary['limits'];

/** The text in the fields. */
export interface LimitDraft {
	readonly segment: string;
	readonly limited: boolean;
	readonly keep: string;
}

/** Its parsed value, or its faults. */
export interface ReadDraft {
	readonly limits?: Limits;
	readonly segmentFault?: string;
	readonly keepFault?: string;
}

/** The proposed GiB when no limit is set. */
const FIRST_KEEP = '10';
const LEAST_KEEP = 0.001;
const MOST_KEEP = 1_000_000;

export function draftOf({ segmentMiB, keepGiB }: Limits): LimitDraft {
	return {
		segment: String(segmentMiB),
		limited: keepGiB !== null,
		keep: keepGiB === null ? FIRST_KEEP : String(keepGiB),
	};
}

export function readDraft({ segment, limited, keep }: LimitDraft): ReadDraft {
	const segmentMiB = wholeNumber(segment);
	const text = keep.trim();
	const keepGiB = limited ? Number(text) : null;
	const wrongSegment = segmentMiB === undefined || segmentMiB < 1 || segmentMiB > 2047;
	const wrongKeep = keepGiB !== null && !(/^\d+([.]\d+)?$/.test(text) && keepGiB >= LEAST_KEEP && keepGiB <= MOST_KEEP);
	if (wrongSegment || wrongKeep) {
		const text = dialogWords().captures.limits;
		return {
			...(wrongSegment && { segmentFault: text.segmentFault }),
			...(wrongKeep && { keepFault: text.keepFault }),
		};
	}
	return { limits: { segmentMiB, keepGiB } };
}
