import { useDeferredValue, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { destinationOf, isDatagram, traitsOf } from '../../../common/endpoints/index.ts';
import { charsetNamed, encodeWritten } from '../../../common/payload/index.ts';
import { type Address, readAddress } from '../../app/shared/address/address.ts';
import { parseDestination } from '../../app/shared/address/destination.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { learnEnvironment, useNames } from '../../app/state/templates/names.ts';
import { words } from '../../words/index.ts';
import type { ReadDraft } from './draft/drafts.ts';
import { environmentOf } from './draft/environment.ts';
import { type Around, type Filled, fillIn, type Unencoded, useNextRandom } from './template-preview.ts';
import { type Places, readiness, type Target } from './to/targets.ts';

/** The bytes of a draft, or its fault. */
export type Encoded =
	| { readonly ok: true; readonly bytes: Uint8Array; readonly filled?: Extract<Filled, { ok: true }> }
	| Unencoded;

export function encodeDraft(draft: ReadDraft, around: Around): Encoded {
	const { format, text, lineEnding, checksum, charset, template } = draft;
	if (template) {
		const filled = fillIn(draft, around);
		return filled.ok ? { ok: true, bytes: filled.bytes, filled } : filled;
	}
	const encoded = encodeWritten({ format, text }, lineEnding, checksum, charsetNamed(charset));
	if (!encoded.ok || encoded.bytes.byteLength <= LIMITS.payloadBytes) return encoded;
	return {
		ok: false,
		message: words().composer.tooLong(formatBytes(encoded.bytes.byteLength)),
		position: text.length,
	};
}

/** Longer texts are encoded with low priority, so that typing stays smooth. */
const AT_ONCE_CHARS = 20_000;

/** What templates to the target show of the world around them. */
export function useAround(target: Target | undefined): Around {
	const names = useNames();
	const random = useNextRandom(({ bytes }) => bytes);
	// Each change of the endpoint brings other objects with the same counts.
	const counts = useWorkbench(
		useShallow(({ endpoints }) => endpoints.get(target?.endpoint ?? '')?.counters ?? NO_COUNTS),
	);
	return useMemo(() => ({ names, random, counts }), [names, random, counts]);
}

const NO_COUNTS = {};

/** The bytes of a draft while typing. */
export function useEncoded(draft: ReadDraft, around: Around): Encoded {
	const later = useDeferredValue(draft);
	const read = draft.text.length > AT_ONCE_CHARS ? later : draft;
	const wanted = useMemo(() => environmentOf(read).join(' '), [read]);
	useEffect(() => learnEnvironment(wanted.split(' ').filter(Boolean)), [wanted]);
	return useMemo(() => encodeDraft(read, around), [read, around]);
}

/** The state of a destination. */
export interface Place {
	/** Why nothing can be sent there now. */
	readonly why: string | undefined;
	/** The endpoint that must be started. */
	readonly start: string | undefined;
	/** An empty message is allowed: an empty datagram. */
	readonly datagrams: boolean;
	/** Destination of a datagram, when not the socket's configured remote. */
	readonly host: string | undefined;
	readonly port: number | undefined;
	/** The same for a Unix datagram. */
	readonly path: string | undefined;
	/** The address that an endpoint is opened for, where one was typed as the target. */
	readonly address: Address | undefined;
}

const NOWHERE = { start: undefined, host: undefined, port: undefined, path: undefined, address: undefined };

/** The obstacle to sending to a typed address. */
export function placeOfAddress(typed: string): Place {
	const text = words().targets;
	const reading = readAddress(typed);
	if (!reading.ok) return { ...NOWHERE, why: text.toFault(reading.message), datagrams: false };
	const { addresses } = reading;
	const [address] = addresses;
	if (addresses.length > 1) {
		const forms = addresses.map((one) => one.text).join(text.or);
		return { ...NOWHERE, why: text.toForms(forms), datagrams: false };
	}
	return { ...NOWHERE, why: undefined, datagrams: isDatagram(address.config.kind), address };
}

/** The obstacle to sending to the target, with the typed destination for a UDP socket. */
export function placeOf(workbench: Places, target: Target | undefined, to: string): Place {
	const ready = readiness(target, workbench);
	const config = target === undefined ? undefined : workbench.endpoints.get(target.endpoint)?.config;
	const place = {
		...NOWHERE,
		why: ready.ready ? undefined : ready.why,
		start: ready.ready ? undefined : ready.start,
		datagrams: config !== undefined && isDatagram(config.kind),
	};
	if (!ready.ready || config === undefined || target?.connection !== undefined) return place;
	const text = words().targets;
	const { role, protocol } = traitsOf(config.kind);
	if (role !== 'socket' || (to.trim() === '' && destinationOf(config) !== undefined)) return place;
	if (protocol === 'unix') {
		const path = to.trim();
		return path === '' ? { ...place, why: text.destinationPath } : { ...place, path };
	}
	const parsed = parseDestination(to);
	return parsed.ok ? { ...place, ...parsed.destination } : { ...place, why: text.destinationFault(parsed.message) };
}

/** `typed`: the address in place of a target; undefined for none. */
export function usePlace(target: Target | undefined, to: string, typed: string | undefined): Place {
	const ofTarget = useWorkbench(useShallow((workbench) => placeOf(workbench, target, to)));
	return typed === undefined ? ofTarget : placeOfAddress(typed);
}
