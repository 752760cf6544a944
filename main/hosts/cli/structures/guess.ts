import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { encodePlain, toHex } from '../../../../common/payload/index.ts';
import type { Finding, GuessedFraming } from '../../../../common/structure/guess/finding.ts';
import { guessStructure } from '../../../../common/structure/guess/guess.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { stdout } from '../terminal/console.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { textOf } from './text-of.ts';

const words = () => spoken('decoding', decoding).structure;

/** The message of each line that is not empty. */
function messagesIn(text: string): Uint8Array[] {
	return text.split('\n').flatMap((line, at) => {
		if (line.trim() === '') return [];
		const encoded = encodePlain({ format: 'hex', text: line }, 'utf-8');
		if (!encoded.ok) throw new WirebenchError('bad-input', words().wrongLine(at + 1, faultText(encoded)));
		return [encoded.bytes];
	});
}

/** Bytes as JSON has them. */
function plain(found: Finding | GuessedFraming): unknown {
	return 'value' in found ? { ...found, value: toHex(found.value) } : found;
}

interface GuessOptions {
	readonly id?: string;
	readonly findings?: boolean;
}

async function guess(file: string, { id, findings }: GuessOptions): Promise<void> {
	const guessed = guessStructure(messagesIn(await textOf(file)), id);
	if (guessed === undefined) throw new WirebenchError('bad-input', words().tooFew);
	const shown =
		findings === true
			? {
					findings: guessed.findings.map(plain),
					...(guessed.framing === undefined ? {} : { framing: plain(guessed.framing) }),
				}
			: guessed.structure;
	stdout().bytes(Buffer.from(`${JSON.stringify(shown, null, 2)}\n`));
}

export function addGuess(structure: Command): void {
	structure
		.command('guess')
		.summary(words().guessSummary)
		.description(words().guessDescription)
		.argument('<file>', words().guessFile)
		.option('--id <id>', words().guessId)
		.option('--findings', words().guessFindings)
		.action(guess);
}
