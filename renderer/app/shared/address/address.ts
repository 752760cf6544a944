import { LIMITS } from '../../../../common/contract/base/limits.ts';
import {
	configuredAddress,
	destinationOf,
	type EndpointConfig,
	endpointConfigSchema,
	kindFor,
	type Place,
	SCHEMES,
	udpSender,
} from '../../../../common/endpoints/index.ts';
import { words } from '../../../words/index.ts';
import { destinationText, parseDestination } from './destination.ts';

/** An address that a person typed as a target, and the endpoint that sends to it. */
export interface Address {
	/** Its normal form: `udp 192.0.2.1:9`, `unix /tmp/x.sock`. */
	readonly text: string;
	/** Valid, and not created yet. Its name is that of the place. */
	readonly config: EndpointConfig;
}

/** The addresses that a text can mean: a place without a scheme has several. Or why it is none. */
export type AddressReading =
	| { readonly ok: true; readonly addresses: readonly [Address, ...Address[]] }
	| { readonly ok: false; readonly message: string };

/** TCP with TLS. */
const TLS = 'tls';
const NAMES = [...SCHEMES.map(({ name }) => name), TLS];
const WRITTEN = new RegExp(`^(${NAMES.join('|')})(?::(?://)?|\\s+|$)(.*)$`, 'is');
/** A path of a Unix socket, or an abstract name. */
const PATH = /^(?:[/@]|\.\.?\/)/;

const no = (message: string): AddressReading => ({ ok: false, message });

/** Whether a text begins as an address does: its faults are then those of an address, not of a search for a target. */
export function beginsAsAddress(text: string): boolean {
	const whole = text.trim();
	return WRITTEN.test(whole) || PATH.test(whole) || parseDestination(whole).ok;
}

/**
 * Reads `udp HOST:PORT`, `udp://HOST:PORT`, the same with tcp and tls, `unix PATH` and `unixgram PATH` for Unix streams
 * and datagrams. IPv6 is in brackets, with its zone in them: `udp [fe80::1%eth0]:9`. A port may stand behind a blank.
 */
export function readAddress(text: string): AddressReading {
	const whole = text.trim();
	const [, scheme, rest] = WRITTEN.exec(whole) ?? [];
	if (scheme !== undefined) return readPlace([scheme.toLowerCase()], (rest ?? '').trim());
	if (PATH.test(whole)) return readPlace(pathSchemes(), whole);
	return parseDestination(whole).ok ? readPlace(['udp', 'tcp'], whole) : no(words().targets.form);
}

function pathSchemes(): string[] {
	return SCHEMES.filter(({ place }) => place === 'path').map(({ name }) => name);
}

function readPlace(schemes: readonly string[], written: string): AddressReading {
	const byPath = pathSchemes();
	const addresses: Address[] = [];
	for (const scheme of schemes) {
		const place = byPath.includes(scheme) ? { path: written } : parseDestination(written.replace(/\/$/, ''));
		if ('ok' in place && !place.ok) return no(place.message);
		const found = addressOf(scheme, 'ok' in place ? place.destination : place);
		if ('ok' in found) return found;
		addresses.push(found);
	}
	const [first, ...others] = addresses;
	return first === undefined ? no(words().targets.form) : { ok: true, addresses: [first, ...others] };
}

function addressOf(scheme: string, place: Place): Address | Extract<AddressReading, { ok: false }> {
	const written = 'path' in place ? place.path : destinationText(place);
	const name = written.slice(0, LIMITS.nameChars) || scheme;
	const config = endpointConfigSchema.safeParse(clientConfig(scheme, place, name));
	if (config.success) return { text: `${scheme} ${written}`, config: config.data };
	return { ok: false, message: config.error.issues[0]?.message ?? words().targets.form };
}

function clientConfig(scheme: string, place: Place, name: string): unknown {
	const kind = kindFor('send', scheme === TLS ? 'tcp' : scheme);
	if (kind === 'unix-datagram') return { kind, name, remote: 'path' in place ? place.path : '' };
	if (kind !== 'udp' || !('host' in place)) return { kind, name, ...place, ...(scheme === TLS ? { tls: {} } : {}) };
	return udpSender(name, { host: place.host, port: place.port });
}

/** Whether an endpoint sends to the same place in the same way, so that no other is needed. */
export function sendsTo(config: EndpointConfig, { config: wanted }: Address): boolean {
	if (config.kind !== wanted.kind || secure(config) !== secure(wanted)) return false;
	const [one, other] = [destinationOf(config), destinationOf(wanted)];
	if (one === undefined || other === undefined) return false;
	if (config.kind === 'udp' && configuredAddress(config).port !== 0) return false;
	return 'path' in one
		? 'path' in other && one.path === other.path
		: 'host' in other && one.host.toLowerCase() === other.host.toLowerCase() && one.port === other.port;
}

function secure(config: EndpointConfig): boolean {
	return 'tls' in config && config.tls !== undefined;
}
