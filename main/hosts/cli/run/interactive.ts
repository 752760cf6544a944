import { isUtf8 } from 'node:buffer';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { isDatagram } from '../../../../common/endpoints/index.ts';
import {
	charsetNamed,
	charsetOf,
	type EncodeResult,
	encodePlain,
	encodeWritten,
} from '../../../../common/payload/index.ts';
import type { CharsetName, LineEnding } from '../../../../common/payload/schema.ts';
import { running } from '../../../../common/words/en/cli/running.ts';
import type { Engine } from '../../../app/headless.ts';
import { say } from '../terminal/console.ts';
import { describeError } from '../terminal/exit.ts';
import { errorTexts, faultText, spoken } from '../terminal/language.ts';
import { stdinLines } from '../terminal/stdin.ts';

const words = () => spoken('running', running);

/** Maximum lines in flight of a server: a client that does not read delays others only after that. */
const AHEAD = 256;
const BACKSLASH = 0x5c;

/** The target connections of a line, and the rest of it. */
interface Addressed {
	readonly connections?: readonly number[];
	readonly line: Buffer;
}

/**
 * A line typed at a terminal: undefined for an empty one. A line of only backslashes loses one, so that an empty line
 * can be sent.
 */
export function typedLine(line: Buffer): Buffer | undefined {
	if (line.length === 0) return undefined;
	return line.every((byte) => byte === BACKSLASH) ? line.subarray(1) : line;
}

/** Splits `#3 ` or `#3,5 ` off a line. A line that must start so has one more #, which is removed. */
export function addressed(line: Buffer): Addressed {
	// Latin-1 keeps positions: a character a byte.
	const [head = '', signs = '', numbers = ''] =
		/^(#+)(\d{1,15}(?:,\d{1,15})*)(?: |$)/.exec(line.toString('latin1')) ?? [];
	if (signs === '') return { line };
	if (signs.length > 1) return { line: line.subarray(1) };
	return { connections: numbers.split(',').map(Number), line: line.subarray(head.length) };
}

/**
 * A line of stdin in the charset of its endpoint: text is typed as UTF-8, and what is not UTF-8 stays as it is. Returns
 * the fault of a character that the charset lacks.
 */
export function inCharset(line: Buffer, charset: CharsetName): EncodeResult | { ok: true; bytes: Buffer } {
	if (charset === 'utf-8' || !isUtf8(line)) return { ok: true, bytes: line };
	return encodePlain({ format: 'text', text: line.toString('utf8') }, charset);
}

/** Sends the lines of stdin from a running endpoint, byte for byte, each with a line ending. */
class LineSender {
	readonly #engine: Engine;
	readonly #id: string;
	readonly #charset: CharsetName;
	readonly #ending: Uint8Array;
	readonly #isDatagram: boolean;
	readonly #hasRemote: boolean;

	constructor(engine: Engine, id: string, lineEnding: LineEnding) {
		const config = engine.endpoint(id)?.config;
		this.#charset = charsetOf(config ?? {});
		const ending = encodeWritten({ format: 'text', text: '' }, lineEnding, 'none', charsetNamed(this.#charset));
		this.#engine = engine;
		this.#id = id;
		this.#ending = ending.ok ? ending.bytes : new Uint8Array(0);
		this.#isDatagram = config !== undefined && isDatagram(config.kind);
		this.#hasRemote = config !== undefined && 'remote' in config && config.remote !== undefined;
	}

	/** To the named connections, else to all; fails without any. Failures of single ones are reported, and are no error. */
	async send({ line, connections = this.#all() }: Addressed): Promise<void> {
		const encoded = inCharset(line, this.#charset);
		if (!encoded.ok) {
			say(words().notSentAt(encoded.position + 1, faultText(encoded)));
			return;
		}
		const bytes = Buffer.concat([encoded.bytes, this.#ending]);
		// A stream cannot send nothing; a datagram can be empty.
		if (bytes.length === 0 && !this.#isDatagram) return;
		try {
			const to = connections === undefined ? {} : { connections: [...connections] };
			const { failed = [] } = await this.#engine.send({ endpoint: this.#id, bytes, ...to });
			for (const { connection, error } of failed) say(words().notSentTo(connection, errorTexts(error).message));
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			const [first = '', ...more] = describeError(error);
			say(words().notSent(first), ...more);
		}
	}

	/** Whether sending is possible, now or later. */
	get runs(): boolean {
		const status = this.#engine.endpoint(this.#id)?.status;
		return status !== undefined && status !== 'stopped' && status !== 'failed';
	}

	/** The connections that are open. */
	open(): number[] {
		return this.#engine
			.connections()
			.filter(({ endpoint, status }) => endpoint === this.#id && (status === 'open' || status === 'peer-ended'))
			.map(({ id }) => id);
	}

	/** All peers, where there are any and the socket has no destination of its own. */
	#all(): readonly number[] | undefined {
		const open = this.#hasRemote ? [] : this.open();
		return open.length === 0 ? undefined : open;
	}
}

async function* wantedLines(): AsyncGenerator<Buffer> {
	const isTyped = process.stdin.isTTY === true;
	for await (const line of stdinLines()) {
		const wanted = isTyped ? typedLine(line) : line;
		if (wanted !== undefined) yield wanted;
	}
}

function hint(text: string): void {
	if (process.stdin.isTTY) say(text);
}

function inBackground(work: Promise<void>): void {
	work.catch((error: unknown) => say(...describeError(error)));
}

/** Sends each line of stdin from a client, one after the other; the end of stdin ends its sending side. */
export function sendLines(lineEnding: LineEnding): (engine: Engine, id: string) => void {
	const send = async (engine: Engine, sender: LineSender): Promise<void> => {
		for await (const line of wantedLines()) {
			await sender.send({ line });
			// It has closed meanwhile: that was printed already.
			if (!sender.runs) return;
		}
		for (const connection of sender.open()) engine.endConnection(connection);
	};
	return (engine, id) => {
		hint(lineEnding === 'none' ? words().typing : words().typingEmpty);
		inBackground(send(engine, new LineSender(engine, id, lineEnding)));
	};
}

/** Sends each line of stdin from a server to all clients, or to the named ones; the end of stdin changes nothing. */
export function sendLinesToAll(lineEnding: LineEnding): (engine: Engine, id: string) => void {
	const send = async (sender: LineSender): Promise<void> => {
		const underWay = new Set<Promise<void>>();
		for await (const line of wantedLines()) {
			const sent = sender.send(addressed(line)).finally(() => underWay.delete(sent));
			underWay.add(sent);
			if (underWay.size >= AHEAD) await Promise.race(underWay);
			if (!sender.runs) return;
		}
		await Promise.all(underWay);
	};
	return (engine, id) => {
		hint(words().typingToAll);
		inBackground(send(new LineSender(engine, id, lineEnding)));
	};
}
