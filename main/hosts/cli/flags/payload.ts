import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { type MessageToFill, messageToFillSchema } from '../../../../common/contract/calls/sending.ts';
import { validated } from '../../../../common/json/validated.ts';
import { charsetNamed, charsetOf, checksumOf, encodeWritten } from '../../../../common/payload/index.ts';
import type { Variables } from '../../../../common/payload/saved.ts';
import type { ChecksumKind, LineEnding, PayloadFormat } from '../../../../common/payload/schema.ts';
import { compileMessage } from '../../../../common/template/index.ts';
import { sending } from '../../../../common/words/en/cli/sending.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { stdinChunks } from '../terminal/stdin.ts';
import type { CharsetChoice } from './charset.ts';

const words = () => spoken('sending', sending);

/** How to interpret TEXT on the command line. */
export interface PayloadChoices extends CharsetChoice {
	readonly hex?: boolean;
	readonly escaped?: boolean;
	readonly base64?: boolean;
	readonly lineEnding: LineEnding;
	readonly checksum?: ChecksumKind;
}

async function readStdin(): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const bytes of stdinChunks()) {
		length += bytes.length;
		if (length > LIMITS.payloadBytes) throw new WirebenchError('too-large', words().tooLarge);
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
		throw new WirebenchError('bad-input', words().notUtf8(format));
	}
	return format === 'text' ? text : text.replace(/\r?\n$/, '');
}

/** The form in which TEXT is written. */
export function formatOf({ hex, escaped, base64 }: Pick<PayloadChoices, 'hex' | 'escaped' | 'base64'>): PayloadFormat {
	return hex ? 'hex' : escaped ? 'escaped' : base64 ? 'base64' : 'text';
}

/** TEXT as a template, which is filled in when it is sent; `-` reads stdin as UTF-8. Throws `bad-input` as `readPayload`. */
export async function readMessage(
	text: string,
	choices: PayloadChoices,
	variables: Variables = {},
): Promise<MessageToFill> {
	const format = formatOf(choices);
	const { checksum = 'none', lineEnding } = choices;
	const charset = charsetOf(choices);
	const written = text === '-' ? stdinText(await readStdin(), format) : text;
	const message = validated(messageToFillSchema, { format, text: written, charset, checksum, lineEnding });
	const compiled = compileMessage(message, charsetNamed(charset), { variables });
	if (compiled.ok) return message;
	const { position } = compiled;
	throw new WirebenchError('bad-input', words().badTemplate(position + 1, faultText(compiled)), {
		position,
	});
}

/**
 * The bytes of TEXT; `-` reads stdin, byte for byte unless it is hex, escaped text or base64, or is sent in another
 * charset than UTF-8. Throws a WirebenchError `bad-input` with the place of the fault.
 */
export async function readPayload(text: string, choices: PayloadChoices): Promise<Uint8Array> {
	const format = formatOf(choices);
	const charset = charsetOf(choices);
	const stdin = text === '-' ? await readStdin() : undefined;
	if (stdin !== undefined && format === 'text' && charset === 'utf-8') {
		const ending = encodeWritten({ format, text: '' }, choices.lineEnding);
		const sum = checksumOf(stdin, choices.checksum ?? 'none');
		return ending.ok ? Buffer.concat([stdin, sum, ending.bytes]) : stdin;
	}
	const written = { format, text: stdin === undefined ? text : stdinText(stdin, format) } as const;
	const result = encodeWritten(written, choices.lineEnding, choices.checksum, charsetNamed(charset));
	if (result.ok) return result.bytes;
	throw new WirebenchError('bad-input', words().badText(format, result.position + 1, faultText(result)), {
		position: result.position,
	});
}
