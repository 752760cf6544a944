import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import type { Place } from '../../../../common/endpoints/index.ts';
import { freeName } from '../../../app/shared/free.ts';
import { type Named, nameOf } from '../../../app/shared/names.ts';
import { secureEndpointAt } from '../../../app/shared/targets.ts';
import { placeOf, portOf } from '../draft/parts.ts';
import type { EndpointDraft } from '../kinds/index.tsx';

/** Where what is written sends to; undefined while that is incomplete. */
export function destinationOfDraft(draft: EndpointDraft): Place | undefined {
	switch (draft.kind) {
		case 'tcp-client':
			return placeOf(draft.host, draft.port);
		case 'tcp-proxy':
		case 'udp-proxy':
			return placeOf(draft.proxy.targetHost, draft.proxy.targetPort);
		case 'unix-client':
			return draft.path.trim() === '' ? undefined : { path: draft.path.trim() };
		case 'udp':
			return placeOf(draft.remoteHost, draft.remotePort);
		case 'unix-datagram':
			return draft.remotePath.trim() === '' ? undefined : { path: draft.remotePath.trim() };
		case 'tcp-server':
		case 'unix-server':
			return undefined;
	}
}

function namedByDraft(draft: EndpointDraft): Named {
	const path = 'path' in draft ? draft.path.trim() : '';
	return {
		kind: draft.kind,
		port: 'port' in draft ? portOf(draft.port) : undefined,
		path: path === '' ? undefined : path,
		to: destinationOfDraft(draft),
	};
}

/** The name that the draft gets until a person chooses one, beside the `others`. */
export function namedAnew(draft: EndpointDraft, others: readonly EndpointState[]): EndpointDraft {
	const name = freeName(nameOf(namedByDraft(draft), others), new Set(others.map(({ config }) => config.name)));
	return { ...draft, name };
}

/** Whether the draft uses TLS towards where it sends to; undefined where its kind cannot. */
export function encryptsToward(draft: EndpointDraft): boolean | undefined {
	if (draft.kind === 'tcp-client') return draft.tls.on;
	return draft.kind === 'tcp-proxy' ? draft.proxyTls.targetTls : undefined;
}

/** The draft with TLS towards where it sends to switched on or off. */
export function withEncryption(draft: EndpointDraft, on: boolean): EndpointDraft {
	if (draft.kind === 'tcp-client') return { ...draft, tls: { ...draft.tls, on } };
	return draft.kind === 'tcp-proxy' ? { ...draft, proxyTls: { ...draft.proxyTls, targetTls: on } } : draft;
}

/** The endpoint of ours that what is written sends to, if it requires TLS. */
export function secureTarget(draft: EndpointDraft, others: Iterable<EndpointState>): EndpointState | undefined {
	return secureEndpointAt(destinationOfDraft(draft), others);
}
