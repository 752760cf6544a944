/** The words of anything that was thrown, as for the end of a sentence. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
