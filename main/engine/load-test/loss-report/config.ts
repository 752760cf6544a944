import type { Numbering } from '../../../../common/contract/config/numbering.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { engineError } from '../../sentences/engine-error.ts';

/** The numbered messages that an endpoint matches; undefined for none. */
export function ledgerOf(config: EndpointConfig): Numbering | undefined {
	return 'ledger' in config ? config.ledger : undefined;
}

/** The config with another numbering. Fails with `wrong-state` for a proxy, which only forwards. */
export function withLedger(config: EndpointConfig, ledger: Numbering | undefined): EndpointConfig {
	if ('faults' in config) {
		throw engineError('wrong-state', 'ledgerOfProxy', { name: config.name });
	}
	const { ledger: _before, ...rest } = config;
	return ledger === undefined ? rest : { ...rest, ledger };
}
