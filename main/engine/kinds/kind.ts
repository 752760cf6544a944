import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConfigOf, EndpointKind } from '../../../common/endpoints/index.ts';
import type { EngineContext } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';

/** What the engine knows of a kind: its sockets and their failures. */
export interface EngineKind<K extends EndpointKind> {
	/** The sockets of one run. `onEnded` is called if they close by themselves, with the reason if that is a failure. */
	createRunner(record: EndpointRecord, config: ConfigOf<K>, onEnded: (error?: WirebenchError) => void): Runner;
	/** What is wrong where a run could not open, with what was attempted and, as far as the system says, why. */
	explain(thrown: unknown, config: ConfigOf<K>, context: EngineContext): Promise<WirebenchError>;
	/** Throws `bad-input`, with path and position, for what only shows when the config is compiled; left out: nothing does. */
	check?(config: ConfigOf<K>): void;
	/** Why this machine cannot have the kind; undefined where it can. */
	missing?(): string | undefined;
}
