import { type Command, Option } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { DECODERS } from '../../../../common/decode/index.ts';
import { printPath, wholePath } from '../../../../common/filter/decoded/path.ts';
import { filterSentence } from '../../../../common/filter/error.ts';
import { type KnownProtocols, knownProtocols } from '../../../../common/filter/index.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { misuse } from '../../../../common/words/en/cli/misuse.ts';
import type { ReadProtocols } from '../../../app/captures/show.ts';
import { errorTexts, gapAfter, spoken } from '../terminal/language.ts';
import { refuse } from './invalid.ts';
import { addStructuresOption, knownOf, type StructuresChoice } from './structures.ts';

const words = () => spoken('decoding', decoding);

export const AUTO = 'auto';

/** The fields that a command prints or writes of each payload. */
export interface ColumnsChoice extends StructuresChoice {
	/** Names of fields. */
	readonly columns?: readonly string[];
}

/** What a command prints of the payload of each event, decoded. */
export interface DecodedChoice extends ColumnsChoice {
	/** `auto` or the id of a protocol, for all endpoints, and such ids for endpoints, as `ENDPOINT=ID`. */
	readonly decode?: readonly string[];
}

/** Adds `--structure` and `--columns` to a command. */
export function addColumnsOption(command: Command): Command {
	return addStructuresOption(command)
		.option('--columns <fields>', words().columns, (text) => text.split(',').map((name) => name.trim()))
		.hook('preAction', (_program, action) => {
			const { columns, ...choice } = action.opts<ColumnsChoice>();
			if (columns === undefined) return;
			const known = knownOf(choice);
			const [wrong] = columns.flatMap((name) => wrongColumn(name, known) ?? []);
			const why =
				wrong ?? (columns.length > LIMITS.fieldColumns ? words().manyColumns(LIMITS.fieldColumns) : undefined);
			if (why !== undefined) refuse(action, 'columns', columns.join(','), why);
		});
}

/** What is wrong with the name of a column, with the likely one; undefined for a field that there can be. */
function wrongColumn(name: string, known: KnownProtocols): string | undefined {
	const path = wholePath(name, known);
	if (path === undefined) return words().wrongColumn(name);
	const unknown = known.unknownIn?.(path);
	if (unknown === undefined) return undefined;
	const field = printPath(path.slice(0, unknown.at + 1));
	const { message, hint } = errorTexts(
		filterSentence('bad-input', 'filterUnknownField', { field, near: unknown.near ?? '' }),
	);
	return hint === undefined ? message : `${message}${gapAfter(message)}${hint}`;
}

/** Adds `--decode`, `--columns` and `--structure` to a command. */
export function addDecodedOptions(command: Command): Command {
	const names = [AUTO, ...DECODERS.map(({ id }) => id)];
	const option = new Option('--decode <name>', words().decode(names.slice(1).join(', ')))
		.choices(names)
		.argParser((name, before: readonly string[] = []) => [...before, name]);
	return addColumnsOption(command.addOption(option)).hook('preAction', (_program, action) => {
		const { decode = [], structure = [] } = action.opts<DecodedChoice>();
		const { ids } = knownProtocols(structure.map(({ id }) => id));
		for (const written of decode) {
			const { protocol } = splitDecode(written);
			if (protocol === AUTO || ids.includes(protocol)) continue;
			refuse(action, 'decode', written, misuse.choices([AUTO, ...ids].join(', ')));
		}
	});
}

/** `ENDPOINT=ID`, or an id for all endpoints. Names of endpoints may have `=` in them, ids have none. */
function splitDecode(written: string): { readonly endpoint?: string; readonly protocol: string } {
	const at = written.lastIndexOf('=');
	return at < 0 ? { protocol: written } : { endpoint: written.slice(0, at), protocol: written.slice(at + 1) };
}

/** The protocol of all endpoints, `auto` where none is chosen for them, and those of endpoints. */
export function decodeChoice(decode: readonly string[]): { readonly all: string; readonly protocols: ReadProtocols } {
	const chosen = decode.map(splitDecode);
	const all = chosen.findLast(({ endpoint }) => endpoint === undefined)?.protocol ?? AUTO;
	const protocols = Object.fromEntries(
		chosen.flatMap(({ endpoint, protocol }) =>
			endpoint === undefined || protocol === AUTO ? [] : [[endpoint, { in: protocol, out: protocol }]],
		),
	);
	return { all, protocols };
}
