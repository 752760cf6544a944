import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { type EndpointConfig, isClient } from '../../../common/endpoints/index.ts';
import type { Engine } from '../../engine/core/types.ts';

/** The endpoints that ran when the last process ended, and have not been started or removed since. */
export class WhatRan {
	readonly #engine: Engine;
	#offered: readonly string[];
	#left = false;

	constructor(engine: Engine, ids: readonly string[]) {
		this.#engine = engine;
		this.#offered = ids;
		this.look();
	}

	get offered(): readonly string[] {
		return this.#offered;
	}

	/** The configs of the endpoints that are offered. */
	get configs(): readonly EndpointConfig[] {
		return this.#offered.flatMap((id) => this.#engine.endpoint(id)?.config ?? []);
	}

	/** To be called after anything that may have started or removed an endpoint. */
	look(): void {
		this.#offered = this.#offered.filter((id) => {
			const endpoint = this.#engine.endpoint(id);
			return endpoint !== undefined && isIdle(endpoint);
		});
	}

	forget(): void {
		this.#offered = [];
	}

	/** The workspace is left: a start that goes on starts no further endpoint, as one of the same id is another one. */
	leave(): void {
		this.#left = true;
	}

	/** What the next process offers: the endpoints that run now, and those still offered. */
	next(): readonly string[] {
		const running = this.#engine.lasting().filter(({ status }) => status === 'open' || status === 'starting');
		return [...new Set([...running.map(({ id }) => id), ...this.#offered])];
	}

	/** Starts them, servers first. Each endpoint keeps its own error. */
	async start(): Promise<{ started: number; failed: number }> {
		const { clients = [], others = [] } = Object.groupBy(this.#offered, (id) => {
			const kind = this.#engine.endpoint(id)?.config.kind;
			return kind !== undefined && isClient(kind) ? 'clients' : 'others';
		});
		this.forget();
		const results: boolean[] = [];
		for (const ids of [others, clients]) {
			if (!this.#left) results.push(...(await Promise.all(ids.map((id) => this.#start(id)))));
		}
		const started = results.filter((success) => success).length;
		return { started, failed: results.length - started };
	}

	async #start(id: string): Promise<boolean> {
		try {
			await this.#engine.start(id);
			return true;
		} catch (error) {
			if (!(error instanceof WirebenchError)) throw error;
			return false;
		}
	}
}
