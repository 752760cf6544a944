import type { faults as english } from '../en/faults.ts';
import type { Texts } from '../locale/texts.ts';
import { faultParts } from './sentences/note-parts.ts';

export const faults: Texts<typeof english> = {
	described: faultParts,
	and: '，',
	names: {
		latency: '延遲',
		bandwidth: '頻寬',
		slicer: '切片',
		corrupt: '損毀',
		drop: '丟棄',
		duplicate: '重複',
		reorder: '亂序',
		slowClose: '延遲關閉',
		halfOpen: '半開',
		timeout: '逾時',
		reset: '重設',
		limitData: '達到位元組數後關閉',
		closeAfter: '到時後關閉',
	},
};
