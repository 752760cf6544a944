import type { faults as english } from '../en/faults.ts';
import type { Texts } from '../locale/texts.ts';
import { faultParts } from './sentences/note-parts.ts';

export const faults: Texts<typeof english> = {
	described: faultParts,
	and: '，',
	names: {
		latency: '延迟',
		bandwidth: '带宽',
		slicer: '切片',
		corrupt: '损坏',
		drop: '丢弃',
		duplicate: '重复',
		reorder: '乱序',
		slowClose: '延迟关闭',
		halfOpen: '半开',
		timeout: '超时',
		reset: '重置',
		limitData: '达到字节数后关闭',
		closeAfter: '到时后关闭',
	},
};
