import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { MessageListState } from '../../../common/contract/calls/capture.ts';
import type { StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import type { HostInfo } from '../../../common/contract/calls/host.ts';
import type { Recording } from '../../../common/contract/calls/recording.ts';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import { type Settings, type SettingsPatch, settingsSchema } from '../../../common/contract/calls/settings.ts';
import type { ListedCall, StatesState, WaitingCall } from '../../../common/contract/calls/socket-calls.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { CallOutput, CallParsed } from '../../../common/contract/index.ts';
import { contract, type TopicDelta, type TopicSnapshot } from '../../../common/contract/index.ts';
import { createRpcClient } from '../../../common/rpc/client.ts';
import { memoryTransportPair } from '../../../common/rpc/memory.ts';
import { serveRpc } from '../../../common/rpc/server.ts';
import type { Transport } from '../../../common/rpc/transport.ts';
import { EMPTY_VIEW, type KeptView } from '../../../common/workspace/kept-view.ts';
import { useWorkspace } from '../state/endpoints/workspace.ts';
import type { Session } from '../state/host/session.ts';

type Delta = TopicDelta<'workbench'>;

type FoundConnections = Omit<CallOutput<'captureConnections'>, 'endpoints'> & { readonly endpoints?: string[] };

/** The test's view of the host: its state, its behaviour, and its calls in order. */
export interface FakeHost {
	readonly session: Session;
	readonly calls: { readonly name: string; readonly input: unknown }[];
	workbench: TopicSnapshot<'workbench'>;
	/** What a window showed last. */
	view: KeptView;
	/** What `workspaceParts` answers. */
	parts: CallOutput<'workspaceParts'>;
	/** What `workspaceTakeParts` does; by default nothing. */
	take: () => void;
	/** The result of `endpointStart`; by default it succeeds. */
	start: (id: string) => EndpointState;
	/** The result of `freePort`; by default the wanted one. */
	freePort: (input: CallParsed<'freePort'>) => CallOutput<'freePort'>;
	/** The rows of the capture, or of a filter's matches; by default none. */
	rows: (input: CallParsed<'captureRows'>) => CallOutput<'captureRows'>;
	/** How many events a filter has found; by default none. */
	matched: (filter: string) => number;
	/** The decoded fields of messages; by default none. */
	fields: CallOutput<'captureFields'>['fields'];
	/** The bytes of one side of a connection; by default none. */
	stream: (input: CallParsed<'streamBytes'>) => CallOutput<'streamBytes'>;
	/** The bytes of events; by default none. */
	bytes: (input: CallParsed<'captureBytes'>) => CallOutput<'captureBytes'>;
	/** The connections of the capture, and its endpoints; by default none. */
	connections: (input: CallParsed<'captureConnections'>) => FoundConnections | Promise<FoundConnections>;
	/** The list of messages; by default of two items. */
	messages: (messages: ListedMessages) => Pick<MessageListState, 'items'> & Partial<MessageListState>;
	/** What was counted; by default nothing. */
	statistics: StatisticsState;
	/** The socket calls of any list, and those that wait; by default none. */
	socketCalls: { readonly calls: readonly ListedCall[]; readonly waiting: WaitingCall[] };
	/** The TCP states of any connection; by default none. */
	tcpStates: Pick<StatesState, 'tcp' | 'moments' | 'goodbye'>;
	/** What the system reports about sockets; by default none. */
	kernel: () => CallOutput<'kernelSockets'>['sockets'];
	/** The conversation of a connection; by default an empty one. */
	recording: (input: { readonly connection: number }) => Recording;
	/** Resolves when a test or a structure is saved; by default at once. */
	saving: () => Promise<void>;
	/** Stores settings and sends them to all pages; by default at once. */
	store: (patch: SettingsPatch) => Promise<Settings>;
	/** Sends settings, as after a change. */
	tellSettings(settings: SettingsPatch): void;
	tell(delta: Partial<Delta>): void;
	/** Breaks the connection; the client opens another one at once. */
	disconnect(): void;
	close(): void;
}

export function endpointState(id: string, patch: Partial<EndpointState> = {}): EndpointState {
	return {
		id,
		config: {
			kind: 'tcp-server',
			name: id,
			host: '127.0.0.1',
			port: 9000,
			backlog: 511,
			serve: 'all',
			framing: { type: 'none' },
			responder: { rules: [] },
			noDelay: true,
			afterPeerEnd: 'end',
		},
		status: 'stopped',
		connections: 0,
		bytesIn: 0,
		bytesOut: 0,
		rateIn: 0,
		rateOut: 0,
		eventRate: 0,
		...patch,
	};
}

function sending(endpoint: string, what: Sending['what']): Sending {
	const counts = { connections: 1, messages: 0, bytes: 0, partBytes: 0, failures: 0 };
	return { id: 'sending-1', endpoint, what, name: '', state: 'running', failed: [], ...counts };
}

/** A session with a host in the same process. */
export function fakeHost(): FakeHost {
	const emitters = new Set<(delta: Delta) => void>();
	const settingsEmitters = new Set<(settings: Settings) => void>();
	let server: Transport | undefined;
	let made = 0;
	const note = (name: string, input: unknown) => host.calls.push({ name, input });
	const nothing =
		<I>(name: string) =>
		(input: I) => {
			note(name, input);
			return null;
		};
	const known = (id: string) => host.workbench.endpoints.find((endpoint) => endpoint.id === id) ?? endpointState(id);

	function serve(transport: Transport): void {
		serveRpc(
			contract,
			{
				calls: {
					endpointCreate: (input) => {
						note('endpointCreate', input);
						made += 1;
						return endpointState(`made ${made}`, { config: input.config });
					},
					endpointUpdate: (input: CallParsed<'endpointUpdate'>) => {
						note('endpointUpdate', input);
						return { ...known(input.id), config: input.config };
					},
					endpointResetCounters: ({ id }) => known(id),
					endpointSetFraming: ({ id }) => known(id),
					endpointSetCharset: (input) => {
						note('endpointSetCharset', input);
						return known(input.id);
					},
					endpointSetDecodeAs: (input) => {
						note('endpointSetDecodeAs', input);
						return known(input.id);
					},
					endpointSetResponder: (input) => {
						note('endpointSetResponder', input);
						return known(input.id);
					},
					endpointSetFaults: (input) => {
						note('endpointSetFaults', input);
						return known(input.id);
					},
					endpointSetOptions: ({ id }) => known(id),
					endpointOptions: () => ({ options: [] }),
					endpointRemove: nothing('endpointRemove'),
					endpointStart: (input) => {
						note('endpointStart', input);
						return host.start(input.id);
					},
					endpointStop: nothing('endpointStop'),
					endpointsStop: nothing('endpointsStop'),
					endpointRemoveStale: nothing('endpointRemoveStale'),
					scriptCheck: () => ({}),
					replyFileLook: () => ({ bytes: 1 }),
					endpointDismissError: nothing('endpointDismissError'),
					send: (input) => {
						note('send', input);
						return { bytes: input.bytes.byteLength, connections: 1 };
					},
					sendTemplate: (input) => {
						note('sendTemplate', input);
						return { bytes: input.message.text.length, connections: 1 };
					},
					repeatTemplate: (input) => {
						note('repeatTemplate', input);
						return sending(input.endpoint, 'repeat');
					},
					templateEnvironment: ({ names }) => ({
						values: Object.fromEntries(names.flatMap((name) => (name.endsWith('HOME') ? [[name, '/home/me']] : []))),
					}),
					generatorStart: () => {
						throw new WirebenchError('wrong-state', 'It is not open.');
					},
					generatorStop: () => {
						throw new WirebenchError('not-found', 'There is no such run.');
					},
					ledgerSet: ({ endpoint }) => known(endpoint),
					ledgerFigures: () => ({ figures: null }),
					repeatStart: (input) => sending(input.endpoint, 'repeat'),
					sendFile: (input) => sending(input.endpoint, 'file'),
					sendingStop: () => ({ ...sending('e1', 'repeat'), state: 'stopped' as const }),
					sendingDismiss: nothing('sendingDismiss'),
					chooseFileToSend: () => ({}),
					connectionEnd: nothing('connectionEnd'),
					connectionClose: nothing('connectionClose'),
					connectionReset: nothing('connectionReset'),
					captureRows: (input) => host.rows(input),
					captureFields: () => ({ fields: host.fields, complete: true }),
					captureMatchAt: () => ({ index: 0 }),
					captureItemAt: () => ({ item: 0 }),
					captureFilterStop: () => null,
					captureAnnotate: ({ n, marked = false, note = '' }) => ({ n, marked, note }),
					captureAtTime: () => ({ n: 0 }),
					capturePlaces: () => ({ places: [] }),
					captureFindNumber: () => ({}),
					captureConnections: async (input) => ({ endpoints: [], ...(await host.connections(input)) }),
					streamLines: () => ({ lines: [], messages: [], total: 0 }),
					streamPlace: () => ({}),
					callLines: ({ from, count }) => ({ calls: host.socketCalls.calls.slice(from, from + count) }),
					callPlace: ({ n }) => {
						const { calls } = host.socketCalls;
						const index = calls.findIndex((one) => one.n >= n);
						return { index: index < 0 ? calls.length : index, count: calls.filter((one) => one.n === n).length };
					},
					streamFind: () => ({}),
					streamBytes: (input) => host.stream(input),
					streamMessages: () => ({
						messages: [],
						framing: { type: 'none' as const },
						framed: false,
						end: 'open' as const,
					}),
					captureBytes: (input) => host.bytes(input),
					openCapture: (input) => {
						note('openCapture', input);
						return { id: 'opened' };
					},
					closeCapture: () => ({}),
					dismissCaptureWarnings: nothing('dismissCaptureWarnings'),
					captureSetCharset: nothing('captureSetCharset'),
					chooseCapture: () => ({}),
					startExport: (input) => {
						note('startExport', input);
						return { job: 'export-1', download: '/export/ticket' };
					},
					cancelExport: nothing('cancelExport'),
					chooseSavePath: (input) => {
						note('chooseSavePath', input);
						return {};
					},
					captureNew: () => ({ id: 'new', folder: '/captures/new' }),
					captureClear: () => ({ events: 0 }),
					captureDelete: () => ({ deleted: 0, size: 0, kept: [] }),
					captureUndelete: () => ({ folders: [] }),
					captureLibraryLook: nothing('captureLibraryLook'),
					sequenceStart: () => ({ run: 1 }),
					captureRecording: (input) => host.recording(input),
					replayStart: (input) => {
						note('replayStart', input);
						return { run: 1 };
					},
					replayStop: () => null,
					sequenceStop: nothing('sequenceStop'),
					testSecret: nothing('testSecret'),
					testSave: async (input) => {
						note('testSave', input);
						await host.saving();
						return null;
					},
					testRemove: nothing('testRemove'),
					settingsUpdate: (patch) => {
						note('settingsUpdate', patch);
						return host.store(patch);
					},
					workspaceOpen: nothing('workspaceOpen'),
					workspaceOpenText: () => ({ path: '/opened' }),
					workspaceNew: () => ({ path: '/new' }),
					workspaceSaveAs: ({ path }) => ({ path }),
					workspaceDuplicate: () => ({ path: '/copy' }),
					workspaceParts: (input) => {
						note('workspaceParts', input);
						return host.parts;
					},
					workspaceTakeParts: (input) => {
						note('workspaceTakeParts', input);
						host.take();
						return null;
					},
					workspaceExportParts: (input) => {
						note('workspaceExportParts', input);
						return { path: input.path };
					},
					workspaceChoose: () => ({}),
					endpointMove: nothing('endpointMove'),
					workspaceAllowEnvironment: nothing('workspaceAllowEnvironment'),
					workspaceSecret: nothing('workspaceSecret'),
					workspaceUndo: nothing('workspaceUndo'),
					workspaceRedo: nothing('workspaceRedo'),
					workspaceStartRan: () => ({ started: 0, failed: 0 }),
					workspaceKeepStartRan: nothing('workspaceKeepStartRan'),
					workspaceForgetRan: nothing('workspaceForgetRan'),
					workspaceResolve: nothing('workspaceResolve'),
					viewRecall: () => ({ view: host.view, earlier: false }),
					viewKeep: nothing('viewKeep'),
					payloadSave: nothing('payloadSave'),
					payloadRemove: nothing('payloadRemove'),
					variablesSet: nothing('variablesSet'),
					filtersSet: nothing('filtersSet'),
					coloursSet: nothing('coloursSet'),
					structureSave: async (input) => {
						note('structureSave', input);
						await host.saving();
						return null;
					},
					structureRemove: nothing('structureRemove'),
					layoutSet: nothing('layoutSet'),
					hostInfo: () => hostInfo,
					unavailableKinds: () => ({ kinds: [] }),
					tlsAuthority: () => ({ pem: '' }),
					networkInterfaces: () => ({ interfaces: [] }),
					probePort: () => ({ addresses: [] }),
					freePort: (input) => host.freePort(input),
					kernelSockets: (input) => {
						note('kernelSockets', input);
						return { time: Date.now(), sockets: host.kernel() };
					},
					connectionProgram: () => ({ program: { pid: 4321, name: 'python3' } }),
					portOwners: () => ({ owners: [] }),
					portOwnerStop: nothing('portOwnerStop'),
				},
				topics: {
					workbench: (_params, emit) => {
						emitters.add(emit);
						return { snapshot: host.workbench, dispose: () => emitters.delete(emit) };
					},
					payloads: () => ({
						snapshot: { payloads: [], variables: {}, filters: [], colours: [] },
						dispose: () => undefined,
					}),
					structures: () => ({ snapshot: { structures: [] }, dispose: () => undefined }),
					workspace: () => ({
						snapshot: { ...useWorkspace.getInitialState(), opened: 'this', path: '/lab.wirebench.json' },
						dispose: () => undefined,
					}),
					agentCalls: () => ({ snapshot: { calls: [], reading: false }, dispose: () => undefined }),
					replayRuns: () => ({ snapshot: { runs: [] }, dispose: () => undefined }),
					generators: () => ({ snapshot: { runs: [] }, dispose: () => undefined }),
					ledger: () => ({ snapshot: { figures: null }, dispose: () => undefined }),
					captureMessages: ({ messages }) => ({
						snapshot: { gone: 0, scanned: 2, stored: 2, round: 0, ...host.messages(messages) },
						dispose: () => undefined,
					}),
					captureFilter: ({ filter }) => ({
						snapshot: {
							matched: host.matched(filter),
							gone: 0,
							scanned: 2,
							stored: 2,
							limited: false,
							stopped: false,
							round: 0,
						},
						dispose: () => undefined,
					}),
					sendings: () => ({ snapshot: [], dispose: () => undefined }),
					captureMarks: () => ({ snapshot: { marks: [] }, dispose: () => undefined }),
					captureFind: () => ({
						snapshot: { looked: 0, total: 0, wrapped: false, done: true },
						dispose: () => undefined,
					}),
					captureFindCount: () => ({
						snapshot: { matches: 0, limited: false, scanned: 0, stored: 0 },
						dispose: () => undefined,
					}),
					captureTimeline: () => ({ snapshot: timeline, dispose: () => undefined }),
					captureStatistics: () => ({ snapshot: host.statistics, dispose: () => undefined }),
					capturePlot: ({ series }) => {
						note('capturePlot', { series });
						return {
							snapshot: { span: 0, from: 0, width: 1, series: [], scanned: 0, stored: 0 },
							dispose: () => undefined,
						};
					},
					exports: () => ({ snapshot: { jobs: [] }, dispose: () => undefined }),
					connections: () => ({
						snapshot: { connections: 0, scanned: 2, stored: 2, limited: false },
						dispose: () => undefined,
					}),
					captureStates: () => ({
						snapshot: { ...host.tcpStates, scanned: 2, stored: 2, limited: false },
						dispose: () => undefined,
					}),
					captureCalls: () => {
						const { calls, waiting } = host.socketCalls;
						const counts = { calls: calls.length, waits: waiting.length, scanned: 2, stored: 2 };
						return { snapshot: { ...counts, waiting, limited: false }, dispose: () => undefined };
					},
					stream: () => ({
						snapshot: { lines: 0, events: 0, bytes: 0, scanned: 2, stored: 2, limited: false },
						dispose: () => undefined,
					}),
					captureStatus: ({ capture = captureStatus.id }) => ({
						snapshot: { ...captureStatus, id: capture },
						dispose: () => undefined,
					}),
					captures: () => ({ snapshot: [], dispose: () => undefined }),
					captureLibrary: () => ({
						snapshot: { folder: '/captures', captures: [], limits: { segmentMiB: 256, keepGiB: null } },
						dispose: () => undefined,
					}),
					sequenceRuns: () => ({ snapshot: { runs: [] }, dispose: () => undefined }),
					tests: () => ({ snapshot: { tests: [] }, dispose: () => undefined }),
					settings: (_params, emit) => {
						settingsEmitters.add(emit);
						return { snapshot: settingsSchema.parse({ theme: 'dark' }), dispose: () => settingsEmitters.delete(emit) };
					},
				},
			},
			transport,
		);
	}

	const host: FakeHost = {
		session: createRpcClient(
			contract,
			async () => {
				const [ours, theirs] = memoryTransportPair();
				server = theirs;
				serve(theirs);
				return ours;
			},
			{ retryFirstMs: 0 },
		),
		calls: [],
		workbench: { endpoints: [], connections: [] },
		view: EMPTY_VIEW,
		parts: { title: 'other', parts: [] },
		take: () => undefined,
		freePort: ({ port }) => ({ port }),
		rows: () => ({ rows: [], stored: 0 }),
		matched: () => 0,
		fields: [],
		stream: () => ({ bytes: new Uint8Array() }),
		bytes: () => ({ bytes: new Uint8Array(), total: 0 }),
		connections: () => ({ connections: [], total: 0 }),
		messages: () => ({ items: 2 }),
		statistics,
		socketCalls: { calls: [], waiting: [] },
		tcpStates: { tcp: true, moments: [] },
		kernel: () => [],
		recording: ({ connection }) => ({
			connection,
			endpoint: '',
			transport: 'stream',
			client: '',
			server: '',
			events: [],
			notes: [],
		}),
		start: (id) => ({ ...known(id), status: 'open' }),
		tell: (delta) => {
			const whole = { endpoints: [], connections: [], removedEndpoints: [], removedConnections: [], ...delta };
			for (const emit of emitters) emit(whole);
		},
		saving: async () => undefined,
		store: async (patch) => {
			host.tellSettings(patch);
			return settingsSchema.parse(patch);
		},
		tellSettings: (settings) => {
			for (const emit of settingsEmitters) emit(settingsSchema.parse(settings));
		},
		disconnect: () => server?.close(),
		close: () => host.session.close(),
	};
	return host;
}

const hostInfo: HostInfo = {
	host: 'browser',
	version: '1.2.3',
	platform: 'linux',
	capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
};

const timeline = {
	span: 0,
	from: 0,
	width: 1,
	total: { bytesIn: [], bytesOut: [], eventsIn: [], eventsOut: [], eventsNone: [], errors: [] },
	endpoints: [],
	scanned: 0,
	stored: 0,
};

const statistics = {
	total: { events: 0, messages: 0, bytesIn: 0, bytesOut: 0, errors: 0, duration: 0, peakBytes: 0, peakEvents: 0 },
	rows: [],
	groups: 0,
	limited: false,
	scanned: 0,
	stored: 0,
};

const captureStatus = {
	id: 'c1',
	folder: '/captures/1',
	received: 3,
	stored: 2,
	dropped: 0,
	first: 0,
	size: 10,
	eventRate: 0,
	rateIn: 0,
	rateOut: 0,
};
