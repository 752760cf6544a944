import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { isClient } from '../../../../common/endpoints/index.ts';
import type { Programs } from '../../../../common/structure/index.ts';
import { configOf, type WorkspaceEndpoint } from '../../../../common/workspace/index.ts';
import type { PrintedEvent } from '../output/event.ts';
import { formatJson, textFormat } from '../output/format.ts';
import { say } from '../terminal/console.ts';
import { exitCodeOf } from '../terminal/exit.ts';
import type { Output } from '../terminal/output.ts';
import { stopRequested } from '../terminal/signals.ts';
import { endpointError, finishRun, stopped } from './finish-run.ts';
import { kernelWatch } from './kernel-option.ts';
import { type OutputOptions, sessionOptions } from './run-endpoint.ts';
import { openSession } from './session.ts';
import { startEndpoint } from './start.ts';

export interface WorkspaceRunOptions extends OutputOptions {
	/** An endpoint that cannot start does not end the run of the others. */
	readonly keepGoing?: boolean;
	/** The structures that rules name. */
	readonly structures?: Programs;
}

type Started =
	| { readonly endpoint: WorkspaceEndpoint; readonly state: EndpointState | undefined }
	| { readonly endpoint: WorkspaceEndpoint; readonly error: unknown };

function announcement({ config: { name }, local }: EndpointState): PrintedEvent[] {
	return local === undefined ? [] : [{ event: 'listening', endpoint: name, ...local }];
}

/**
 * Runs endpoints, servers before clients, and prints their events until it is interrupted, stdout's reader closes, or
 * all of them have stopped by themselves; returns the exit code. Then clients are stopped before servers. Their relative
 * paths begin in `pathFolder`.
 */
export async function runEndpoints(
	endpoints: readonly WorkspaceEndpoint[],
	pathFolder: string,
	options: WorkspaceRunOptions,
): Promise<number> {
	const format = options.json ? formatJson : textFormat({ apart: options.filter !== undefined });
	// Events before servers run wait for the lines that announce them.
	let held: (readonly string[])[] | undefined = [];
	/** The names of those that are about to run. */
	let starting: ReadonlySet<string> = new Set();
	const print = (event: PrintedEvent, output: Output): void => {
		// In words the failure of a start is printed once, on stderr.
		if (event.event === 'error' && !options.json && starting.has(event.endpoint)) return;
		const lines = format(event);
		if (held === undefined) output.lines(lines);
		else held.push(lines);
	};
	const watch = await kernelWatch(options);
	const session = await openSession({
		...sessionOptions(options),
		watch,
		pathFolder,
		structures: options.structures,
		print,
	});
	const { engine, output } = session;
	watch?.attach({
		engine,
		endpoints: endpoints.map(({ id }) => id),
		print: (event) => output.offer(() => print(event, output)),
	});
	const over = Promise.race([stopRequested(), session.readerGone]);
	let isOver = false;
	void over.then(() => {
		isOver = true;
	});
	for (const endpoint of endpoints) engine.create(configOf(endpoint), { id: endpoint.id });

	const start = async (endpoint: WorkspaceEndpoint): Promise<Started> => {
		try {
			return { endpoint, state: await startEndpoint(engine, endpoint.id, over) };
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			return { endpoint, error };
		}
	};
	const started: string[] = [];
	/** The exit code of the first that cannot start; undefined when all have. */
	const startAll = async (stage: readonly WorkspaceEndpoint[]): Promise<number | undefined> => {
		starting = new Set(stage.map(({ name }) => name));
		const results = await Promise.all(stage.map(start));
		starting = new Set();
		const states = results.flatMap((one) => ('state' in one && one.state !== undefined ? [one.state] : []));
		for (const event of states.flatMap(announcement)) output.lines(format(event));
		for (const lines of held ?? []) output.lines(lines);
		held = undefined;
		const failures = results.filter((one) => 'error' in one);
		started.push(...states.map(({ id }) => id));
		for (const { endpoint, error } of failures) say(...endpointError(error, endpoint.name));
		const [first] = failures;
		return first === undefined ? undefined : exitCodeOf(first.error);
	};

	const servers = endpoints.filter(({ kind }) => !isClient(kind));
	const clients = endpoints.filter(({ kind }) => isClient(kind));
	let failure: number | undefined;
	for (const stage of [servers, clients]) {
		if (isOver || (failure !== undefined && !options.keepGoing)) break;
		const code = await startAll(stage);
		failure ??= code;
	}
	const goesOn = failure === undefined || options.keepGoing === true;
	await watch?.begin();
	if (goesOn) await Promise.race([over, stopped(engine, started)]);
	await watch?.finish();
	await Promise.all(clients.map(({ id }) => engine.stop(id)));
	const code = await finishRun(session, started, { format, named: true });
	return failure ?? code;
}
