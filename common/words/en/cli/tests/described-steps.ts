/** The steps of a test in a few words. A time limit has its unit. */
export const describedSteps = {
	quoted: (text: string) => `“${text}”`,
	hex: (quoted: string) => `hex ${quoted}`,
	length: {
		exactly: (bytes: number) => `${bytes} bytes`,
		atLeast: (bytes: number) => `at least ${bytes} bytes`,
		atMost: (bytes: number) => `at most ${bytes} bytes`,
		between: (min: number, max: number) => `${min} to ${max} bytes`,
	},
	contains: (what: string) => `something with ${what}`,
	/** `pattern`: as in `/a+/i`. */
	like: (pattern: string) => `something like ${pattern}`,
	/** `structure`: its id. */
	message: (structure: string) => `a ${structure} message`,
	messageWith: (structure: string, condition: string) => `a ${structure} message with ${condition}`,
	anything: 'anything',
	/** In front of a step or a connection: the name of the connection. */
	on: (connection: string, what: string) => `${connection}: ${what}`,
	send: (what: string) => `send ${what}`,
	sendLine: (what: string, lineEnding: string) => `send ${what} ${lineEnding}`,
	expect: (what: string, within: string) => `expect ${what} within ${within}`,
	expectEnd: (within: string) => `expect the end within ${within}`,
	wait: (time: string) => `wait ${time}`,
	end: 'end our sending side',
	close: 'close',
	reset: 'reset',
	open: 'connect',
	accept: (within: string) => `accept a connection within ${within}`,
	choose: (cases: readonly string[], within: string) => `choose by ${cases.join(' or ')} within ${within}`,
	repeat: (rounds: {
		readonly times?: number | undefined;
		readonly before?: string | undefined;
		readonly after?: string | undefined;
	}) => {
		const { times, before, after } = rounds;
		const only = before === undefined && after === undefined;
		const most = times === undefined ? '' : ` ${only ? '' : 'at most '}${times} times`;
		const during = before === undefined ? '' : ` while ${before} comes`;
		const end = after === undefined ? '' : ` until ${after} comes`;
		return `repeat${most}${during}${end}`;
	},
	leave: 'leave the loop',
	connectTo: (place: string) => `connect to ${place}`,
	openSocket: 'open the socket',
	openSocketTo: (place: string) => `open the socket to ${place}`,
	listenOn: (place: string) => `listen on ${place}`,
	chosenName: 'a name that the system chooses',
	use: (endpoint: string) => `use ${endpoint}`,
	/** The connections of a test. */
	list: (parts: readonly string[]) => parts.join(', '),
};
