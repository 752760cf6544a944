import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../../../common/contract/limits.ts';
import { LINE_ENDINGS } from '../../../common/contract/payload.ts';
import type { Via } from '../../../common/contract/via.ts';
import { meaningOf } from '../../../common/errno/index.ts';
import { type PrintedEvent, systemCode } from './event.ts';
import { EXIT } from './exit.ts';
import { formatJson } from './format.ts';
import { addOptionFlags, type OptionFlags, withOptions } from './option-flags.ts';
import type { Output } from './output.ts';
import { type PayloadChoices, readPayload } from './payload.ts';
import { sendConfig } from './send-config.ts';
import { openSession } from './session.ts';
import { stopRequested } from './signals.ts';
import { parseSocketUrl, URL_HELP } from './url.ts';
import { parseVia, VIA_HELP } from './via.ts';

interface SendOptions extends PayloadChoices, OptionFlags {
	readonly wait: number;
	readonly end?: boolean;
	readonly json?: boolean;
	readonly capture?: string | undefined;
	readonly via?: Via;
}

/** Prints what comes back, as it is. */
function printAnswer(event: PrintedEvent, output: Output): void {
	if (event.event === 'data' && event.direction === 'in') output.writeBytes(Buffer.from(event.bytes));
}

/** What went wrong, in words, when the event says that something did. */
function failureIn(event: PrintedEvent): string | undefined {
	if (event.event === 'error') return event.message ?? event.errno;
	if (event.event !== 'reset' || event.direction !== 'in') return undefined;
	return event.message?.includes('ECONNRESET') ? event.message : 'ECONNRESET: The peer reset the connection.';
}

/** What to check when the system's code is in the words of a failure. */
function hintFor(failure: string, target: string): string | undefined {
	const errno = systemCode(failure);
	return errno === undefined ? undefined : meaningOf(errno)?.hint({ verb: 'write to', target });
}

function isPeerDone(event: PrintedEvent): boolean {
	return event.event === 'close' || (event.event === 'end' && event.direction === 'in');
}

/** Connects, sends, and prints what comes back until the peer ends or the wait is over; gives the exit code. */
async function send(target: string, text: string, options: SendOptions): Promise<number> {
	const url = parseSocketUrl(target, 1);
	const bytes = await readPayload(text, options);
	const config = withOptions(await sendConfig(url, options.via), options);
	const peerDone = Promise.withResolvers<void>();
	let failure: string | undefined;
	const session = await openSession({
		capture: options.capture,
		quiet: false,
		print: (event, output) => {
			if (options.json) output.write(formatJson(event));
			else printAnswer(event, output);
			failure ??= failureIn(event);
			if (failure !== undefined || isPeerDone(event)) peerDone.resolve();
		},
	});
	const stop = stopRequested();
	try {
		const { id } = session.engine.create(config);
		await session.engine.start(id);
		await session.engine.send({ endpoint: id, bytes });
		if (options.end)
			for (const { id: connection } of session.engine.connections()) session.engine.endConnection(connection);
	} catch (error) {
		await session.abandon();
		throw error;
	}
	const timer = Promise.withResolvers<void>();
	const timeout = setTimeout(timer.resolve, options.wait);
	await Promise.race([timer.promise, peerDone.promise, stop, session.readerGone]);
	clearTimeout(timeout);
	const { code } = await session.finish();
	await session.output.drained();
	if (failure === undefined) return code;
	const hint = hintFor(failure, target);
	process.stderr.write(`${failure}${hint === undefined ? '' : ` ${hint}`}\n`);
	return EXIT.failed;
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(`It is a whole number of milliseconds, at most ${LIMITS.delayMs}.`);
}

export function addSend(program: Command, done: (code: number) => void): void {
	const command = program
		.command('send')
		.summary('send one message and print what comes back')
		.description(
			'Sends TEXT over TCP, UDP or a Unix socket and prints the bytes that come back, as they are, until the peer closes or the ' +
				'wait is over.',
		)
		.argument('<url>', URL_HELP)
		.argument('<text>', 'what to send, as UTF-8; - reads it from stdin')
		.addOption(new Option('--hex', 'TEXT is hexadecimal, as in "68 65 6c 6c 6f"').conflicts('escaped'))
		.option('--escaped', 'TEXT has escapes, as in "GET / HTTP/1.0\\r\\n\\r\\n"')
		.addOption(new Option('--line-ending <which>', 'appended to TEXT').choices(LINE_ENDINGS).default('none'))
		.option('--via <url>', VIA_HELP, parseVia)
		.option('--wait <ms>', 'how long to wait for an answer once all is sent', milliseconds, 1000)
		.option('--end', 'end our sending side (FIN) once all is sent')
		.option('--json', 'print every event as one JSON object a line')
		.option('--capture <dir>', 'keep the capture (pcapng, opens in Wireshark) in this folder; - writes it to stdout');
	addOptionFlags(command).action(async (target: string, text: string, options: SendOptions) =>
		done(await send(target, text, options)),
	);
}
