import type { ProxyFaults } from '../../../common/contract/config/proxy.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import type { LiveConnection } from '../core/context.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { assertPossible } from '../proxy/possible-faults.ts';
import { engineError } from '../sentences/engine-error.ts';

/** Replaces the faults of a proxy. Throws `wrong-state` for other kinds, `not-found` for a connection that is not its own. */
export function setFaults(
	record: EndpointRecord,
	connection: LiveConnection | undefined,
	faults: ProxyFaults | undefined,
): void {
	const { config, runner, id } = record;
	if (!('faults' in config)) throw engineError('wrong-state', 'noProxy', { name: config.name });
	if (connection !== undefined) {
		if (connection.endpoint !== id) {
			throw engineError('not-found', 'notItsConnection', { name: config.name, id: connection.id });
		}
		assertPossible(config.kind, faults);
		runner?.setFaults?.(faults, connection.id);
		return;
	}
	assertPossible(config.kind, faults);
	const all = faults ?? { toTarget: {}, toClient: {} };
	record.config = { ...config, faults: all };
	record.changed();
	if (runner === undefined) return;
	record.endpointEvent('note', noteTexts.faultsChanged({ faults: describeProxyFaults(all) }));
	runner.setFaults?.(all);
}
