import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { type ConfigOf, ENDPOINT_KINDS, type EndpointKind } from '../../../common/endpoints/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import type { Runner } from '../core/runner.ts';
import { ENGINE_KINDS } from './table.ts';

/** As `EngineKind.createRunner`, of the config's kind. */
export function createRunner<K extends EndpointKind>(
	record: EndpointRecord,
	config: ConfigOf<K>,
	onEnded: (error?: WirebenchError) => void,
): Runner {
	return ENGINE_KINDS[config.kind].createRunner(record, config, onEnded);
}

/** As `EngineKind.explain`, of the config's kind. */
export function explainFailure<K extends EndpointKind>(
	thrown: unknown,
	config: ConfigOf<K>,
	record: EndpointRecord,
): Promise<WirebenchError> {
	return ENGINE_KINDS[config.kind].explain(thrown, config, record);
}

/** As `EngineKind.check`, of the config's kind. */
export function checkConfig<K extends EndpointKind>(config: ConfigOf<K>): void {
	ENGINE_KINDS[config.kind].check?.(config);
}

/** The kinds of endpoint that this machine does not support, and why. */
export function unavailableKinds(): { readonly kind: EndpointKind; readonly reason: string }[] {
	return ENDPOINT_KINDS.flatMap((kind) => {
		const reason = ENGINE_KINDS[kind].missing?.();
		return reason === undefined ? [] : [{ kind, reason }];
	});
}
