/** An integer as a number where that is exact. */
export function integer(value: bigint): number | bigint {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : value;
}
