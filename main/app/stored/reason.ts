/** The words of an error, for the end of a sentence. */
export function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
