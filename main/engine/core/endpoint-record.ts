import type { CaptureConnection, Direction } from '../../../common/capture/event.ts';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { Connecting, EndpointState, EndpointWarning } from '../../../common/contract/calls/workbench.ts';
import type { RequestListState } from '../../../common/contract/config/request-list.ts';
import type { ScriptFault } from '../../../common/contract/config/script.ts';
import { type EndpointConfig, withoutSecrets } from '../../../common/endpoints/index.ts';
import { configWithStructures, protocolsOfConfig, structuresIn } from '../../../common/responder/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { errorText } from '../errors/errno.ts';
import { ledgerOf } from '../load-test/loss-report/config.ts';
import { LossReportBook } from '../load-test/loss-report/loss-report.ts';
import { Tally } from '../rules/tally.ts';
import type { ScriptRun } from '../script/run.ts';
import { TemplateDraws } from '../templates/draws.ts';
import { type Behaviour, compileBehaviour } from './behaviour.ts';
import type { Tracked } from './change-tracker.ts';
import type { EngineContext, LiveConnection } from './context.ts';
import { located, locatedPath, type PathFolder, pathWords } from './located.ts';
import type { Metered } from './rate-meter.ts';
import type { Runner } from './runner.ts';
import type { EndpointWatcher } from './types.ts';

/** The counters of a connection. */
export interface ConnectionCounters extends Tracked<number> {
	bytesIn: number;
	bytesOut: number;
}

/** One endpoint: its config, its state, and the recording of its sockets' events. */
export class EndpointRecord implements Metered, Tracked<string> {
	readonly id: string;
	readonly context: EngineContext;
	/** As it was written: relative paths are those of a person. */
	config: EndpointConfig;
	behaviour: Behaviour;
	status: EndpointState['status'] = 'stopped';
	local: SocketAddress | undefined;
	/** Of a client while it connects. */
	connecting: Connecting | undefined;
	error: ErrorInfo | undefined;
	/** Of this run, or of the last one. */
	warning: EndpointWarning | undefined;
	readonly draws: TemplateDraws;
	readonly ledger = new LossReportBook();
	/** Of this run, or of the last one. */
	tally = new Tally();
	/** The request list of this run, or of the last one. */
	asking: { state(): RequestListState } | undefined;
	/** The sockets while it is not stopped. */
	runner: Runner | undefined;
	/** The script of this run. */
	script: ScriptRun | undefined;
	/** The last error in it. */
	scriptFault: ScriptFault | undefined;
	changedIn = 0;
	connections = 0;
	bytesIn = 0;
	bytesOut = 0;
	events = 0;
	rateIn = 0;
	rateOut = 0;
	eventRate = 0;
	metered = false;
	/** The sink's handle of this run. */
	#handle = 0;
	/** It belongs to a run, not to what a person has set up. */
	readonly temporary: boolean;
	/** Where its relative paths begin. */
	#folder: PathFolder;
	/** Mostly none. */
	#watchers: readonly EndpointWatcher[] = [];

	/** Fails with `bad-input` when the config does not compile. */
	constructor(context: EngineContext, id: string, config: EndpointConfig, temporary = false) {
		this.context = context;
		this.temporary = temporary;
		this.id = id;
		this.#folder = context.folder;
		this.config = config;
		this.draws = new TemplateDraws(context.names, () => this.changed());
		this.behaviour = this.compile(config);
		this.ledger.begin(ledgerOf(config));
		this.tally.reset(config);
	}

	/** Its config with the paths that those in it mean. */
	get located(): EndpointConfig {
		return located(this.config, this.#folder);
	}

	/** How a config that replaces its own handles received data. Fails as `compileBehaviour` does. */
	compile(config: EndpointConfig): Behaviour {
		return compileBehaviour(located(config, this.#folder), this.context.structures);
	}

	/** Structures have changed, and its rules fit them: they hold from the next message on. `nowCalled`: their ids by those before. */
	structuresChanged(nowCalled: (id: string) => string): void {
		const { config } = this;
		const hasRules = 'responder' in config && structuresIn(config.responder).length > 0;
		if (!hasRules && !protocolsOfConfig(config).some((id) => nowCalled(id) !== id)) return;
		this.config = configWithStructures(config, nowCalled);
		if (hasRules) {
			const { responder, ruleThread } = this.compile(this.config);
			this.behaviour = { ...this.behaviour, responder, ruleThread };
		}
		this.changed();
	}

	/** The path that one means which a person has given for it. */
	pathAt(path: string): string {
		return locatedPath(path, this.#folder);
	}

	/** A path of `located` for people: as the config has it, and where that is. */
	readonly pathWords = (path: string): string => pathWords(path, this.config, this.#folder);

	/** Relative paths begin elsewhere, and those of `config` mean the same there: what runs goes on. */
	moveTo(folder: PathFolder, config: EndpointConfig): void {
		this.#folder = folder;
		this.config = config;
		this.changed();
	}

	state(): EndpointState {
		const answers = this.tally.state();
		const counters = this.draws.counts();
		return {
			id: this.id,
			config: this.config,
			status: this.status,
			...(this.local === undefined ? {} : { local: this.local }),
			...(this.connecting === undefined ? {} : { connecting: this.connecting }),
			...(this.error === undefined ? {} : { error: this.error }),
			...(this.warning === undefined ? {} : { warning: this.warning }),
			...(this.scriptFault === undefined ? {} : { scriptFault: this.scriptFault }),
			connections: this.connections,
			bytesIn: this.bytesIn,
			bytesOut: this.bytesOut,
			rateIn: this.rateIn,
			rateOut: this.rateOut,
			eventRate: this.eventRate,
			...(answers === undefined ? {} : { answers }),
			...(counters === undefined ? {} : { counters }),
			...(this.asking === undefined ? {} : { asks: this.asking.state() }),
		};
	}

	/** Until the returned function is called. */
	watch(watcher: EndpointWatcher): () => void {
		this.#watchers = [...this.#watchers, watcher];
		return () => {
			this.#watchers = this.#watchers.filter((other) => other !== watcher);
		};
	}

	changed(): void {
		this.context.changes.endpoint(this);
	}

	ratesChanged(): void {
		this.changed();
	}

	/** Announces a run to the capture, before its first event. */
	introduce(): void {
		const { id, config } = this;
		this.tally.reset(config);
		this.asking = undefined;
		this.warning = undefined;
		this.#handle = this.context.sink.addEndpoint({
			id,
			name: config.name,
			kind: config.kind,
			config: withoutSecrets(config),
		});
	}

	/** `says`: the sentence that the text is, or contains. */
	endpointEvent(kind: 'listening' | 'error' | 'note', text: string, says?: Sentence): void {
		this.#count();
		this.context.sink.endpointEvent(this.#handle, kind, text, says);
		this.changed();
	}

	/** Records an error as the endpoint's own event. */
	errorEvent(error: WirebenchError): void {
		this.endpointEvent('error', errorText(error), error.details.says);
	}

	/** Reports something that works, but perhaps not as intended: in the log, and in the state until it is dismissed. */
	warn(warning: EndpointWarning): void {
		this.warning = warning;
		this.endpointEvent('note', `${warning.message} ${warning.hint}`);
	}

	/** Counts datagrams that the system discarded. */
	missed(count: number, text: string): void {
		this.#count();
		this.context.sink.missed(this.#handle, count, text);
		this.changed();
	}

	opened(live: LiveConnection & ConnectionCounters, connection: Omit<CaptureConnection, 'id' | 'endpoint'>): void {
		this.connections++;
		this.#count();
		this.context.connections.set(live.id, live);
		this.context.sink.open({ ...connection, id: live.id, endpoint: this.#handle });
		this.#touch(live);
		for (const watcher of this.#watchers) watcher.opened(live.id);
	}

	closed(connection: ConnectionCounters): void {
		this.left(connection);
		this.context.closings.get(connection.id)?.();
		this.context.sendings.connectionClosed(connection.id);
		for (const watcher of this.#watchers) watcher.ended(connection.id);
	}

	/** A connection ends, but continues as another one for its users. */
	left(connection: ConnectionCounters): void {
		this.connections--;
		this.#count();
		this.context.connections.delete(connection.id);
		const text = eventTexts.closedAfter({ received: connection.bytesIn, sent: connection.bytesOut });
		this.context.sink.connectionEvent(connection.id, 'close', 'none', text);
		this.#touch(connection);
		connection.changedIn = 0;
	}

	received(connection: ConnectionCounters, bytes: Uint8Array): void {
		this.#count();
		connection.bytesIn += bytes.length;
		this.bytesIn += bytes.length;
		this.context.sink.data(connection.id, 'in', bytes, false);
		this.#touch(connection);
		for (const watcher of this.#watchers) watcher.received(connection.id, bytes);
	}

	sent(connection: ConnectionCounters, bytes: Uint8Array, mirrored: boolean): void {
		this.#count();
		connection.bytesOut += bytes.length;
		this.bytesOut += bytes.length;
		this.context.sink.data(connection.id, 'out', bytes, mirrored);
		this.#touch(connection);
	}

	connectionEvent(
		connection: ConnectionCounters,
		kind: 'end' | 'reset' | 'error' | 'note',
		direction: Direction,
		text: string,
		says?: Sentence,
	): void {
		this.#count();
		this.context.sink.connectionEvent(connection.id, kind, direction, text, says);
		this.#touch(connection);
		const failed = kind === 'error' || (kind === 'reset' && direction === 'in');
		const ended = kind === 'end' && direction === 'in';
		for (const watcher of this.#watchers) {
			if (failed) watcher.failed(connection.id, { message: text, says });
			else if (ended) watcher.ended(connection.id);
		}
	}

	/** Counts an event; the meter's first reading is from before it. */
	#count(): void {
		if (!this.metered) {
			const { bytesIn, bytesOut, events } = this;
			this.context.rates.watch(this, { bytesIn, bytesOut, events });
		}
		this.events++;
	}

	#touch(connection: Tracked<number>): void {
		const { changes } = this.context;
		changes.endpoint(this);
		changes.connection(connection);
	}
}
