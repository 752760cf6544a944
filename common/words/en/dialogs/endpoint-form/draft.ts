/** What a form says of wrong input: numbers with their ranges, and what only compiling reveals. */
export const draft = {
	whole: (least: number, most: number) => `A whole number from ${least} to ${most}.`,
	wholeMs: (least: number, most: number) => `A whole number of milliseconds from ${least} to ${most}.`,
	wholeBytes: (least: number, most: number) => `A whole number of bytes from ${least} to ${most}.`,
	wholeMiB: (most: number) => `A whole number of MiB from 1 to ${most}.`,
	wholeKiB: (most: number) => `A whole number of KiB from 1 to ${most}.`,
	wholeSeconds: (leastMs: number, mostMs: number) => `Whole seconds, as milliseconds from ${leastMs} to ${mostMs}.`,
	percentage: 'A percentage from 0 to 100.',
	atLeastOneByte: 'A whole number of bytes, at least 1.',
	bytes: 'A whole number of bytes.',
	atMostADay: 'A whole number of milliseconds, at most a day.',
	noDestination: 'Say above where to send them.',
	/** `fault`: a sentence, or what stands for it. */
	inMessage: (message: number, character: number, fault: string) =>
		`Message ${message}, character ${character}: ${fault}`,
	atCharacter: (fault: string, character: number) => `${fault} (character ${character})`,
};
