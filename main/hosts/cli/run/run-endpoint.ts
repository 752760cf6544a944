import { type Command, Option } from 'commander';
import { WHEN_DISK_FAILS, type WhenDiskFails } from '../../../../common/contract/calls/settings.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { Programs } from '../../../../common/structure/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import type { Engine } from '../../../app/headless.ts';
import { addFilterOption, type EventFilter } from '../decoded/event-filter.ts';
import { addCharsetOption, type CharsetChoice } from '../flags/charset.ts';
import { addLimitOptions, type LimitOptions } from '../flags/limit-options.ts';
import { addVariableOption, type VariableChoices } from '../flags/variables.ts';
import type { PrintedEvent } from '../output/event.ts';
import { formatJson, textFormat } from '../output/format.ts';
import { spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import { stopRequested } from '../terminal/signals.ts';
import { finishRun, stopped, summary } from './finish-run.ts';
import { addKernelOption, type KernelChoice, kernelWatch } from './kernel-option.ts';
import { openSession } from './session.ts';
import { startEndpoint } from './start.ts';

const words = () => spoken('printing', printing);

/** Options of every command that runs one endpoint. */
export interface RunOptions extends OutputOptions, CharsetChoice {
	/** Uses the next free port where the port is in use; otherwise that is a failure. */
	readonly nextPort?: boolean;
	readonly name?: string | undefined;
}

/** Options for what is printed and for the capture. */
export interface OutputOptions extends LimitOptions, VariableChoices, KernelChoice {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly filter?: EventFilter;
	readonly capture?: string | undefined;
	readonly whenDiskFails?: WhenDiskFails;
}

export function addRunOptions(command: Command): Command {
	const named = addCharsetOption(command, words().charset);
	return addOutputOptions(named).option('--name <name>', words().name);
}

/** Those for what is printed and for the capture, and for the values of variables. */
export function addOutputOptions(command: Command): Command {
	return addKernelOption(addVariableOption(addLimitOptions(addFilterOption(command))))
		.option('--json', words().json)
		.option('--quiet', words().quiet)
		.option('--capture <dir>', words().capture)
		.addOption(new Option('--when-disk-fails <what>', words().whenDiskFails).choices(WHEN_DISK_FAILS));
}

/** A command's additions to the run of an endpoint. */
export interface Extras {
	/** Whether the run is over, although the endpoint continues. */
	readonly until?: (state: EndpointState | undefined) => boolean;
	/** Called once it runs. */
	readonly running?: (engine: Engine, id: string) => void;
	/** Receives every event before it is printed; false skips it. */
	readonly see?: (event: PrintedEvent, output: Output) => boolean;
	/** The structures that its rules name. */
	readonly structures?: Programs | undefined;
}

/**
 * Runs one endpoint and prints its events until it is interrupted, stdout's reader closes, or the endpoint stops by
 * itself; returns the exit code. `announce` may return a line to print first.
 */
export async function runEndpoint(
	config: EndpointConfig,
	options: RunOptions,
	announce: (state: EndpointState) => PrintedEvent | undefined,
	extras: Extras = {},
): Promise<number> {
	const format = options.json ? formatJson : textFormat({ apart: options.filter !== undefined });
	// Events before the endpoint runs wait for the line that announces it.
	let held: { readonly kind: PrintedEvent['event']; readonly lines: readonly string[] }[] | undefined = [];
	const print = (event: PrintedEvent, output: Output): void => {
		if (extras.see?.(event, output) === false) return;
		const lines = format(event);
		if (held === undefined) output.lines(lines);
		else held.push({ kind: event.event, lines });
	};
	const watch = await kernelWatch(options);
	const session = await openSession({
		...sessionOptions(options),
		watch,
		structures: extras.structures,
		print,
		isResult: extras.see !== undefined,
	});
	session.output.decodeAs(charsetOf(config));
	const stop = stopRequested();
	let ended: Promise<void>;
	let id: string;
	let state: EndpointState | undefined;
	try {
		({ id } = session.engine.create(config));
		watch?.attach({
			engine: session.engine,
			endpoints: [id],
			print: (event) => session.output.offer(() => print(event, session.output)),
		});
		state = await startEndpoint(session.engine, id, Promise.race([stop, session.readerGone]), options);
		const first = state && announce(state);
		ended = stopped(session.engine, [id], extras.until);
		if (first !== undefined) session.output.lines(format(first));
	} catch (error) {
		const { counters } = await session.finish();
		// In words the failure itself is printed once, on stderr.
		for (const { kind, lines } of held) if (options.json || kind !== 'error') session.output.lines(lines);
		if (options.json) session.output.lines(format(summary(counters)));
		await session.output.drained();
		throw error;
	}
	for (const { lines } of held) session.output.lines(lines);
	held = undefined;
	await watch?.begin();
	if (state !== undefined) extras.running?.(session.engine, id);

	await Promise.race([stop, session.readerGone, ended]);
	await watch?.finish();
	return finishRun(session, [id], { format });
}

/** What a session prints and keeps. */
export function sessionOptions(options: OutputOptions) {
	const {
		capture,
		whenDiskFails,
		segmentSize: segmentMiB,
		ring: keepGiB,
		quiet = false,
		filter,
		var: variables,
	} = options;
	return { capture, whenDiskFails, limits: { segmentMiB, keepGiB }, quiet, filter, variables };
}
