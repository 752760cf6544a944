import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { tlsClientSchema } from '../../../common/contract/config/tls.ts';
import {
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
} from '../../../common/endpoints/index.ts';
import { presets } from '../../../common/presets/index.ts';
import { besideAll, nameToward } from '../../app/shared/free.ts';
import { isProxy } from '../../app/shared/kinds.ts';
import { isTargetOf, type Target } from '../../app/shared/targets.ts';

/** One thing to make, as the gallery lists it. */
export interface Offer {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly group: string;
	/** Written for a person to change: names and ports are not yet fitted to what there is. */
	readonly config: EndpointConfigInput;
	/** Has no purpose of its own yet: its name, port and target are ours to choose. */
	readonly blank: boolean;
}

const BLANK = 'Blank';

const blanks: readonly Offer[] = [
	{
		id: 'tcp-server',
		title: 'TCP server',
		summary: 'Listens, and answers by rules that you set. Without rules it only reads.',
		group: BLANK,
		blank: true,
		config: { kind: 'tcp-server', name: 'server', host: '127.0.0.1', port: 9000 },
	},
	{
		id: 'tcp-client',
		title: 'TCP client',
		summary: 'Connects to a server, to send by hand or answer by rules.',
		group: BLANK,
		blank: true,
		config: { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9000 },
	},
	{
		id: 'unix-server',
		title: 'Unix server',
		summary: 'Listens on a path of this machine, and answers by rules that you set.',
		group: BLANK,
		blank: true,
		config: { kind: 'unix-server', name: 'unix-server', path: '/tmp/wirebench.sock' },
	},
	{
		id: 'unix-client',
		title: 'Unix client',
		summary: 'Connects to a path of this machine, such as that of a database or a container service.',
		group: BLANK,
		blank: true,
		config: { kind: 'unix-client', name: 'unix-client', path: '/tmp/wirebench.sock' },
	},
	{
		id: 'unix-datagram',
		title: 'Unix datagram socket',
		summary: 'Sends and receives datagrams by paths of this machine.',
		group: BLANK,
		blank: true,
		config: { kind: 'unix-datagram', name: 'unix-datagram', path: '/tmp/wirebench-datagrams.sock' },
	},
	{
		id: 'udp',
		title: 'UDP socket',
		summary: 'Sends and receives datagrams, as a server or as a client.',
		group: BLANK,
		blank: true,
		config: { kind: 'udp', name: 'udp', host: '127.0.0.1', port: 0 },
	},
];

/** Everything that can be made, in the order of the gallery. */
export const offers: readonly Offer[] = [...blanks, ...presets.map((preset) => ({ ...preset, blank: false }))];

/** The offers that have every word of the query somewhere; those whose name begins with it come first. */
export function findOffers(query: string): readonly Offer[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return offers;
	const wanted = words.join(' ');
	const found = offers.filter((offer) => {
		const text = `${offer.id} ${offer.title} ${offer.group} ${offer.summary}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
	const rank = ({ id, title }: Offer) => {
		if (id.startsWith(wanted) || title.toLowerCase().startsWith(wanted)) return 0;
		return `${id} ${title.toLowerCase()}`.includes(wanted) ? 1 : 2;
	};
	return found.toSorted((a, b) => rank(a) - rank(b));
}

/** The config that a form starts with: a likely target for what is blank, and a name, a port and a path that no endpoint has. */
export function startingConfig(
	offer: Offer,
	endpoints: readonly EndpointState[],
	targets: readonly Target[],
): EndpointConfig {
	const config = endpointConfigSchema.parse(offer.config);
	const takes = offer.blank || isProxy(config.kind);
	const target = takes ? targets.find((candidate) => isTargetOf(candidate, config.kind)) : undefined;
	return besideAll(target === undefined ? config : toward(config, target), endpoints);
}

/** The config with what it sends to; a client is called by that. */
function toward(config: EndpointConfig, { name, host, port, path, secure }: Target): EndpointConfig {
	switch (config.kind) {
		case 'tcp-client':
			return { ...config, name: nameToward(name), host, port, ...(secure ? { tls: tlsClientSchema.parse({}) } : {}) };
		case 'unix-client':
			return { ...config, name: nameToward(name), path: path ?? config.path };
		case 'unix-datagram':
			return path === undefined ? config : { ...config, path: undefined, remote: path };
		case 'udp':
			return { ...config, remote: { host, port } };
		case 'tcp-proxy':
		case 'udp-proxy':
			return { ...config, target: { host, port } };
		default:
			return config;
	}
}
