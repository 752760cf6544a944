import { LIMITS } from '../contract/base/limits.ts';

/** How a number is put behind a name. */
interface Numbered {
	/** Characters of the whole name at most. Default `LIMITS.nameChars`. */
	readonly most?: number;
	/** Between the name and the number. Default a space. */
	readonly between?: string;
}

/** The name, with a number behind it, from 2 on, where it is taken. */
export function freeName(
	name: string,
	isTaken: (name: string) => boolean,
	{ most = LIMITS.nameChars, between = ' ' }: Numbered = {},
): string {
	for (let n = 1; ; n++) {
		const end = n === 1 ? '' : `${between}${n}`;
		const tried = `${name.slice(0, most - end.length)}${end}`;
		if (!isTaken(tried)) return tried;
	}
}
