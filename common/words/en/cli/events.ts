/** Events, sums and notes that a command prints as lines. */
export const events = {
	listening: (endpoint: string, address: string) => `${endpoint} listens on ${address}`,
	open: 'open',
	openFrom: (address: string) => `open from ${address}`,
	openTo: (address: string) => `open to ${address}`,
	end: { in: 'peer ended its sending side', out: 'ended our sending side', either: 'end' },
	reset: { in: 'reset by the peer', out: 'reset by us', either: 'reset' },
	close: 'close',
	/** Before the length of a message. */
	message: (number: number, reads: number) => (reads === 1 ? `[${number}]` : `[${number} in ${reads} reads]`),
	error: 'error',
	note: 'note',
	withinCharacter: (rest: string) => `ended within a character: ${rest}`,
	/** What it reports about a socket, and the program at the other end of a connection. */
	kernel: (parts: readonly string[]) => `kernel ${parts.join(', ')}`,
	kernelProgram: (program: string) => `program at the other end: ${program}`,
	summary: (received: number, stored: number, dropped: number) =>
		`received ${received} events, stored ${stored}, dropped ${dropped}`,
	generator: (status: string, sent: number, rate: number, behindMs: number, refused: number) =>
		`${status}: ${sent} sent, ${rate}/s, behind by ${behindMs} ms, ${refused} refused`,
	generatorStatus: { running: 'running', done: 'done', stopped: 'stopped', failed: 'failed' },
	header: (bytes: number) => `--- header, ${bytes} bytes`,
	body: '--- body',
	leftOut: (count: number) =>
		`${count} events were left out here: who reads this is too slow. With --capture they are kept.`,
	leftOutCaptured: (count: number) =>
		`${count} events were left out here: who reads this is too slow. They were captured.`,
	readerBehind: 'The reader of the capture is behind: TCP connections wait for it.',
	readerCaughtUp: 'The reader of the capture has caught up.',
	writtenAgain: 'The capture is written again.',
	loss: {
		report: (numbered: number, others: number) => `loss report: ${numbered} numbered messages, ${others} others`,
		reportMore: (numbered: number, others: number, further: number) =>
			`loss report: ${numbered} numbered messages, ${others} others, ${further} of further senders`,
		received: (count: number, lowest: number, highest: number) => `received ${count} (${lowest} to ${highest})`,
		lost: (count: number) => `lost ${count}`,
		duplicates: (count: number) => `duplicates ${count}`,
		reordered: (count: number) => `reordered ${count}`,
		reorderedBy: (count: number, most: number) => `reordered ${count} (by ${most} at most)`,
		late: (count: number) => `too late to tell ${count}`,
		missing: (before: number, after: number) => `never came before ${before} and after ${after}`,
		/** Milliseconds; `middle` has the percentiles. */
		delay: (min: string, mean: string, middle: string, max: string, jitter: string) =>
			`delay min ${min} mean ${mean}${middle} max ${max} jitter ${jitter} ms`,
		ahead: (ms: string) => `the sender's clock is ahead by at least ${ms} ms`,
		stream: (connection: number, stream: number, parts: readonly string[]) =>
			`#${connection} stream ${stream}: ${parts.join(', ')}`,
		connection: (connection: number, parts: readonly string[]) => `#${connection}: ${parts.join(', ')}`,
	},
};
