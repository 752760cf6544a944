import type { CaptureSink } from '../../common/capture/event.ts';
import type { ErrorInfo } from '../../common/contract/base/errors.ts';
import type { EndpointConfig } from '../../common/endpoints/index.ts';
import type { Variables } from '../../common/payload/saved.ts';
import type { Programs } from '../../common/structure/index.ts';
import type { CaptureCounters } from '../capture/types.ts';
import type { Engine } from '../engine/core/types.ts';
import { createEngine, PROCESS_NAMES, type TemplateNames } from '../engine/index.ts';

/** The events of a run: those that happened, those of them that are kept, and those that were lost. */
export type EventCounters = Pick<CaptureCounters, 'received' | 'stored' | 'dropped'>;

/** An engine without the contract, a transport or a screen. */
export interface EngineRun<Counters extends EventCounters = EventCounters> {
	readonly engine: Engine;
	/** Stops every endpoint, then stores the rest and closes the capture. */
	close(): Promise<void>;
	/** The same; a full disk is no rejection but `error`, with the final counters. */
	finish(): Promise<{ counters: Counters; error: ErrorInfo | undefined }>;
}

export interface EngineSettings {
	/** Folder of Wirebench's certificate authority. Default: none. */
	readonly tlsFolder?: string | undefined;
	/** Values for `{{var NAME}}` in templates. Default: none. */
	readonly variables?: (() => Variables) | undefined;
	/** The structures that rules and tests can name. Default: none. */
	readonly structures?: Programs | undefined;
	/** Folder in which relative paths of configs begin. Default: the working directory. */
	readonly pathFolder?: string | undefined;
	/** The variables of the environment that templates can name. Default: those of the process. */
	readonly environment?: TemplateNames['environment'] | undefined;
	/** Throws where an endpoint may not start with this config. Default: each may. */
	readonly mayStart?: ((config: EndpointConfig) => void) | undefined;
}

/** The engine that reports its events to the sink. */
export function engineOver(
	sink: CaptureSink,
	{ tlsFolder, pathFolder, mayStart, structures, ...names }: EngineSettings,
): Engine {
	const { variables = PROCESS_NAMES.variables, environment = PROCESS_NAMES.environment } = names;
	return createEngine({ sink, tlsFolder, folder: pathFolder, names: { variables, environment }, structures, mayStart });
}
