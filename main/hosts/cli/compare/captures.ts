import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import {
	type CaptureCalls,
	type ConnectionPair,
	compareConnections,
	pairConnections,
} from '../../../../common/diff/index.ts';
import { comparing } from '../../../../common/words/en/cli/comparing.ts';
import { listedConnections } from '../../../app/captures/listed-connections.ts';
import type { CaptureReading } from '../../../app/captures/show.ts';
import { spoken } from '../terminal/language.ts';
import type { CompareReport } from './report.ts';

const words = () => spoken('comparing', comparing);

/** What is compared, and how. */
export interface CompareOrder {
	/** One connection of each; left out: all, in pairs. */
	readonly connections?: { readonly a: number; readonly b: number };
	readonly framing?: Framing;
	readonly ignore: readonly Ignore[];
	readonly withinMs?: number;
}

/**
 * Compares two captures connection by connection and reports what differs, until `isOver`. Memory does not grow with the captures.
 */
export async function compareCaptures(
	a: CaptureReading,
	b: CaptureReading,
	order: CompareOrder,
	report: CompareReport,
	isOver: () => boolean,
): Promise<void> {
	for (const pair of await pairsOf(a, b, order)) {
		if (isOver()) return;
		const { a: one, b: other } = pair;
		if (one === undefined || other === undefined) {
			report.alone(pair);
			continue;
		}
		const comparison = await compareConnections(
			{ calls: callsOf(a), connection: one },
			{ calls: callsOf(b), connection: other },
			order,
		);
		for await (const difference of comparison.differences()) {
			if (isOver()) return;
			await report.difference(pair, difference, comparison);
		}
		report.compared(comparison.tally);
	}
}

async function pairsOf(a: CaptureReading, b: CaptureReading, { connections }: CompareOrder): Promise<ConnectionPair[]> {
	const [left, right] = [await listedConnections(a), await listedConnections(b)];
	if (connections === undefined) return pairConnections(left, right);
	const [one, other] = [found(left, connections.a, 'first'), found(right, connections.b, 'second')];
	return [{ a: one, b: other }];
}

function found(list: readonly CapturedConnection[], id: number, which: 'first' | 'second'): CapturedConnection {
	const connection = list.find((listed) => listed.id === id);
	if (connection) return connection;
	const [first] = list;
	const known = first === undefined ? words().hasNone : words().has(list.length, first.id);
	throw new WirebenchError('bad-input', words().noConnection[which](id, known));
}

function callsOf(capture: CaptureReading): CaptureCalls {
	return {
		captureRows: (input) => capture.call('captureRows', input),
		streamMessages: (input) => capture.call('streamMessages', input),
		streamBytes: (input) => capture.call('streamBytes', input),
	};
}
