import { type Command, Option } from 'commander';
import type { EndpointConfig } from '../../../common/contract/endpoint.ts';
import { WirebenchError } from '../../../common/contract/errors.ts';
import { WHEN_DISK_FAILS, type WhenDiskFails } from '../../../common/contract/settings.ts';
import type { EndpointState } from '../../../common/contract/workbench.ts';
import type { Engine } from '../../app/headless.ts';
import type { EndpointChoices } from './endpoint-config.ts';
import type { PrintedEvent } from './event.ts';
import { addFilterOption, type EventFilter } from './event-filter.ts';
import { describeError, EXIT } from './exit.ts';
import { formatJson, formatText } from './format.ts';
import { FRAMING_HELP, parseFraming } from './framing.ts';
import { parseLedger } from './ledger.ts';
import { addLimitOptions, type LimitOptions } from './limit-options.ts';
import type { Output } from './output.ts';
import { addScriptOptions } from './script.ts';
import { openSession } from './session.ts';
import { stopRequested } from './signals.ts';

/** Options that every command which runs an endpoint has. */
export interface RunOptions extends EndpointChoices, LimitOptions {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly filter?: EventFilter;
	readonly capture?: string | undefined;
	readonly whenDiskFails?: WhenDiskFails;
}

export function addRunOptions(command: Command): Command {
	const withFilter = addScriptOptions(addLimitOptions(addFilterOption(command)));
	return withFilter
		.option('--preset <id>', 'behave as a preset (see "wirebench presets")')
		.option('--framing <how>', `how messages are cut from a stream: ${FRAMING_HELP}`, parseFraming)
		.option('--reply <text>', 'answer each message; a template with escapes, as in "got {{data}}\\n"')
		.option(
			'--ledger [text]',
			'match numbered messages (see "generate"); TEXT with %d: the numbers are in text',
			parseLedger,
		)
		.option('--name <name>', 'name of the endpoint in the output and in the capture')
		.option('--json', 'print one JSON object a line')
		.option('--quiet', 'print no data events')
		.option('--capture <dir>', 'keep the capture (pcapng, opens in Wireshark) in this folder; - writes it to stdout')
		.addOption(
			new Option('--when-disk-fails <what>', 'TCP waits, or goes on and what is lost is counted').choices(
				WHEN_DISK_FAILS,
			),
		);
}

/** What a command adds to the run of an endpoint. */
export interface Extras {
	/** Whether the run is over, though the endpoint goes on. */
	readonly until?: (state: EndpointState | undefined) => boolean;
	/** Called once it runs. */
	readonly running?: (engine: Engine, id: string) => void;
	/** Sees every event before it is printed; false leaves it out. */
	readonly see?: (event: PrintedEvent, output: Output) => boolean;
}

/**
 * Resolves when the endpoint runs no more: a client whose connection has closed, say. It looks once a turn of the event
 * loop, not at each change: every datagram is one.
 */
function stopped(engine: Engine, id: string, until: Extras['until']): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			engine.takeChanges();
			const state = engine.endpoint(id);
			const over = state?.status === 'stopped' || state?.status === 'failed' || until?.(state) === true;
			if (!over) return;
			stopListening();
			resolve();
		};
		const stopListening = engine.onChange(() => setImmediate(look));
		look();
	});
}

/**
 * Runs one endpoint and prints what happens until it is asked to stop, stdout's reader goes away, or the endpoint
 * stops by itself; gives the exit code. `announce` may give a line that goes before everything else.
 */
export async function runEndpoint(
	config: EndpointConfig,
	options: RunOptions,
	announce: (state: EndpointState) => PrintedEvent | undefined,
	extras: Extras = {},
): Promise<number> {
	const format = options.json ? formatJson : formatText;
	// What happens before the endpoint runs waits for the line that announces it.
	let held: string[] | undefined = [];
	const session = await openSession({
		capture: options.capture,
		whenDiskFails: options.whenDiskFails,
		limits: { segmentMiB: options.segmentSize, keepGiB: options.ring },
		quiet: options.quiet ?? false,
		filter: options.filter,
		print: (event: PrintedEvent, output) => {
			if (extras.see?.(event, output) === false) return;
			const line = format(event);
			if (held === undefined) output.write(line);
			else held.push(line);
		},
	});
	const stop = stopRequested();
	let ended: Promise<void>;
	let id: string;
	try {
		({ id } = session.engine.create(config));
		const first = announce(await session.engine.start(id));
		ended = stopped(session.engine, id, extras.until);
		if (first !== undefined) session.output.write(format(first));
	} catch (error) {
		await session.abandon();
		throw error;
	}
	for (const line of held) session.output.write(line);
	held = undefined;
	extras.running?.(session.engine, id);

	await Promise.race([stop, session.readerGone, ended]);
	const { status, error, asks } = session.engine.endpoint(id) ?? {};
	const { counters, code } = await session.finish();
	const figures = session.engine.ledger(id);
	if (figures !== undefined) session.output.write(format({ event: 'ledger', endpoint: config.name, ...figures }));
	const { received, stored, dropped } = counters;
	session.output.write(format({ event: 'summary', received, stored, dropped }));
	await session.output.drained();
	// It says itself which messages got no answer.
	if (asks !== undefined && asks.answered < asks.total) return EXIT.failed;
	if (status !== 'failed' || error === undefined) return code;
	process.stderr.write(`${describeError(WirebenchError.fromInfo(error))}\n`);
	return EXIT.failed;
}
