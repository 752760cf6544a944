import type { EndpointKind } from '../../../common/endpoints/index.ts';
import { unixDatagramsMissing } from './native.ts';

/** The kinds of endpoint that this machine cannot have, and why. */
export function unavailableKinds(): { readonly kind: EndpointKind; readonly reason: string }[] {
	const reason = unixDatagramsMissing();
	return reason === undefined ? [] : [{ kind: 'unix-datagram', reason }];
}
