import { echoBench } from './lib/echo.ts';

export const bench = echoBench(
	'TCP echo, capture on, 100 connections × 64 B, ping-pong: messages back per second, every byte compared',
	{ connections: 100, size: 64, inFlight: 1 },
	{ node: 0.85, socat: 1.5, ncat: 2.5 },
);
