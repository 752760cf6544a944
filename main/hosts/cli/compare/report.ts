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
import { comparing } from '../../../../common/words/en/cli/comparing.ts';
import { differences } from '../../../../common/words/en/dialogs/differences.ts';
import { jsonLine } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('comparing', comparing);

/** What differs, in the language of this run; JSON has it in English. */
const phrases = (json: boolean) => (json ? differences : spoken('differences', differences));

/** The texts of a comparison. */
type Compared = ReturnType<typeof words>;

/** Where a connection is, for people. */
function placeOf({ id, endpoint, local, remote }: CapturedConnection, texts: Compared): string {
	const place = [endpoint, [local, remote].filter(Boolean).join(' ↔ ')].filter(Boolean).join(', ');
	return texts.connectionAt(id, place);
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
		const connection = a ?? b;
		if (!this.#shows() || connection === undefined) return;
		const message = (texts: Compared): string =>
			texts.alone[a === undefined ? 'second' : 'first'](
				placeOf(connection, texts),
				connection.bytesIn,
				connection.bytesOut,
			);
		if (!this.#json) stdout().lines([message(words())]);
		else {
			stdout().lines([
				jsonLine({
					event: 'difference',
					kind: a === undefined ? 'extra-connection' : 'missing-connection',
					connection: { a: a?.id, b: b?.id },
					message: message(comparing),
				}),
			]);
		}
	}

	async difference(pair: ConnectionPair, difference: Difference, comparison: ConversationComparison): Promise<void> {
		if (difference.kind === 'end') this.#ends++;
		if (!this.#shows()) return;
		if (difference.kind === 'end') this.#print(pair, difference, endWords(difference, phrases(this.#json)), []);
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
		const what = words().compared(this.#connections, same, bytes);
		if (this.equal) {
			stdout().lines([words().equal(what)]);
			return;
		}
		const { counts } = words();
		const parts = [
			counts.changed(changed),
			...(missing > 0 ? [counts.missing(missing)] : []),
			...(extra > 0 ? [counts.extra(extra)] : []),
			...(late > 0 ? [counts.late(late)] : []),
			...(this.#ends > 0 ? [counts.ends(this.#ends)] : []),
			...(this.#alone > 0 ? [counts.alone(this.#alone)] : []),
		];
		stdout().lines([`${words().different(what, parts)}${coarse ? words().rough : ''}`]);
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
		const what = messageWords(difference, phrases(this.#json));
		if (kind === 'late') {
			this.#print(pair, difference, what, []);
			return;
		}
		const { a: one, b: other, aAt, bAt, comparison: bytes } = await comparison.detail(difference);
		const first = kind === 'changed' ? firstByteWords(bytes, one, other, aAt, bAt, phrases(this.#json)) : undefined;
		const excerpt = differenceExcerpt(bytes, {
			a: { name: words().sides.first, bytes: one },
			b: { name: words().sides.second, bytes: other },
			aAt,
			bAt,
		});
		const run = bytes.runs.find(isDifference);
		const place = run && { byte: { a: aAt + run.a, b: bAt + run.b } };
		this.#print(pair, difference, what, [...(first === undefined ? [] : [first]), ...excerpt], place);
	}

	#print(
		{ a, b }: ConnectionPair,
		difference: Difference,
		what: string,
		more: readonly string[],
		place: object = {},
	): void {
		if (!this.#json) {
			const texts = words();
			const where = [a && placeOf(a, texts), b && b.id !== a?.id && texts.connectionOfSecond(b.id)]
				.filter(Boolean)
				.join(texts.and);
			stdout().lines([texts.found(capital(where), what, eventsOf(difference, texts)), ...more]);
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
				message: [what, ...more.slice(0, 1)].join('. '),
			}),
		]);
	}
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The number of the event in which a message begins, as the log shows it. */
function numberOf(message: MessageDifference['a']): number | undefined {
	return message === undefined ? undefined : message.n + 1;
}

function eventsOf(difference: Difference, texts: Compared): string {
	if (difference.kind === 'end') return '';
	const parts = [
		difference.a && texts.eventOfFirst(difference.a.n + 1),
		difference.b && texts.eventOfSecond(difference.b.n + 1),
	];
	return texts.events(parts.filter((part) => part !== undefined));
}
