import { fstatSync } from 'node:fs';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { terminal } from '../../../../common/words/en/cli/terminal.ts';
import { say } from './console.ts';
import { spoken } from './language.ts';

const words = () => spoken('terminal', terminal);

const LF = 10;
const CR = 13;

function unreadable(code: string): WirebenchError {
	const likely: Readonly<Record<string, string>> = words().unreadableLikely;
	return new WirebenchError('disk', words().unreadable(code, likely[code] ?? words().unreadableLikely.other));
}

/** The bytes of stdin. Throws a WirebenchError `disk` when they cannot be read; a closed terminal is an end. */
export async function* stdinChunks(): AsyncGenerator<Buffer> {
	// Node treats a folder as empty input.
	if (fstatSync(0).isDirectory()) throw unreadable('EISDIR');
	try {
		for await (const chunk of process.stdin) yield Buffer.from(chunk);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (code === 'EIO' && process.stdin.isTTY) return;
		throw unreadable(code);
	}
}

/**
 * The lines of stdin, byte for byte and without their ends (LF, or CR LF); text after the last end is a line too,
 * unless it is empty. A line of more than 64 MiB is skipped with a message.
 */
export async function* stdinLines(): AsyncGenerator<Buffer> {
	let parts: Buffer[] = [];
	let length = 0;
	const keep = (part: Buffer): void => {
		length += part.length;
		if (length > LIMITS.payloadBytes) parts = [];
		else parts.push(part);
	};
	const take = (): Buffer | undefined => {
		const line = length > LIMITS.payloadBytes ? undefined : Buffer.concat(parts);
		if (line === undefined) say(words().longLine(length));
		parts = [];
		length = 0;
		return line;
	};
	for await (const chunk of stdinChunks()) {
		let from = 0;
		for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
			keep(chunk.subarray(from, end));
			from = end + 1;
			const line = take();
			if (line !== undefined) yield line.at(-1) === CR ? line.subarray(0, -1) : line;
		}
		if (from < chunk.length) keep(chunk.subarray(from));
	}
	const last = length > 0 ? take() : undefined;
	if (last !== undefined) yield last;
}
