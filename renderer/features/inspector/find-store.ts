import { create } from 'zustand';
import { findInEvent } from '../../app/state/capture/search/found.ts';
import { NO_SEARCH, readSearch, type WrittenSearch } from '../../app/state/capture/search/written.ts';
import { textCharset, useInspector } from './store.ts';

interface BytesFind {
	/** The open bar, and its field that takes the focus; `count` grows with each request. */
	readonly open: 'none' | 'find' | 'offset';
	readonly count: number;
	readonly written: WrittenSearch;
	/** Why nothing can be searched for. */
	readonly fault: string | undefined;
}

/** The search in the bytes of the inspected event; stays while the selection moves. */
export const useBytesFind = create<BytesFind>()(() => ({
	open: 'none',
	count: 0,
	written: NO_SEARCH,
	fault: undefined,
}));

/** Opens the bar, or moves to the other field of it; with `search`, to search for that. */
export function openBytesFind(open: 'find' | 'offset', search?: WrittenSearch): void {
	useBytesFind.setState(({ count, written }) => ({
		open,
		count: count + 1,
		written: search ?? written,
	}));
	look();
}

/** Closes the bar: the sought filter is lit up again. */
export function closeBytesFind(): void {
	useBytesFind.setState({ open: 'none' });
	findInEvent(undefined);
}

/** Changes what is searched for. */
export function changeBytesFind(patch: Partial<WrittenSearch>): void {
	useBytesFind.setState(({ written }) => ({ written: { ...written, ...patch } }));
	look();
}

function look(): void {
	const { written } = useBytesFind.getState();
	readSearch(written, textCharset(useInspector.getState()), (read) => {
		const now = useBytesFind.getState();
		if (now.open === 'none' || now.written !== written) return;
		useBytesFind.setState({ fault: read.ok ? undefined : read.message });
		findInEvent(read.ok ? read.sought : undefined);
	});
}

useInspector.subscribe((now, before) => {
	if (textCharset(now) !== textCharset(before)) look();
});
