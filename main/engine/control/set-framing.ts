import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import { compileFraming, describeFraming } from '../../../common/framing/index.ts';
import { compileStreamFraming } from '../core/behaviour.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';

/**
 * Cuts the streams of an endpoint differently from here on; what has come of a message begins the first one that is cut
 * the new way. Throws `bad-input` for what does not compile and `wrong-state` for datagrams.
 */
export function setFraming(record: EndpointRecord, { framing, framingOut }: StreamFraming): void {
	const { config, runner } = record;
	if (!('framing' in config)) {
		throw new WirebenchError('wrong-state', `${config.name} has datagrams: each is a message by itself.`);
	}
	const createFramer = compileStreamFraming({ framing, framingOut });
	record.behaviour = { ...record.behaviour, createFramer };
	const { framingOut: _before, ...rest } = config;
	record.config = { ...rest, framing, ...(framingOut === undefined ? {} : { framingOut }) };
	record.changed();
	if (runner === undefined) return;
	record.endpointEvent('note', `From here on a message is ${describeFraming(framing)}.`);
	runner.cutWith?.(createFramer, compileFraming(framingOut ?? framing));
}
