/** What goes wrong with a script, besides the errors that it throws itself. Each follows the rules of `eventTexts`. */
export const scriptTexts = {
	/** `why`: one of those below, or an error of the script. */
	scriptFaultAtColumn: ({
		line,
		column,
		why,
	}: {
		readonly line: number;
		readonly column: number;
		readonly why: string;
	}) => `Script, line ${line}, column ${column}: ${why}`,
	scriptFaultAtLine: ({ line, why }: { readonly line: number; readonly why: string }) => `Script, line ${line}: ${why}`,
	scriptFault: ({ why }: { readonly why: string }) => `Script: ${why}`,
	scriptTooLateEnded: 'It did not end at its time limit, and its thread was ended. The next start runs it again.',
	scriptTooLate: 'It did not end at its time limit.',
	scriptThreadOver: 'Its thread ended.',
	scriptThreadBroke: ({ why }: { readonly why: string }) => `Its thread ended: ${why}`,
	scriptThreadFailed: ({ why }: { readonly why: string }) => `The thread of the script ended: ${why}`,
	scriptUnread: 'The script could not be read in time.',
	scriptEndedInterpreterFull: ({ memory, why }: { readonly memory: number; readonly why: string }) =>
		`The script brought the interpreter to its end, its ${memory} MiB of memory being used up: ${why}`,
	scriptEndedInterpreter: ({ why }: { readonly why: string }) =>
		`The script brought the interpreter to its end: ${why}`,
	scriptComputed: ({ ms }: { readonly ms: number }) => `It computed for more than ${ms} ms in one call.`,
	scriptSent: ({ output }: { readonly output: number }) =>
		`It sent and logged more than ${output} KiB in one call: nothing of that call is sent.`,
	scriptMemoryOrNull: ({ memory }: { readonly memory: number }) =>
		`Its ${memory} MiB of memory are used up, or it threw null.`,
	scriptMemory: ({ memory }: { readonly memory: number }) => `It needs more than its ${memory} MiB of memory.`,
	/** A note of the interpreter. */
	scriptDefinesNone: 'The script defines none of onOpen, onMessage, onEnd and onClose: nothing is answered.',
};
