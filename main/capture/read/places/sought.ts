import type { SoughtRequest } from '../../../../common/contract/calls/find.ts';
import { FilterError, type KnownProtocols } from '../../../../common/filter/index.ts';
import { readFilter, type Sought, soughtBytes, soughtIn } from '../../../../common/filter/run.ts';

/** The last filter, compiled: rows are queried again and again with the same. */
let last: { readonly filter: string; readonly known: KnownProtocols; readonly sought: Sought | undefined } | undefined;

/** What is to be found in content; undefined where that is nothing. Throws `bad-input` for an invalid filter. */
export function soughtOf(request: SoughtRequest, known: KnownProtocols): Sought | undefined {
	if (typeof request !== 'string') {
		return request.bytes.length === 0 ? undefined : soughtBytes(request.bytes, request.anyCase);
	}
	if (last?.filter !== request || last.known !== known)
		last = { filter: request, known, sought: compiled(request, known) };
	return last.sought;
}

function compiled(filter: string, known: KnownProtocols): Sought | undefined {
	try {
		return soughtIn(readFilter(filter, known));
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError('sought') : error;
	}
}
