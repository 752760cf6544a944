import { echoBench } from './lib/echo.ts';

// Not next to ncat: under this load it and its cat sometimes deadlock.
export const bench = echoBench(
	'TCP echo, capture on, 1 connection × 64 KiB, 4 in flight: messages back per second, every byte compared',
	{ connections: 1, size: 64 * 1024, inFlight: 4 },
	{ node: 0.75 },
	['socat'],
);
