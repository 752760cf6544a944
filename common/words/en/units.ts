/** Numbers with what they count, in short. The number is written by the caller. */
export const units = {
	seconds: (number: string) => `${number} s`,
	minutes: (number: string) => `${number} min`,
	hours: (number: string) => `${number} h`,
	/** `what`: a size or a number, as in `3 kB`. */
	perSecond: (what: string) => `${what}/s`,
};
