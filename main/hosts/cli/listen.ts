import type { Command } from 'commander';
import { Option } from 'commander';
import type { PrintedEvent } from './event.ts';
import { formatJson, formatText } from './format.ts';
import { type ListenChoices, listenConfig } from './listen-config.ts';
import { openSession } from './session.ts';
import { stopRequested } from './signals.ts';
import { parseSocketUrl } from './url.ts';

interface ListenOptions extends ListenChoices {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly capture?: string | undefined;
}

/** Runs until it is asked to stop or stdout's reader goes away; gives the exit code. */
async function listen(target: string, options: ListenOptions): Promise<number> {
	const config = listenConfig(parseSocketUrl(target, 0), options);
	const format = options.json ? formatJson : formatText;
	// The first line is where it listens, which the engine tells once it does; what happens meanwhile waits.
	let held: string[] | undefined = [];
	const session = await openSession({
		capture: options.capture,
		quiet: options.quiet ?? false,
		print: (event: PrintedEvent, output) => {
			const line = format(event);
			if (held === undefined) output.write(line);
			else held.push(line);
		},
	});
	const stop = stopRequested();
	try {
		const { id } = session.engine.create(config);
		const { local } = await session.engine.start(id);
		if (local !== undefined) {
			session.output.write(format({ event: 'listening', endpoint: config.name, ...local }));
		}
	} catch (error) {
		await session.abandon();
		throw error;
	}
	for (const line of held) session.output.write(line);
	held = undefined;

	await Promise.race([stop, session.output.readerGone]);
	const { counters, code } = await session.finish();
	const { received, stored, dropped } = counters;
	session.output.write(format({ event: 'summary', received, stored, dropped }));
	await session.output.drained();
	return code;
}

export function addListen(program: Command, done: (code: number) => void): void {
	program
		.command('listen')
		.summary('listen on a TCP or UDP address and print what happens')
		.description(
			'Listens until it is interrupted and prints every event and every byte. The last line counts the events that ' +
				'were received, stored in the capture, and dropped.',
		)
		.argument('<url>', 'tcp://HOST:PORT or udp://HOST:PORT; port 0 lets the system choose; IPv6 as [::1]')
		.option('--preset <id>', 'behave as a preset (see "wirebench presets")')
		.addOption(new Option('--framing <how>', 'how messages are cut from a stream').choices(['none', 'line']))
		.option('--reply <text>', 'answer each message; a template with escapes, as in "got {{data}}\\n"')
		.option('--name <name>', 'name of the endpoint in the output and in the capture')
		.option('--json', 'print one JSON object a line')
		.option('--quiet', 'print no data events')
		.option('--capture <dir>', 'keep the capture (pcapng, opens in Wireshark) in this folder')
		.action(async (target: string, options: ListenOptions) => done(await listen(target, options)));
}
