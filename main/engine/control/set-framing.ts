import type { StreamFraming } from '../../../common/contract/config/framing.ts';
import { compileFraming, describeFraming } from '../../../common/framing/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { compileStreamFraming } from '../core/behaviour.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { engineError } from '../sentences/engine-error.ts';

/**
 * Replaces the framing of an endpoint's streams; the received part of a message starts the first one with the new
 * framing. Throws `bad-input` for an invalid framing and `wrong-state` for datagrams.
 */
export function setFraming(record: EndpointRecord, { framing, framingOut }: StreamFraming): void {
	const { config, runner } = record;
	if (!('framing' in config)) {
		throw engineError('wrong-state', 'ownDatagrams', { name: config.name });
	}
	const charset = charsetOf(config);
	const createFramer = compileStreamFraming({ framing, framingOut }, charset);
	record.behaviour = { ...record.behaviour, createFramer };
	const { framingOut: _before, ...rest } = config;
	record.config = { ...rest, framing, ...(framingOut === undefined ? {} : { framingOut }) };
	record.changed();
	if (runner === undefined) return;
	record.endpointEvent('note', noteTexts.framingChanged({ framing: describeFraming(framing) }));
	runner.cutWith?.(createFramer, compileFraming(framingOut ?? framing, 'framing', charset));
}
