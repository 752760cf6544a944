import { onTestFinished } from 'vitest';
import type { CaptureSink } from '../../../common/capture/event.ts';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { type EndpointConfigInput, endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset, type PresetId } from '../../../common/presets/index.ts';
import type { EngineOptions } from '../core/context.ts';
import { createEngine, type Engine } from '../index.ts';
import { RecordingSink } from './recording-sink.fixture.ts';

export interface Started {
	readonly id: string;
	readonly local: SocketAddress;
	/** Host and port as arguments for a peer. */
	readonly args: [string, string];
}

/** An engine over a recording sink, closed after the test. */
export class TestBench {
	readonly sink = new RecordingSink();
	readonly engine: Engine;

	/** With another sink, `sink` stays empty. */
	constructor(options: Omit<EngineOptions, 'sink'> = {}, sink?: CaptureSink) {
		this.engine = createEngine({ sink: sink ?? this.sink, ...options });
		onTestFinished(() => this.engine.close());
	}

	create(config: EndpointConfigInput): EndpointState {
		return this.engine.create(endpointConfigSchema.parse(config));
	}

	async start(config: EndpointConfigInput): Promise<Started> {
		const { id } = this.create(config);
		const { local } = await this.engine.start(id);
		if (!local) throw new Error('A started endpoint has a local address.');
		return { id, local, args: [local.address, String(local.port)] };
	}

	/** A preset, on 127.0.0.1 and a port of the system's choice. */
	preset(id: PresetId): Promise<Started> {
		const preset = findPreset(id);
		const kind = preset?.config.kind;
		if (!preset || (kind !== 'tcp-server' && kind !== 'udp')) throw new Error(`${id} does not listen.`);
		return this.start(endpointConfigSchema.parse({ ...preset.config, host: '127.0.0.1', port: 0 }));
	}

	/** The only connection of an endpoint. */
	connection(endpoint: string): number {
		const all = this.engine.connections().filter((one) => one.endpoint === endpoint);
		const [only] = all;
		if (!only || all.length > 1) throw new Error(`${all.length} connections instead of one.`);
		return only.id;
	}
}
