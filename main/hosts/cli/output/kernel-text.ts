import type { ConnectionProgram, KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { KERNEL_FACTS, type KernelFact } from '../../../../common/kernel/facts.ts';
import { programText } from '../../../../common/kernel/program-text.ts';
import { events } from '../../../../common/words/en/cli/events.ts';
import { kernelView } from '../../../../common/words/en/dialogs/sockets/kernel.ts';
import { reasonText, spoken } from '../terminal/language.ts';
import { inLine } from './format.ts';

const eventWords = () => spoken('events', events);
const words = () => spoken('kernelView', kernelView);

/** The facts that a line has beside fills, in their order; JSON has all. */
const SHOWN: readonly KernelFact[] = [
	'sendQueue',
	'receiveQueue',
	'retransmitted',
	'rtt',
	'cwnd',
	'cwndBytes',
	'sendWindow',
	'receiveWindow',
];

function factText(fact: KernelFact, value: number): string {
	switch (KERNEL_FACTS[fact]) {
		case 'bytes':
			return `${value} B`;
		case 'segments':
			return words().segments(String(value));
		case 'us':
			return `${value / 1000} ms`;
		case 'ms':
			return `${value} ms`;
		case 'bytesPerSecond':
			return `${value} B/s`;
		case 'count':
			return String(value);
	}
}

const fact = (name: KernelFact, value: number | undefined): string[] =>
	value === undefined ? [] : [`${inLine(words().facts[name].name)} ${factText(name, value)}`];

function fill(
	name: string,
	used: number | undefined,
	limit: number | undefined,
	text: (used: string, limit: string) => string,
): string[] {
	return used === undefined || limit === undefined ? [] : [`${inLine(name)} ${text(String(used), String(limit))}`];
}

/** The program at the other end, or why it is not known. */
const foundText = (found: ConnectionProgram): string =>
	'unknown' in found ? reasonText(found.unknown) : programText(found.program, words());

/**
 * A socket as one line, in the language of this run. Without `notes` it leaves them out, as lines after the first do.
 * @param program left out: it was not asked for
 */
export function kernelText(
	{ state, facts, notes, kind, datagramCalls }: KernelSocket,
	{ withNotes, program }: { readonly withNotes: boolean; readonly program: ConnectionProgram | undefined },
): string {
	const { fills, ofBytes, ofConnections, datagram } = words();
	const hasLimit = facts.acceptLimit !== undefined;
	return eventWords().kernel([
		...(state === undefined ? [] : [state]),
		...(kind === 'datagram' ? [datagram] : []),
		...(datagramCalls === undefined ? [] : [words().datagramCalls[datagramCalls]]),
		...fill(fills.acceptQueue, facts.acceptQueue, facts.acceptLimit, ofConnections),
		...(hasLimit ? [] : fact('acceptQueue', facts.acceptQueue)),
		...SHOWN.flatMap((name) => fact(name, facts[name])),
		...fill(fills.sendBuffer, facts.sendBufferUsed, facts.sendBuffer, ofBytes),
		...fill(fills.receiveBuffer, facts.receiveBufferUsed, facts.receiveBuffer, ofBytes),
		...fact('drops', facts.drops),
		...(program === undefined ? [] : [eventWords().kernelProgram(foundText(program))]),
		...(withNotes ? notes.map(reasonText) : []),
	]);
}
