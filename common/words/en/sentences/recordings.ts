/** Errors of conversations that are made runnable or compared. */
export const recordingErrors = {
	recordedStream: ({ port, path }: { readonly port: string; readonly path: string }) =>
		`The recorded connection is a stream: give an address of ${port}: or ${path}:`,
	recordedDatagrams: ({ port, path }: { readonly port: string; readonly path: string }) =>
		`The recorded connection is datagrams: give an address of ${port}: or ${path}:`,
	tooManyRules: ({ count, most }: { readonly count: number; readonly most: number }) =>
		`The conversation takes ${count} rules, and an endpoint has at most ${most}: make a replay of it.`,
	tooManySteps: ({ count, most }: { readonly count: number; readonly most: number }) =>
		`The conversation has ${count} steps, and a test has at most ${most}.`,
	noIgnoreRange: ({ text, forms }: { readonly text: string; readonly forms: string }) =>
		`“${text}” is no range to ignore: write ${forms}.`,
};
