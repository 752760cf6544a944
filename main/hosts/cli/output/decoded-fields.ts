import type { CaptureRow, FieldSaid } from '../../../../common/contract/calls/capture.ts';
import {
	type Context,
	type Decoder,
	decodeAs,
	decoderOf,
	type Field,
	firstNote,
	guessOf,
	type Note,
	noteText,
	plainFields,
} from '../../../../common/decode/index.ts';
import { portsOf } from '../../../../common/decode/ports.ts';
import { decodeNotes } from '../../../../common/words/en/decode-notes.ts';
import { listedConnections } from '../../../app/captures/listed-connections.ts';
import type { CaptureReading } from '../../../app/captures/show.ts';
import { AUTO, type DecodedChoice, decodeChoice } from '../decoded/options.ts';
import { decodersOf } from '../decoded/structures.ts';
import type { PrintedEvent } from './event.ts';

/** The units that a message is decoded into, as JSON has them: in English, whatever the language. */
export function plainUnits(decoder: Decoder, bytes: Uint8Array, context: Context) {
	const says = (note: Note) => noteText(note, decodeNotes);
	return decodeAs(decoder, bytes, context).map((unit: Field) => {
		const note = firstNote(unit);
		const { start, end, children = [unit] } = unit;
		return {
			protocol: decoder.id,
			start,
			end,
			fields: plainFields(children, says),
			...(note === undefined ? {} : { error: says(note) }),
		};
	});
}

/** Prints the payloads of a capture's events decoded. */
export class DecodedPrint {
	readonly #capture: CaptureReading;
	readonly #choice: DecodedChoice;
	readonly #structures: readonly Decoder[];
	readonly #decodes: ReturnType<typeof decodeChoice>;
	#ports: Promise<ReadonlyMap<number, readonly number[]>> | undefined;

	constructor(capture: CaptureReading, choice: DecodedChoice) {
		this.#capture = capture;
		this.#choice = choice;
		this.#structures = decodersOf(choice);
		this.#decodes = decodeChoice(choice.decode ?? []);
	}

	/** How the capture is read for it. */
	get readAs() {
		const { structure = [] } = this.#choice;
		return { structures: structure, protocols: this.#decodes.protocols };
	}

	/** What rows are read with. */
	get fields(): { readonly fields?: string[] } {
		const { columns } = this.#choice;
		return columns === undefined ? {} : { fields: [...columns] };
	}

	/** An event with its units as `decode` prints them, and the values of the columns by their names. */
	async withParts(row: CaptureRow, event: PrintedEvent): Promise<PrintedEvent> {
		if (event.event !== 'data') return event;
		const { decode, columns } = this.#choice;
		const values = columns?.map((name, i) => [name, (row.fields?.[i] ?? []).map(plainSaid)] as const);
		return {
			...event,
			...(decode === undefined ? {} : { decoded: await this.#units(row, event.bytes) }),
			...(values === undefined ? {} : { columns: Object.fromEntries(values) }),
		};
	}

	/** The values of the columns in a line of their own; none where there are no values. */
	lines({ fields = [] }: CaptureRow): string[] {
		const parts = (this.#choice.columns ?? []).flatMap((name, i) => {
			const said = (fields[i] ?? []).map(({ text, meaning }) => [text, meaning].filter(Boolean).join(' '));
			return said.length === 0 ? [] : [`${name}=${said.join(', ')}`];
		});
		return parts.length === 0 ? [] : [`  ${parts.join('  ')}`];
	}

	/** The protocol that was chosen for the endpoint of a row, else that of all. */
	#wanted({ endpoint, direction }: CaptureRow): string {
		const { all, protocols } = this.#decodes;
		const chosen = Object.hasOwn(protocols, endpoint) ? protocols[endpoint] : undefined;
		return (direction === 'none' ? undefined : chosen?.[direction]) ?? all;
	}

	async #units(row: CaptureRow, bytes: Uint8Array): Promise<readonly unknown[]> {
		const { datagram, connection } = row;
		this.#ports ??= portsByConnection(this.#capture);
		const ports = (await this.#ports).get(connection) ?? [];
		const context: Context = { transport: datagram === true ? 'datagram' : 'stream', ports };
		const wanted = this.#wanted(row);
		const decoder =
			wanted === AUTO ? guessOf(bytes, [context], this.#structures)?.decoder : decoderOf(wanted, this.#structures);
		return decoder === undefined ? [] : plainUnits(decoder, bytes, context);
	}
}

async function portsByConnection(capture: CaptureReading): Promise<ReadonlyMap<number, readonly number[]>> {
	const connections = await listedConnections(capture);
	return new Map(connections.map((one) => [one.id, portsOf(one)]));
}

/** A value as JSON has it: integers beyond 53 bits as text. */
function plainSaid({ type, text, meaning }: FieldSaid): unknown {
	if (type === 'none') return meaning ?? null;
	if (type !== 'plain') return text;
	if (text === 'true' || text === 'false') return text === 'true';
	const number = Number(text);
	return String(number) === text &&
		(Number.isSafeInteger(number) || !Number.isInteger(number)) &&
		Number.isFinite(number)
		? number
		: text;
}
