import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { HostInfo } from '../../common/contract/calls/host.ts';
import type { WorkspaceState } from '../../common/contract/calls/workspace.ts';
import { contract } from '../../common/contract/index.ts';
import { serveRpc } from '../../common/rpc/server.ts';
import type { Transport } from '../../common/rpc/transport.ts';
import type { Said } from '../../common/words/sentence/said.ts';
import type { Capture } from '../capture/types.ts';
import type { Engine } from '../engine/core/types.ts';
import { AgentCallsFile } from './agents/agent-calls-file.ts';
import { Captures } from './captures/captures.ts';
import { SentFiles } from './captures/sent-files.ts';
import { receiveCapture } from './captures/upload.ts';
import { type Download, Exports } from './exports/exports.ts';
import { capturesFolder, freeNeighbour, newCaptureFolder, removeEmptyCapture } from './folders/capture-folder.ts';
import { capturePlace } from './folders/capture-place.ts';
import { tlsFolder } from './folders/data-folder.ts';
import { appHandlers, type DialogUse, type FileUse } from './handlers.ts';
import { createHeadless } from './headless.ts';
import { Keeper } from './library/keeper.ts';
import { Library } from './library/library.ts';
import { replayRuns } from './replay-runs.ts';
import { sequenceRuns } from './sequence-runs.ts';
import { type ChosenLimits, RunLimits } from './settings/run-limits.ts';
import { openSettings, type SettingsStore } from './settings/settings-store.ts';
import { sendingsTopic } from './topics/sendings.ts';
import { workbenchTopic } from './topics/workbench.ts';
import { adoptFilters } from './workspace/adopt-filters.ts';
import { EnvironmentConsent } from './workspace/environment-consent.ts';
import { moveTests } from './workspace/move-tests.ts';
import { RecentWorkspaces } from './workspace/recent.ts';
import type { KeyStore } from './workspace/secret-file.ts';
import { WorkspaceStore } from './workspace/workspace-store.ts';

export interface AppOptions {
	/** Folder of settings and captures; created if missing. */
	readonly dataFolder: string;
	/** Folder of this run's capture. Default: a new one in the data folder, removed at the end if it has no events. */
	readonly captureFolder?: string;
	/** The workspace file to open, in place of that of the last run. */
	readonly workspaceFile?: string | undefined;
	/**
	 * Somebody else than the person uses it, such as an agent: files that it opens do not become recent ones and start
	 * nothing, and variables of the environment that no person has allowed are refused. `reads`: nothing of the workspace is stored either.
	 */
	readonly guest?: 'reads' | 'changes' | undefined;
	/**
	 * The person has started the file itself: it may use the variables of the environment that it names, in this run. A note
	 * names them.
	 */
	readonly allowsEnvironment?: boolean | undefined;
	/** Encrypts the secrets of workspaces. Left out: they are text in files that only their owner may read. */
	readonly keyStore?: KeyStore | undefined;
	/** Overrides the settings' size limits for this run. */
	readonly limits?: ChosenLimits;
	readonly host: HostInfo;
	/** Opens the host's file dialog; undefined when the person cancels it. */
	readonly chooseFile?: (use: DialogUse) => Promise<string | undefined>;
	/** Opens the host's save dialog with this name. Absent where the host has none. */
	readonly chooseSavePath?: (name: string) => Promise<string | undefined>;
	/** Called for faults of Wirebench itself. Default: written to stderr. */
	readonly onInternalError?: (error: unknown, where: string) => void;
}

/** The whole application behind the contract; a host connects transports to it. */
export interface App {
	/** Serves one client until its transport ends or the returned function is called. */
	attach(transport: Transport): () => void;
	/** The download of a `startExport` ticket, once. */
	takeDownload(ticket: string): Download | undefined;
	readonly engine: Engine;
	readonly capture: Capture;
	/** Receives an upload, to open it (see receiveCapture) or to send it (see SentFiles). */
	receive(name: string, bytes: Readable, use: FileUse): Promise<string>;
	readonly settings: SettingsStore;
	/** The history of agents' calls about the workspace. */
	readonly agentCalls: AgentCallsFile;
	/** Calls back with the state of the workspace, now and after each change. */
	followWorkspace(listener: (state: WorkspaceState) => void): void;
	/** For people, about the start, such as unusable settings. A host prints them. */
	readonly notes: readonly Said[];
	/** Disconnects every client, stops every endpoint, stores the rest. Resolves when all is closed. */
	close(): Promise<void>;
}

/**
 * Throws a WirebenchError: `disk` when the data folder or the capture cannot be created, `bad-input` when the workspace file that was asked for cannot be used.
 */
export async function createApp(options: AppOptions): Promise<App> {
	const { dataFolder, host } = options;
	const onInternalError = options.onInternalError ?? reportToStderr;
	const settings = await openSettings(join(dataFolder, 'settings.json'));
	const place = await capturePlace(settings.current().capturesIn, capturesFolder(dataFolder));
	const captureFolder = options.captureFolder ?? newCaptureFolder(place.folder);
	const nextFolder = () => {
		if (options.captureFolder !== undefined) return freeNeighbour(options.captureFolder);
		const { capturesIn } = settings.current();
		const folder = newCaptureFolder(capturesIn ?? capturesFolder(dataFolder));
		if (capturesIn !== null) limits.remember(folder);
		return folder;
	};
	const limits = new RunLimits(settings, options.limits);
	const consent = new EnvironmentConsent(process.env, options.guest === undefined ? 'person' : 'agent');
	let named: WorkspaceStore | undefined;
	const headless = await createHeadless({
		captureFolder,
		tlsFolder: tlsFolder(dataFolder),
		variables: () => named?.contents.parts.variables ?? {},
		environment: (name) => consent.value(name),
		mayStart: (config) => consent.check(config.name, config),
		...limits.bytes,
	});
	const { engine, capture } = headless;
	const followSettings = () => capture.whenDiskFails(settings.current().whenDiskFails);
	followSettings();
	settings.onChange(followSettings);
	const workspace = await WorkspaceStore.open({
		dataFolder,
		engine,
		recent: new RecentWorkspaces(settings, options.guest === undefined),
		startsRan: options.guest === undefined,
		readOnly: options.guest === 'reads',
		environment: process.env,
		consent,
		allowsEnvironment: options.allowsEnvironment,
		keyStore: options.keyStore,
		file: options.workspaceFile,
		onFault: (error) => onInternalError(error, 'the workspace'),
	}).catch(async (error: unknown) => {
		await headless.close();
		if (options.captureFolder === undefined) await removeEmptyCapture(captureFolder);
		throw error;
	});
	named = workspace;
	await adoptFilters(settings, workspace);
	const agentCalls = new AgentCallsFile(() => workspace.agentCalls);
	// A file that was asked for may be somebody else's.
	const moved = options.workspaceFile === undefined ? await moveTests(settings, workspace) : [];
	const workbench = workbenchTopic(engine);
	const captures = new Captures(capture, dataFolder);
	const readAsNow = () => captures.readAs(engine.endpoints(), workspace.contents.parts.structures);
	readAsNow();
	workspace.contents.onChange = readAsNow;
	const sendings = sendingsTopic(engine.sendings);
	const sentFiles = new SentFiles(engine, () => captures.workFolder());
	const library = new Library({
		folder: capturesFolder(dataFolder),
		others: () => settings.current().captureFolders,
		limits: () => limits.current,
		closeAt: (folder) => captures.closeAt(folder),
		onFailure: (error) => onInternalError(error, 'the list of captures'),
	});
	const onNew = async () => {
		captures.liveChanged();
		await library.look();
	};
	const keeper = new Keeper({ live: capture, bin: library.bin, nextFolder, onNew });
	limits.onChange((bytes) => {
		capture.setLimits(bytes);
		library.changed();
	});
	if (options.captureFolder !== undefined || place.chosen) limits.remember(captureFolder);
	library.sweep();
	const exports = new Exports(captures, options.chooseSavePath);
	const sequences = sequenceRuns(engine, (error) => onInternalError(error, 'a test'));
	const replays = replayRuns(engine, (error) => onInternalError(error, 'a replay'));
	const { chooseFile } = options;
	const handlers = appHandlers({
		exports,
		library,
		keeper,
		sequences,
		replays,
		engine,
		captures,
		settings,
		workbench,
		workspace,
		host,
		chooseFile,
		sendings,
		sentFiles,
		agentCalls,
		consent,
	});
	const clients = new Set<(reason: string) => void>();

	const close = async (): Promise<void> => {
		for (const detach of [...clients]) detach('Wirebench has ended.');
		await workspace.close();
		await exports.close();
		await sequences.close();
		await replays.close();
		workbench.close();
		sendings.close();
		await sentFiles.close();
		limits.close();
		await keeper.close();
		await captures.close();
		await library.close();
		await settings.flush();
		await headless.close();
		const nothing = capture.counters().received === 0;
		// A folder chosen by a person stays, also when it is empty.
		if (capture.folder !== options.captureFolder && nothing) await removeEmptyCapture(capture.folder);
	};
	let closing: Promise<void> | undefined;

	return {
		attach: (transport) => {
			const detach = serveRpc(contract, handlers, transport, {
				onInternalError,
				onEnd: () => clients.delete(detach),
			});
			clients.add(detach);
			return detach;
		},
		takeDownload: (ticket) => exports.takeDownload(ticket),
		engine,
		capture,
		receive: (name, bytes, use) =>
			use === 'send' ? sentFiles.receive(name, bytes) : receiveCapture(captures, name, bytes),
		settings,
		agentCalls,
		followWorkspace: (listener) => listener(workspace.topic.subscribe(listener).snapshot),
		notes: [...[settings.note, place.note].filter((note) => note !== undefined), ...workspace.notes, ...moved],
		close: () => {
			closing ??= close();
			return closing;
		},
	};
}

function reportToStderr(error: unknown, where: string): void {
	console.error(`Wirebench: a fault of its own in ${where}:`, error);
}
