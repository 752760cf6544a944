import { type Command, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { type Context, DECODERS, decoderOf, type Guess, guessOf, noteText } from '../../../../common/decode/index.ts';
import { parseProto, protoDecoder } from '../../../../common/decode/protobuf/schema/index.ts';
import { encodePlain } from '../../../../common/payload/index.ts';
import { type Program, plainData, readMessage, structureDecoder } from '../../../../common/structure/index.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { AUTO } from '../decoded/options.ts';
import { readNamedBytes } from '../files/named-bytes.ts';
import { readNamedText } from '../files/named-text.ts';
import { programIn } from '../files/read-structure.ts';
import { plainUnits } from '../output/decoded-fields.ts';
import { jsonLines } from '../output/format.ts';
import { stdout } from '../terminal/console.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { stdinChunks } from '../terminal/stdin.ts';

const words = () => spoken('decoding', decoding);

const TRANSPORTS = ['stream', 'datagram'] as const;

interface DecodeOptions {
	readonly as: string;
	readonly hex?: string;
	readonly structure?: string;
	readonly proto?: string;
	readonly message?: string;
	readonly values?: boolean;
	readonly transport?: Context['transport'];
}

async function inputBytes(file: string | undefined, hex: string | undefined): Promise<Uint8Array> {
	if (file !== undefined && hex !== undefined) throw new WirebenchError('bad-input', words().both);
	if (hex !== undefined) {
		const encoded = encodePlain({ format: 'hex', text: hex }, 'utf-8');
		if (!encoded.ok) throw new WirebenchError('bad-input', words().wrongHex(faultText(encoded)));
		return encoded.bytes;
	}
	if (file === undefined) throw new WirebenchError('bad-input', words().nothing);
	if (file !== '-') return readNamedBytes(file, LIMITS.payloadBytes);
	const chunks: Buffer[] = [];
	for await (const chunk of stdinChunks()) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** The protocol that was asked for, or what the bytes look like; where the transport was not, the one that they look more like. */
function wanted(
	bytes: Uint8Array,
	{ as, transport, proto, message }: DecodeOptions,
): Pick<Guess, 'decoder' | 'context'> | undefined {
	const contexts = TRANSPORTS.filter((one) => transport === undefined || transport === one).map((one) => ({
		transport: one,
	}));
	const decoder =
		proto === undefined || message === undefined
			? decoderOf(as)
			: protoDecoder(parseProto(readNamedText(proto)), message);
	if (decoder === undefined) return guessOf(bytes, contexts);
	const [context = { transport: 'stream' }] = contexts.toSorted(
		(a, b) => decoder.recognise(bytes, b) - decoder.recognise(bytes, a),
	);
	return { decoder, context };
}

/** The values of each message of a structure, as `encode` reads them. */
function valuesIn(program: Program, bytes: Uint8Array): unknown[] {
	const messages: unknown[] = [];
	for (let at = 0; at < bytes.length; ) {
		const { values, length, note } = readMessage(program, bytes.subarray(at));
		if (note !== undefined) throw new WirebenchError('bad-input', words().wrongAt(at, noteText(note, words().notes)));
		messages.push(plainData(values));
		if (length === 0) break;
		at += length;
	}
	return messages;
}

async function decode(file: string | undefined, options: DecodeOptions): Promise<void> {
	const { structure, values, as, proto, message } = options;
	if (structure !== undefined && as !== AUTO) throw new WirebenchError('bad-input', words().asOrStructure);
	if ((proto === undefined) !== (message === undefined)) throw new WirebenchError('bad-input', words().protoNeeds);
	if (proto !== undefined && (structure !== undefined || (as !== AUTO && as !== 'protobuf')))
		throw new WirebenchError('bad-input', words().protoAlone);
	if (structure === undefined && values === true) throw new WirebenchError('bad-input', words().valuesNeed);
	const program = structure === undefined ? undefined : programIn(structure);
	const bytes = await inputBytes(file, options.hex);
	if (program !== undefined && values === true) stdout().lines(jsonLines(valuesIn(program, bytes)));
	else {
		const found =
			program === undefined
				? wanted(bytes, options)
				: { decoder: structureDecoder(program), context: { transport: options.transport ?? 'stream' } };
		if (found === undefined) throw new WirebenchError('not-found', words().unknown);
		stdout().lines(jsonLines(plainUnits(found.decoder, bytes, found.context)));
	}
}

export function addDecode(program: Command): void {
	program
		.command('decode')
		.summary(words().summary)
		.description(words().description)
		.argument('[file]', words().file)
		.addOption(
			new Option('--as <name>', words().as(DECODERS.map(({ id }) => id).join(', ')))
				.choices([AUTO, ...DECODERS.map(({ id }) => id)])
				.default(AUTO),
		)
		.option('--structure <file>', words().structureFile)
		.option('--values', words().values)
		.option('--proto <file>', words().proto)
		.option('--message <name>', words().message)
		.option('--hex <hex>', words().hex)
		.addOption(new Option('--transport <name>', words().transport).choices(TRANSPORTS))
		.action(decode);
}
