/** The position in [base, end) that a key moves the selection to; undefined for other keys. */
export function selectionAfterKey(
	key: string,
	at: number | undefined,
	view: {
		readonly base: number;
		readonly end: number;
		readonly page: number;
		readonly first: number;
		readonly last: number;
	},
): number | undefined {
	if (view.end <= view.base) return undefined;
	const clamp = (n: number) => Math.min(Math.max(n, view.base), view.end - 1);
	const inView = at === undefined || at < view.base || at >= view.end ? undefined : at;
	switch (key) {
		case 'ArrowDown':
			return clamp(inView === undefined ? view.first : inView + 1);
		case 'ArrowUp':
			return clamp(inView === undefined ? view.last : inView - 1);
		case 'PageDown':
			return clamp((inView ?? view.first) + view.page);
		case 'PageUp':
			return clamp((inView ?? view.last) - view.page);
		case 'Home':
			return view.base;
		case 'End':
			return view.end - 1;
		default:
			return undefined;
	}
}
