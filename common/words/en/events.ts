/** Events as rows show them: what happened, and which side did it. Filters have words of their own, which stay. */
export const events = {
	kinds: {
		listening: 'listening',
		open: 'open',
		data: 'data',
		end: 'end',
		close: 'close',
		reset: 'reset',
		error: 'error',
		note: 'note',
	},
	directions: { in: 'in', out: 'out', none: '' },
};
