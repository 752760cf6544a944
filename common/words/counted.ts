/** A number of things, as in “1 byte” or “12 bytes”. `written`: how the number is written. */
export function counted(count: number, thing: string, written: (count: number) => string = String): string {
	return `${written(count)} ${thing}${count === 1 ? '' : 's'}`;
}
