/** What a value of the command line has to be. */
export const values = {
	number: 'It is a number.',
	wholeNumber: 'It is a whole number.',
	wholeOrEndless: 'It is a whole number; 0 for no end.',
	wholeFrom: (least: number) => `It is a whole number from ${least}.`,
	wholeRange: (least: number, most: number) => `It is a whole number from ${least} to ${most}.`,
	milliseconds: (most: number) => `It is a whole number of milliseconds, at most ${most}.`,
	millisecondRange: (least: number, most: number) => `It is a whole number of milliseconds from ${least} to ${most}.`,
	port: 'A port is a whole number from 0 to 65535.',
	atCharacter: (position: number, why: string) => `At character ${position}: ${why}`,
};
