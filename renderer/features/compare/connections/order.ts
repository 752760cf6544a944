import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import {
	type CaptureCalls,
	type ConnectionPair,
	type ConversationComparison,
	compareConnections,
	pairConnections,
} from '../../../../common/diff/index.ts';
import type { DialogWords } from '../../../../common/words/en-dialogs.ts';
import type { ComparedSide } from '../../../app/state/window/compared.ts';
import { dialogWords } from '../../../words/dialogs.ts';

/** What is compared, and how. */
export interface CompareOrder {
	readonly a: ComparedSide;
	readonly b: ComparedSide;
	readonly ignore: readonly Ignore[];
	/** Milliseconds by which a message may come at another time; undefined: times are not compared. */
	readonly withinMs: number | undefined;
	/** How both are split into messages; undefined: by their endpoints' framing. */
	readonly framing: Framing | undefined;
}

/** Why these sides cannot be compared yet; undefined where they can. */
export function whyNot(
	{ a, b }: Pick<CompareOrder, 'a' | 'b'>,
	words: DialogWords['compare']['connections'] = dialogWords().compare.connections,
): string | undefined {
	const isSameCapture = a.capture === b.capture;
	if (a.connection !== undefined && b.connection !== undefined) {
		return isSameCapture && a.connection === b.connection ? words.sameConnection : undefined;
	}
	if (a.connection !== undefined || b.connection !== undefined) {
		return words.chooseBoth;
	}
	return isSameCapture ? words.sameCapture : undefined;
}

/** Which connections are compared with which. Throws `not-found` with a sentence. */
export function pairsOf(
	{ a, b }: CompareOrder,
	left: readonly CapturedConnection[],
	right: readonly CapturedConnection[],
): ConnectionPair[] {
	if (a.connection === undefined || b.connection === undefined) return pairConnections(left, right);
	const { notInFirst, notInSecond } = dialogWords().compare.connections;
	return [{ a: found(left, a.connection, notInFirst), b: found(right, b.connection, notInSecond) }];
}

function found(list: readonly CapturedConnection[], id: number, missing: (id: number) => string): CapturedConnection {
	const connection = list.find((listed) => listed.id === id);
	if (connection !== undefined) return connection;
	throw new WirebenchError('not-found', missing(id));
}

/** The comparison of a pair; undefined where one capture lacks the connection. Rejects as the calls do. */
export async function comparisonOf(
	{ a, b, ignore, withinMs, framing }: CompareOrder,
	pair: ConnectionPair,
	calls: CaptureCalls,
): Promise<ConversationComparison | undefined> {
	if (pair.a === undefined || pair.b === undefined) return undefined;
	return await compareConnections(
		{ calls, connection: pair.a, capture: a.capture },
		{ calls, connection: pair.b, capture: b.capture },
		{ ignore, withinMs, framing },
	);
}
