import type { Bench } from './lib/bench.ts';
import { unmeasured } from './lib/verdict.ts';

const RATE = 250_000;

export const bench: Bench = {
	title: "datagrams a second from Wirebench's own generator",
	run: async () => [
		unmeasured('datagrams sent', 'least', RATE, '/s', 'Not there yet: Wirebench has no generator of load.'),
	],
};
