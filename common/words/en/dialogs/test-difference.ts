/** The first byte that differs from what a step of a test expects: also what the command line prints. */
export const testDifference = {
	/** @param hex `byte` in hexadecimal */
	at: (byte: number, hex: string, expected: string, got: string) =>
		`At byte ${byte} (0x${hex}): expected ${expected}, got ${got}.`,
	nothing: 'nothing',
	expected: 'expected',
	got: 'got',
};
