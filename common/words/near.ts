/** The known name that was probably meant: at most two letters wrong, missing, extra or swapped. */
export function nearest(written: string, known: readonly string[]): string | undefined {
	return nearby(written, known)[0];
}

/** The known names that may have been meant, the most likely first. */
export function nearby(written: string, known: readonly string[]): readonly string[] {
	const word = written.toLowerCase();
	const most = Math.min(2, Math.floor(word.length / 2));
	return known
		.map((name) => ({ name, distance: name.startsWith(word) && word !== '' ? 1 : editDistance(word, name) }))
		.filter(({ distance }) => distance <= most || distance === 0)
		.sort((one, other) => one.distance - other.distance)
		.map(({ name }) => name);
}

/** Letters to change, insert, delete, or neighbours to swap, to turn one word into the other. */
function editDistance(a: string, b: string): number {
	let twoBack: number[] = [];
	let back = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (back[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swap = swapped ? (twoBack[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			row.push(Math.min(change, swap, (back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		twoBack = back;
		back = row;
	}
	return back[b.length] ?? 0;
}
