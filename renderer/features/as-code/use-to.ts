import { useState } from 'react';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { destinationOf, type EndpointConfig, type Place, traitsOf } from '../../../common/endpoints/index.ts';
import { type AddressReading, readAddress } from '../../app/shared/address/address.ts';
import { destinationText } from '../../app/shared/address/destination.ts';
import { targetAt } from '../../app/shared/targets.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import type { CodeSource } from '../../app/state/window/dialogs.ts';

/** Where a payload goes when nothing is chosen: the place of the command line too. */
const ELSEWHERE = 'tcp://127.0.0.1:9000';

/** Where a payload goes. */
export interface To {
	/** As it was typed. */
	readonly text: string;
	readonly error: string | undefined;
	/** The client that sends there; while the text cannot be read, that of the last one that could. */
	readonly client: EndpointConfig;
	readonly set: (text: string) => void;
}

/** What sends to an address; one without a scheme is of TCP. */
function clientOf(reading: AddressReading): EndpointConfig | undefined {
	if (!reading.ok) return undefined;
	const [first, ...others] = reading.addresses;
	return (others.find(({ config }) => config.kind === 'tcp-client') ?? first).config;
}

/** Where an endpoint itself can be sent to. */
function ownPlace(state: EndpointState): Place | undefined {
	const [own] = targetAt(state);
	if (own?.path !== undefined) return { path: own.path };
	return own && { host: own.host, port: own.port };
}

/** The address of what the composer sends to: the server of a client, or the endpoint itself. */
function addressOf(target: string | undefined): string {
	const state = useWorkbench.getState().endpoints.get(target ?? '');
	if (state === undefined) return ELSEWHERE;
	const { config } = state;
	const place = destinationOf(config) ?? ownPlace(state);
	if (place === undefined) return ELSEWHERE;
	const { protocol, transport } = traitsOf(config.kind);
	if ('path' in place) return `${transport === 'stream' ? 'unix' : 'unixgram'}:${place.path}`;
	const scheme = 'tls' in config && config.tls !== undefined ? 'tls' : protocol;
	return `${scheme}://${destinationText(place)}`;
}

/** Where the payload of a source is sent, which a person can change. */
export function useTo(source: CodeSource): To {
	const [text, setText] = useState(() => addressOf(source.of === 'payload' ? source.target : undefined));
	const reading = readAddress(text);
	const [client, setClient] = useState(() => clientOf(reading) ?? clientOf(readAddress(ELSEWHERE)));
	if (client === undefined) throw new TypeError(`${ELSEWHERE} is no address.`);
	return {
		text,
		error: reading.ok ? undefined : reading.message,
		client,
		set: (next) => {
			setText(next);
			setClient((before) => clientOf(readAddress(next)) ?? before);
		},
	};
}
