import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { charsetsBy, checksumOf, encodeWritten } from '../../../../common/payload/index.ts';
import type { CharsetName, ChecksumKind, LineEnding, PayloadFormat } from '../../../../common/payload/schema.ts';
import { stdinChunks } from '../terminal/stdin.ts';

/** How to interpret TEXT on the command line. */
export interface PayloadChoices {
	readonly hex?: boolean;
	readonly escaped?: boolean;
	readonly base64?: boolean;
	readonly lineEnding: LineEnding;
	readonly checksum?: ChecksumKind;
	readonly charset?: CharsetName;
}

const charsetNamed = charsetsBy((name) => {
	const decoder = new TextDecoder(name, { ignoreBOM: true });
	return (bytes) => decoder.decode(bytes);
});

async function readStdin(): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const bytes of stdinChunks()) {
		length += bytes.length;
		if (length > LIMITS.payloadBytes) throw new WirebenchError('too-large', 'A payload is at most 64 MiB.');
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

/** Piped text in the form of command-line text: without the line end that a program such as echo appends. */
function stdinText(bytes: Buffer, format: PayloadFormat): string {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new WirebenchError('bad-input', `Standard input is not UTF-8, as which ${format} is read.`);
	}
	return format === 'text' ? text : text.replace(/\r?\n$/, '');
}

/**
 * The bytes of TEXT; `-` reads stdin, byte for byte unless it is hex, escaped text or base64, or is sent in another
 * charset than UTF-8. Throws a WirebenchError `bad-input` with the place of the fault.
 */
export async function readPayload(text: string, choices: PayloadChoices): Promise<Uint8Array> {
	const format = choices.hex ? 'hex' : choices.escaped ? 'escaped' : choices.base64 ? 'base64' : 'text';
	const charset = choices.charset ?? 'utf-8';
	const stdin = text === '-' ? await readStdin() : undefined;
	if (stdin !== undefined && format === 'text' && charset === 'utf-8') {
		const ending = encodeWritten({ format, text: '' }, choices.lineEnding);
		const sum = checksumOf(stdin, choices.checksum ?? 'none');
		return ending.ok ? Buffer.concat([stdin, sum, ending.bytes]) : stdin;
	}
	const written = { format, text: stdin === undefined ? text : stdinText(stdin, format) } as const;
	const result = encodeWritten(written, choices.lineEnding, choices.checksum, charsetNamed(charset));
	if (result.ok) return result.bytes;
	throw new WirebenchError(
		'bad-input',
		`The text is not ${format} at character ${result.position + 1}: ${result.message}`,
		{
			position: result.position,
		},
	);
}
