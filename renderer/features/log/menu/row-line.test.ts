import { expect, test } from 'vitest';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { textOf } from './row-line.ts';

const encoder = new TextEncoder();
const ROW: CaptureRow = {
	n: 0,
	time: 0n,
	endpoint: 'echo',
	connection: 1,
	kind: 'data',
	direction: 'in',
	length: 5,
	preview: encoder.encode('hello'),
	text: '',
};
const previewOf = (patch: Partial<CaptureRow>) => textOf('preview', { row: { ...ROW, ...patch }, before: undefined });

test('a copied preview has an ellipsis on each side where bytes are missing', () => {
	expect(previewOf({})).toBe('hello');
	expect(previewOf({ length: 9 })).toBe('hello…');
	expect(previewOf({ length: 9, previewAt: 4 })).toBe('…hello');
	expect(previewOf({ length: 20, previewAt: 4 })).toBe('…hello…');
});

test('a copied preview is in the charset that the endpoint had', () => {
	expect(previewOf({ charset: 'gbk', length: 4, preview: Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3) })).toBe('你好');
});
