import { create } from 'zustand';
import { encodePlain } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { findBytes } from '../../app/state/capture/search/found.ts';
import { textCharset, useInspector } from './store.ts';

interface BytesFind {
	/** The open bar, and its field that takes the focus; `count` grows with each request. */
	readonly open: 'none' | 'find' | 'offset';
	readonly count: number;
	readonly text: string;
	readonly format: 'text' | 'hex';
	readonly anyCase: boolean;
	/** Why the text is no bytes. */
	readonly fault: string | undefined;
}

/** The search in the bytes of the inspected event; stays while the selection moves. */
export const useBytesFind = create<BytesFind>()(() => ({
	open: 'none',
	count: 0,
	text: '',
	format: 'text',
	anyCase: true,
	fault: undefined,
}));

/** Opens the bar, or moves to the other field of it. */
export function openBytesFind(open: 'find' | 'offset'): void {
	useBytesFind.setState(({ count }) => ({ open, count: count + 1 }));
	search();
}

/** Closes the bar: the sought filter is lit up again. */
export function closeBytesFind(): void {
	useBytesFind.setState({ open: 'none' });
	findBytes(undefined);
}

/** Changes what is searched for. */
export function changeBytesFind(patch: Partial<Pick<BytesFind, 'text' | 'format' | 'anyCase'>>): void {
	useBytesFind.setState(patch);
	search();
}

/** Charsets in which an ASCII letter is not one byte of its own have no case to ignore. */
export function hasCase(charset: CharsetName): boolean {
	return !charset.startsWith('utf-16');
}

function search(): void {
	const { open, text, format, anyCase } = useBytesFind.getState();
	if (open === 'none') return;
	const charset = textCharset(useInspector.getState());
	const encoded = encodePlain({ format, text }, charset);
	useBytesFind.setState({ fault: encoded.ok ? undefined : encoded.message });
	const isEmpty = !encoded.ok || encoded.bytes.length === 0;
	findBytes(isEmpty ? undefined : { bytes: encoded.bytes, anyCase: format === 'text' && anyCase && hasCase(charset) });
}

useInspector.subscribe((now, before) => {
	if (textCharset(now) !== textCharset(before)) search();
});
