import type { DecodeAs } from '../../../common/endpoints/index.ts';
import type { EndpointRecord } from '../core/endpoint-record.ts';

/** Replaces the protocols that payloads are decoded as, for those who read them: the endpoint itself does not. */
export function setDecodeAs(record: EndpointRecord, decodeAs: DecodeAs): void {
	const { decodeAs: _before, ...rest } = record.config;
	const isNone = decodeAs?.in === undefined && decodeAs?.out === undefined;
	record.config = isNone ? rest : { ...rest, decodeAs };
	record.changed();
}
