import { resolve } from 'node:path';
import { isIdle } from '../../common/contract/base/endpoint-status.ts';
import type { HostInfo } from '../../common/contract/calls/host.ts';
import type { contract } from '../../common/contract/index.ts';
import { validated } from '../../common/json/validated.ts';
import type { Handlers } from '../../common/rpc/types.ts';
import { structureSchema } from '../../common/structure/document/schema.ts';
import {
	usingParts,
	withoutPayload,
	withoutTest,
	withPayload,
	withTest,
	withTestSecret,
} from '../../common/workspace/index.ts';
import type { Engine } from '../engine/core/types.ts';
import {
	checkScript,
	freePort,
	listInterfaces,
	lookAtReplyFile,
	probePort,
	stopOwner,
	unavailableKinds,
} from '../engine/index.ts';
import type { AgentCallsFile } from './agents/agent-calls-file.ts';
import { assertReadable } from './assert-readable.ts';
import type { Captures } from './captures/captures.ts';
import { readRecording } from './captures/recording.ts';
import type { SentFiles } from './captures/sent-files.ts';
import type { Exports } from './exports/exports.ts';
import { forwardToReaders } from './forward.ts';
import type { Keeper } from './library/keeper.ts';
import type { Library } from './library/library.ts';
import type { ReplayRuns } from './replay-runs.ts';
import { appError } from './sentences/app-error.ts';
import type { SequenceRuns } from './sequence-runs.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { generatorsTopic } from './topics/generators.ts';
import { ledgerTopic } from './topics/ledger.ts';
import type { SendingsTopic } from './topics/sendings.ts';
import type { WorkbenchTopic } from './topics/workbench.ts';
import type { EnvironmentConsent } from './workspace/environment-consent.ts';
import type { WorkspaceStore } from './workspace/workspace-store.ts';

/** The purpose of a chosen file. */
export type FileUse = 'open' | 'send';
/** The same where a dialog of the host is opened. */
export type DialogUse = FileUse | 'open-workspace';

export interface Parts {
	readonly engine: Engine;
	readonly captures: Captures;
	readonly exports: Exports;
	readonly library: Library;
	readonly keeper: Keeper;
	readonly sequences: SequenceRuns;
	readonly replays: ReplayRuns;
	readonly settings: SettingsStore;
	readonly workbench: WorkbenchTopic;
	readonly workspace: WorkspaceStore;
	readonly host: HostInfo;
	/** Opens the file dialog; undefined when the person cancels it. */
	readonly chooseFile: ((use: DialogUse) => Promise<string | undefined>) | undefined;
	readonly sendings: SendingsTopic;
	readonly sentFiles: SentFiles;
	readonly agentCalls: AgentCallsFile;
	readonly consent: EnvironmentConsent;
}

/** The variables of the environment of these names that are set. */
function environmentOf(names: readonly string[]): Record<string, string> {
	const { env } = process;
	return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

/** The handlers of all calls and topics of the contract. */
export function appHandlers(parts: Parts): Handlers<typeof contract> {
	const { engine, captures, library, keeper, sequences, replays, exports, settings, workbench, host } = parts;
	const { chooseFile, sendings, sentFiles, workspace, agentCalls, consent } = parts;
	const { contents } = workspace;

	/** Runs the action, and sends the resulting state before the answer. */
	const withState = async <T>(action: () => T | Promise<T>): Promise<T> => {
		try {
			return await action();
		} finally {
			// Before the page knows of another charset, and asks for what is in it.
			captures.readAs(engine.endpoints(), contents.parts.structures);
			workbench.flush();
			workspace.touch();
		}
	};
	const done = async (action: () => void | Promise<void>): Promise<null> => {
		await withState(action);
		return null;
	};

	/** Starts or ends a transfer, and reports it before the answer. */
	const withSendings = async <T>(action: () => T | Promise<T>): Promise<T> => {
		const state = await action();
		sendings.flush();
		return state;
	};
	const choose = async (use: DialogUse): Promise<{ path?: string }> => {
		if (chooseFile === undefined) throw appError('unavailable', 'noFileDialog');
		const path = await chooseFile(use);
		return path === undefined ? {} : { path };
	};

	const forwarded = forwardToReaders(captures);
	return {
		calls: {
			...forwarded.calls,
			endpointCreate: ({ config }) =>
				withState(async () => {
					await assertReadable('responder' in config ? config.responder : undefined, 'config.responder');
					return engine.create(config);
				}),
			endpointUpdate: ({ id, config }) =>
				withState(async () => {
					await assertReadable('responder' in config ? config.responder : undefined, 'config.responder');
					return engine.update(id, config);
				}),
			endpointResetCounters: ({ id }) => withState(() => engine.resetCounters(id)),
			endpointSetFraming: ({ id, ...framing }) => withState(() => engine.setFraming(id, framing)),
			endpointSetDecodeAs: ({ id, decodeAs }) => withState(() => engine.setDecodeAs(id, decodeAs)),
			endpointSetCharset: ({ id, charset }) => withState(() => engine.setCharset(id, charset)),
			endpointSetResponder: ({ id, responder }) =>
				withState(async () => {
					await assertReadable(responder, 'responder');
					// Of one that does not run, its start asks.
					const endpoint = engine.endpoint(id);
					if (endpoint !== undefined && !isIdle(endpoint)) consent.check(endpoint.config.name, responder);
					return engine.setResponder(id, responder);
				}),
			endpointSetFaults: ({ id, connection, faults }) => withState(() => engine.setFaults(id, connection, faults)),
			endpointSetOptions: ({ id, ...wanted }) => withState(() => engine.setOptions(id, wanted)),
			endpointOptions: ({ id }) => ({ options: engine.options(id) }),
			endpointRemove: ({ id }) => done(() => engine.remove(id)),
			endpointStart: ({ id }) => withState(() => engine.start(id)),
			endpointStop: ({ id }) => done(() => engine.stop(id)),
			endpointsStop: ({ ids }) => done(() => engine.stopAll(ids)),
			endpointRemoveStale: ({ id }) => done(() => engine.removeStale(id)),
			replyFileLook: ({ path, folder }) => lookAtReplyFile(path, folder, workspace.folder),
			endpointDismissError: ({ id }) => done(() => engine.dismissError(id)),
			// Not flushed: a page that sends as fast as possible must not cause as many reports.
			send: (request) => engine.send(request),
			sendTemplate: (request) => {
				consent.check('This message', request.message.text);
				return engine.sendTemplate(request);
			},
			templateEnvironment: ({ names }) => ({ values: environmentOf(names) }),
			generatorStart: (request) => engine.generate(request),
			generatorStop: ({ id }) => engine.stopGenerator(id),
			ledgerSet: ({ endpoint, numbering }) => withState(() => engine.setLedger(endpoint, numbering ?? undefined)),
			ledgerFigures: ({ endpoint }) => ({ figures: engine.ledger(endpoint) ?? null }),
			repeatStart: (request) => withSendings(() => engine.repeat(request)),
			repeatTemplate: (request) =>
				withSendings(() => {
					consent.check('This message', request.message.text);
					return engine.repeatTemplate(request);
				}),
			sendFile: (request) => withSendings(() => sentFiles.send(request)),
			sendingStop: ({ id }) => withSendings(() => engine.sendings.stop(id)),
			sendingDismiss: ({ id }) => {
				engine.sendings.dismiss(id);
				sendings.flush();
				return null;
			},
			chooseFileToSend: () => choose('send'),
			connectionEnd: ({ connection }) => done(() => engine.endConnection(connection)),
			connectionClose: ({ connection }) => done(() => engine.closeConnection(connection)),
			connectionReset: ({ connection }) => done(() => engine.resetConnection(connection)),
			captureRecording: ({ capture, connection }) => readRecording(captures.get(capture), connection),
			captureAnnotate: ({ capture, n, ...what }) => captures.get(capture).annotate(n, what),
			openCapture: async ({ path }) => ({ id: await captures.open(resolve(workspace.folder, path)) }),
			closeCapture: async ({ id }) => {
				const kept = await captures.closeOne(id);
				return kept === undefined ? {} : { kept };
			},
			captureSetCharset: ({ id, endpoint, charset }) => done(() => captures.setCharset(id, endpoint, charset)),
			dismissCaptureWarnings: ({ id }) => done(() => captures.dismissWarnings(id)),
			chooseCapture: () => choose('open'),
			startExport: (request) => exports.start(request),
			cancelExport: ({ job }) => exports.cancel(job),
			chooseSavePath: ({ name }) => exports.choose(name),
			captureNew: () => keeper.beginNew(),
			captureClear: () => keeper.clear(),
			captureDelete: ({ folders }) => library.delete(folders),
			captureUndelete: async ({ undo }) => ({ folders: await library.undelete(undo) }),
			captureLibraryLook: () => done(() => library.look()),
			sequenceStart: ({ sequence }) =>
				withState(() => {
					consent.check(`The test ${sequence.name}`, ...usingParts(sequence, engine.lasting()));
					return sequences.start(sequence);
				}),
			replayStart: ({ capture, connection, how }) =>
				withState(async () =>
					replays.start({ recording: await readRecording(captures.get(capture), connection), how }),
				),
			replayStop: ({ run }) => done(() => replays.stop(run)),
			sequenceStop: ({ run }) => done(() => sequences.stop(run)),
			scriptCheck: async ({ source }) => {
				const fault = await checkScript(source);
				return fault === undefined ? {} : { fault };
			},
			workspaceOpen: ({ path, stopRunning }) => done(() => workspace.openFile(path, stopRunning)),
			workspaceOpenText: async ({ name, text, stopRunning }) => ({
				path: await withState(() => workspace.openText(name, text, stopRunning)),
			}),
			workspaceNew: async ({ stopRunning }) => ({ path: await withState(() => workspace.beginNew(stopRunning)) }),
			workspaceSaveAs: async ({ path, replace }) => ({ path: await withState(() => workspace.saveAs(path, replace)) }),
			workspaceDuplicate: async () => ({ path: await withState(() => workspace.duplicate()) }),
			workspaceParts: ({ from }) => workspace.parts(from),
			workspaceTakeParts: ({ from, parts: chosen }) => done(() => workspace.takeParts(from, chosen)),
			workspaceExportParts: async ({ path, parts: chosen, replace }) => ({
				path: await workspace.exportParts(path, chosen, replace),
			}),
			endpointMove: ({ id, before, folder }) => done(() => contents.move(id, before, folder)),
			workspaceSecret: ({ id, path, text }) => done(() => contents.setSecret(id, path, text)),
			testSecret: ({ path, text, ...place }) =>
				done(() => contents.change({ tests: withTestSecret(contents.parts.tests, place, path, text) })),
			viewRecall: () => workspace.recallView(),
			viewKeep: async ({ opened, change }) => {
				await workspace.keepView(opened, change);
				return null;
			},
			payloadSave: ({ payload, replaces }) =>
				done(() => contents.change({ payloads: withPayload(contents.parts.payloads, payload, replaces) })),
			payloadRemove: (place) =>
				done(() => contents.change({ payloads: withoutPayload(contents.parts.payloads, place) })),
			testSave: ({ test, replaces }) =>
				done(() => contents.change({ tests: withTest(contents.parts.tests, test, replaces) })),
			testRemove: (place) => done(() => contents.change({ tests: withoutTest(contents.parts.tests, place) })),
			variablesSet: ({ variables }) => done(() => contents.change({ variables })),
			filtersSet: ({ filters }) => done(() => contents.change({ filters })),
			coloursSet: ({ colours }) => done(() => contents.change({ colours })),
			structureSave: ({ structure, replaces }) =>
				done(() => contents.saveStructure(validated(structureSchema, structure), replaces)),
			structureRemove: ({ id }) => done(() => contents.removeStructure(id)),
			layoutSet: ({ layout }) => done(() => contents.change({ layout })),
			workspaceUndo: ({ step }) => done(() => workspace.go('undo', step)),
			workspaceRedo: ({ step }) => done(() => workspace.go('redo', step)),
			workspaceChoose: () => choose('open-workspace'),
			workspaceStartRan: () => withState(() => workspace.startRan()),
			workspaceKeepStartRan: ({ on }) => done(() => workspace.keepStartRan(on)),
			workspaceAllowEnvironment: ({ uses }) => done(() => workspace.allowEnvironment(uses)),
			workspaceForgetRan: () => done(() => workspace.forgetRan()),
			workspaceResolve: ({ how }) => done(() => workspace.resolve(how)),
			settingsUpdate: (patch) => settings.update(patch),
			hostInfo: () => host,
			unavailableKinds: () => ({ kinds: unavailableKinds() }),
			tlsAuthority: async () => {
				const { file } = engine.authority;
				return { pem: await engine.authority.certificate(), ...(file === undefined ? {} : { file }) };
			},
			networkInterfaces: () => ({ interfaces: listInterfaces() }),
			probePort: async (request) => ({ addresses: await probePort(request) }),
			freePort: async (request) => {
				const port = await freePort(request);
				return port === undefined ? {} : { port };
			},
			portOwnerStop: async (held) => {
				await stopOwner(held);
				return null;
			},
			kernelSockets: async ({ endpoint, connections }) => ({
				time: Date.now(),
				sockets: await engine.kernelSockets(endpoint, connections),
			}),
			connectionProgram: ({ connection }) => engine.connectionProgram(connection),
			portOwners: async ({ protocol, host: at, port }) => ({ owners: await engine.portOwners(protocol, at, port) }),
		},
		topics: {
			...forwarded.topics,
			workbench: (_params, emit, subscriber) => workbench.subscribe(emit, subscriber),
			workspace: (_params, emit) => workspace.topic.subscribe(emit),
			payloads: (_params, emit) => contents.payloads.subscribe(emit),
			structures: (_params, emit) => contents.structures.subscribe(emit),
			tests: (_params, emit) => contents.tests.subscribe(emit),
			generators: (_params, emit) => generatorsTopic(engine, emit),
			ledger: ({ endpoint }, emit) => ledgerTopic(engine, endpoint, emit),
			captureMarks: ({ capture }, emit) => {
				const reading = captures.get(capture);
				const dispose = reading.onMarks((changed) => emit({ marks: [...changed] }));
				return { snapshot: { marks: [...reading.marks.range()] }, dispose };
			},
			captureStatus: ({ capture }, emit) => captures.status(capture).subscribe(emit),
			sendings: (_params, emit, subscriber) => sendings.subscribe(emit, subscriber),
			captures: (_params, emit) => captures.topic.subscribe(emit),
			exports: (_params, emit) => exports.topic.subscribe(emit),
			captureLibrary: (_params, emit) => library.subscribe(emit),
			replayRuns: (_params, emit) => replays.topic.subscribe(emit),
			sequenceRuns: (_params, emit) => sequences.topic.subscribe(emit),
			settings: (_params, emit) => ({ snapshot: settings.current(), dispose: settings.onChange(emit) }),
			agentCalls: (_params, emit) => agentCalls.follow(emit),
		},
	};
}
