import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import {
	addTally,
	type ConnectionPair,
	type ConversationComparison,
	type Difference,
	differenceExcerpt,
	endWords,
	firstByteWords,
	isDifference,
	type MessageDifference,
	messageWords,
	newTally,
	type Tally,
} from '../../../../common/diff/index.ts';
import { counted } from '../../../../common/words/counted.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';

/** Where a connection is, for people. */
function placeOf({ id, endpoint, local, remote }: CapturedConnection): string {
	return `connection ${id} (${[endpoint, [local, remote].filter(Boolean).join(' ↔ ')].filter(Boolean).join(', ')})`;
}

/** Prints what two captures differ in: the first difference, or all; and at the end a summary. */
export class CompareReport {
	readonly #json: boolean;
	readonly #all: boolean;
	readonly #tally = newTally();
	#connections = 0;
	/** Connections that are in one capture only. */
	#alone = 0;
	/** Connections that ended in another way. */
	#ends = 0;
	#differences = 0;

	constructor(json: boolean, all: boolean) {
		this.#json = json;
		this.#all = all;
	}

	get equal(): boolean {
		return this.#differences === 0;
	}

	/** A connection that the other capture does not have. */
	alone({ a, b }: ConnectionPair): void {
		this.#alone++;
		this.#connections++;
		const which = a === undefined ? ['second', 'first'] : ['first', 'second'];
		const connection = a ?? b;
		if (!this.#shows() || connection === undefined) return;
		const message = `The ${which[1]} capture lacks ${placeOf(connection)} of the ${which[0]}: ${counted(connection.bytesIn, 'byte')} received, ${connection.bytesOut} sent.`;
		if (!this.#json) stdout().lines([message]);
		else {
			stdout().lines([
				jsonLine({
					event: 'difference',
					kind: a === undefined ? 'extra-connection' : 'missing-connection',
					connection: { a: a?.id, b: b?.id },
					message,
				}),
			]);
		}
	}

	async difference(pair: ConnectionPair, difference: Difference, comparison: ConversationComparison): Promise<void> {
		if (difference.kind === 'end') this.#ends++;
		if (!this.#shows()) return;
		if (difference.kind === 'end') this.#print(pair, difference, endWords(difference), []);
		else await this.#message(pair, difference, comparison);
	}

	/** A pair of connections was compared to its end. */
	compared(tally: Tally): void {
		this.#connections++;
		addTally(this.#tally, tally);
	}

	/** Prints the counts. */
	summary(): void {
		const { same, changed, missing, extra, late, bytes, coarse } = this.#tally;
		if (this.#json) {
			const { equal } = this;
			const [connections, alone, ends] = [this.#connections, this.#alone, this.#ends];
			stdout().lines([jsonLine({ event: 'summary', equal, connections, alone, ends, ...this.#tally })]);
			return;
		}
		const what = `${counted(this.#connections, 'connection')}, ${counted(same, 'equal message')} of ${counted(bytes, 'byte')}`;
		if (this.equal) {
			stdout().lines([`Equal: ${what}.`]);
			return;
		}
		const parts = Object.entries({ changed, missing, extra, 'at another time': late, 'with another end': this.#ends })
			.filter(([name, count]) => count > 0 || name === 'changed')
			.map(([name, count]) => `${count} ${name}`);
		const alone = this.#alone === 0 ? '' : `, ${counted(this.#alone, 'connection')} in one capture only`;
		const rough = coarse ? ' Some messages could not be paired exactly: too many differ.' : '';
		stdout().lines([`Different: ${what}; ${parts.join(', ')}${alone}.${rough}`]);
	}

	/** Counts a difference; whether it is printed. */
	#shows(): boolean {
		this.#differences++;
		return this.#all || this.#differences === 1;
	}

	async #message(
		pair: ConnectionPair,
		difference: MessageDifference,
		comparison: ConversationComparison,
	): Promise<void> {
		const { kind } = difference;
		const words = messageWords(difference);
		if (kind === 'late') {
			this.#print(pair, difference, words, []);
			return;
		}
		const { a: one, b: other, aAt, bAt, comparison: bytes } = await comparison.detail(difference);
		const first = kind === 'changed' ? firstByteWords(bytes, one, other, aAt, bAt) : undefined;
		const excerpt = differenceExcerpt(bytes, {
			a: { name: 'first', bytes: one },
			b: { name: 'second', bytes: other },
			aAt,
			bAt,
		});
		const run = bytes.runs.find(isDifference);
		const place = run && { byte: { a: aAt + run.a, b: bAt + run.b } };
		this.#print(pair, difference, words, [...(first === undefined ? [] : [first]), ...excerpt], place);
	}

	#print(
		{ a, b }: ConnectionPair,
		difference: Difference,
		words: string,
		more: readonly string[],
		place: object = {},
	): void {
		const where = [a && placeOf(a), b && b.id !== a?.id && `connection ${b.id} of the second`]
			.filter(Boolean)
			.join(' and ');
		if (!this.#json) {
			stdout().lines([`${capital(where)}: ${words}${eventsOf(difference)}.`, ...more]);
			return;
		}
		const { kind } = difference;
		const message =
			difference.kind === 'end'
				? {}
				: {
						side: difference.side,
						...(difference.framed && { messages: { a: difference.a?.number, b: difference.b?.number } }),
						events: { a: numberOf(difference.a), b: numberOf(difference.b) },
						...(difference.lateMs === undefined ? {} : { lateMs: difference.lateMs }),
					};
		stdout().lines([
			jsonLine({
				event: 'difference',
				kind,
				connection: { a: a?.id, b: b?.id },
				...message,
				...place,
				message: [words, ...more.slice(0, 1)].join('. '),
			}),
		]);
	}
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The number of the event in which a message begins, as the log shows it. */
function numberOf(message: MessageDifference['a']): number | undefined {
	return message === undefined ? undefined : message.n + 1;
}

function eventsOf(difference: Difference): string {
	if (difference.kind === 'end') return '';
	const parts = [
		difference.a && `event ${difference.a.n + 1} of the first`,
		difference.b && `event ${difference.b.n + 1} of the second`,
	].filter(Boolean);
	return ` (${parts.join(', ')})`;
}
