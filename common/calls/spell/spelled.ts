/** A call as a line of a program, and what it returned. */
export interface Spelled {
	readonly code: string;
	/** Empty where the line keeps it in a variable, or there is none. */
	readonly result: string;
}
