import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ConfigOf, EndpointKind } from '../../../common/endpoints/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';

/** The engine's part of a kind: its sockets and their failures. */
export interface EngineKind<K extends EndpointKind> {
	/** Creates the sockets of one run; `config` is the record's, with the paths that those in it mean. `onEnded` is called if they close by themselves, with the error if there was one. */
	createRunner(record: EndpointRecord, config: ConfigOf<K>, onEnded: (error?: WirebenchError) => void): Runner;
	/** The error of a failed open, with the operation and, as far as the system reports it, the cause. */
	explain(thrown: unknown, config: ConfigOf<K>, record: EndpointRecord): Promise<WirebenchError>;
	/** Throws `bad-input`, with path and position, for faults that only compiling reveals; left out: there are none. */
	check?(config: ConfigOf<K>): void;
	/** Why this machine does not support the kind; undefined where it does. */
	missing?(): string | undefined;
}
