/** What agents have called. */
export const agentCalls = {
	title: 'Agents’ calls',
	failed: (why: string) => `The calls cannot be read: ${why}`,
	reading: 'Reading…',
	none: 'No agent has called anything about this workspace. Let one use it with “wirebench mcp”: see the user guide.',
	list: 'Calls of agents, newest first',
	ok: 'ok',
	bad: 'failed',
	/** Who called, and for how long: in milliseconds. */
	by: (client: string, took: string) => `${client}, ${took} ms`,
};
