import { compileFraming } from '../../../common/framing/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';
import { checkConfig } from '../kinds/index.ts';

/**
 * Replaces the charset of an endpoint's text: boundaries, rules and replies are compiled again, and are used from the
 * next bytes on. A request list that is being sent keeps its bytes. Left out: UTF-8. Throws `bad-input`, with path and
 * position, where the charset lacks a character of a rule or a delimiter; then nothing changes.
 */
export function setCharset(record: EndpointRecord, charset: string | undefined): void {
	const { charset: _before, ...rest } = record.config;
	const config = charset === undefined ? rest : { ...rest, charset };
	if (charsetOf(config) === charsetOf(record.config)) {
		record.config = config;
		record.changed();
		return;
	}
	checkConfig(config);
	const behaviour = record.compile(config);
	record.config = config;
	record.behaviour = behaviour;
	record.changed();
	const { runner } = record;
	if (runner === undefined) return;
	record.endpointEvent('note', eventTexts.charsetChanged({ charset: charset ?? 'utf-8' }));
	runner.recode?.();
	if (!('framing' in config)) return;
	const { framing, framingOut = framing } = config;
	runner.cutWith?.(behaviour.createFramer, compileFraming(framingOut, 'framing', charsetOf(config)));
}
