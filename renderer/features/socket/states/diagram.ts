import type { TcpState } from '../../../../common/calls/tcp-states.ts';

/** The size of the picture and of a state in it, in its own units. */
export const SIZE = { width: 620, height: 400 };
export const NODE = { width: 128, height: 30 };

/** The centre of each state. */
export const PLACES: Readonly<Record<TcpState, readonly [number, number]>> = {
	CLOSED: [300, 22],
	LISTEN: [100, 84],
	'SYN-SENT': [500, 84],
	'SYN-RECEIVED': [100, 154],
	ESTABLISHED: [300, 176],
	'FIN-WAIT-1': [100, 244],
	'CLOSE-WAIT': [500, 244],
	CLOSING: [300, 292],
	'FIN-WAIT-2': [100, 336],
	'LAST-ACK': [500, 336],
	'TIME-WAIT': [300, 378],
};

/** A change of state, what causes it, and what it causes. */
export interface Edge {
	readonly from: TcpState;
	readonly to: TcpState;
	/** A call, or a segment that arrives. */
	readonly on: string;
	/** The segment that is sent then. */
	readonly sends?: string;
	/** Points between; left out: a straight line. */
	readonly via?: readonly (readonly [number, number])[];
}

/** As in the picture of RFC 9293, 3.3.2. */
export const EDGES: readonly Edge[] = [
	{ from: 'CLOSED', to: 'LISTEN', on: 'listen' },
	{ from: 'CLOSED', to: 'SYN-SENT', on: 'connect', sends: 'SYN' },
	{ from: 'LISTEN', to: 'SYN-RECEIVED', on: 'SYN', sends: 'SYN-ACK' },
	{ from: 'SYN-SENT', to: 'ESTABLISHED', on: 'SYN-ACK', sends: 'ACK' },
	{ from: 'SYN-RECEIVED', to: 'ESTABLISHED', on: 'ACK' },
	{ from: 'ESTABLISHED', to: 'FIN-WAIT-1', on: 'shutdown', sends: 'FIN' },
	{ from: 'ESTABLISHED', to: 'CLOSE-WAIT', on: 'FIN', sends: 'ACK' },
	{ from: 'FIN-WAIT-1', to: 'FIN-WAIT-2', on: 'ACK' },
	{ from: 'FIN-WAIT-1', to: 'CLOSING', on: 'FIN', sends: 'ACK' },
	{ from: 'FIN-WAIT-2', to: 'TIME-WAIT', on: 'FIN', sends: 'ACK' },
	{ from: 'CLOSING', to: 'TIME-WAIT', on: 'ACK' },
	{ from: 'CLOSE-WAIT', to: 'LAST-ACK', on: 'close', sends: 'FIN' },
	{
		from: 'LAST-ACK',
		to: 'CLOSED',
		on: 'ACK',
		via: [
			[590, 336],
			[590, 22],
		],
	},
	{
		from: 'TIME-WAIT',
		to: 'CLOSED',
		on: '2MSL',
		via: [
			[608, 378],
			[608, 14],
		],
	},
];

/** The line of a change, from the border of one state to that of the other, and the place of its label. */
export function lineOf({ from, to, via = [] }: Edge): {
	readonly path: string;
	readonly label: readonly [number, number];
} {
	const [begin, end] = [PLACES[from], PLACES[to]];
	const [first, last] = [via[0] ?? end, via.at(-1) ?? begin];
	/** A line with corners arrives at the right side. */
	const arrives = via.length === 0 ? border(end, last) : ([end[0] + NODE.width / 2, last[1]] as const);
	const points = [border(begin, first), ...via, arrives];
	const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
	const [a = begin, b = end] = via.length === 0 ? [points[0], points.at(-1)] : [via[0], via[1]];
	return { path, label: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
}

/** Where the line from a state's centre to a point leaves its box. */
function border([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): readonly [number, number] {
	const [dx, dy] = [toX - x, toY - y];
	const scale = Math.min(NODE.width / 2 / Math.max(1e-9, Math.abs(dx)), NODE.height / 2 / Math.max(1e-9, Math.abs(dy)));
	return [x + dx * scale, y + dy * scale];
}
