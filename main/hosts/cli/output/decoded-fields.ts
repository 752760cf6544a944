import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow, FieldSaid } from '../../../../common/contract/calls/capture.ts';
import {
	type Context,
	DECODERS,
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
import { pathAt } from '../../../../common/filter/decoded/path.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { listedConnections } from '../../../app/captures/listed-connections.ts';
import type { CaptureReading } from '../../../app/captures/show.ts';
import { spoken } from '../terminal/language.ts';
import type { PrintedEvent } from './event.ts';

const words = () => spoken('decoding', decoding);

export const AUTO = 'auto';

/** What a command prints of the payload of each event, decoded. */
export interface DecodedChoice {
	/** `auto`, or the id of a protocol. */
	readonly decode?: string;
	/** Names of fields. */
	readonly columns?: readonly string[];
}

/** Adds `--decode` and `--columns` to a command. */
export function addDecodedOptions(command: Command): Command {
	const names = DECODERS.map(({ id }) => id);
	return command
		.addOption(new Option('--decode <name>', words().decode(names.join(', '))).choices([AUTO, ...names]))
		.option('--columns <fields>', words().columns, columnsOf);
}

/** Names with commas between. */
function columnsOf(text: string): string[] {
	const names = text.split(',').map((name) => name.trim());
	for (const name of names) {
		if (pathAt(name, 0)?.end !== name.length) throw new InvalidArgumentError(words().wrongColumn(name));
	}
	if (names.length > LIMITS.fieldColumns) throw new InvalidArgumentError(words().manyColumns(LIMITS.fieldColumns));
	return names;
}

/** The units that a message is decoded into, as JSON has them. */
export function plainUnits(decoder: Decoder, bytes: Uint8Array, context: Context) {
	const says = (note: Note) => noteText(note, words().notes);
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
	#ports: Promise<ReadonlyMap<number, readonly number[]>> | undefined;

	constructor(capture: CaptureReading, choice: DecodedChoice) {
		this.#capture = capture;
		this.#choice = choice;
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
			...(decode === undefined ? {} : { decoded: await this.#units(row, event.bytes, decode) }),
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

	async #units({ datagram, connection }: CaptureRow, bytes: Uint8Array, wanted: string): Promise<readonly unknown[]> {
		this.#ports ??= portsByConnection(this.#capture);
		const ports = (await this.#ports).get(connection) ?? [];
		const context: Context = { transport: datagram === true ? 'datagram' : 'stream', ports };
		const decoder = decoderOf(wanted) ?? guessOf(bytes, [context])?.decoder;
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
