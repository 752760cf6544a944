/** The line that a key moves to; undefined for other keys. */
export function lineAfterKey(
	key: string,
	at: number | undefined,
	view: { readonly count: number; readonly first: number; readonly end: number; readonly page: number },
): number | undefined {
	if (view.count === 0) return undefined;
	const clamp = (line: number) => Math.min(Math.max(line, 0), view.count - 1);
	const here = at === undefined || at >= view.count ? undefined : at;
	switch (key) {
		case 'ArrowDown':
			return clamp(here === undefined ? view.first : here + 1);
		case 'ArrowUp':
			return clamp(here === undefined ? view.end - 1 : here - 1);
		case 'PageDown':
			return clamp((here ?? view.first) + view.page);
		case 'PageUp':
			return clamp((here ?? view.end - 1) - view.page);
		case 'Home':
			return 0;
		case 'End':
			return view.count - 1;
		default:
			return undefined;
	}
}
