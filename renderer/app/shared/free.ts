import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { destinationOf, type EndpointConfig, isClient } from '../../../common/endpoints/index.ts';
import { isOwnName, nameFor } from './names.ts';

/** The text cut to `length` UTF-16 units, without a split character or a blank at its end. */
function cut(text: string, length: number): string {
	return text
		.slice(0, Math.max(0, length))
		.replace(/[\ud800-\udbff]$/, '')
		.trimEnd();
}

/** The name itself, or with the lowest number that makes it unique: `echo`, `echo 2`, `echo 3`. Never longer than a name may be. */
export function freeName(wanted: string, used: ReadonlySet<string>): string {
	const whole = cut(wanted, LIMITS.nameChars);
	if (!used.has(whole)) return whole;
	const stem = whole.replace(/ \d+$/, '');
	for (let number = 2; ; number++) {
		const end = ` ${number}`;
		const name = cut(stem, LIMITS.nameChars - end.length) + end;
		if (!used.has(name)) return name;
	}
}

const LAST_PORT = 65_535;
/** Lower ports need rights that most people do not have. */
const FIRST_PORT = 1024;

/** The ports of all endpoints but clients, of TCP and UDP alike, bound or configured. */
export function usedPorts(endpoints: Iterable<EndpointState>): Set<number> {
	const used = new Set<number>();
	for (const { config, local } of endpoints) {
		if (isClient(config.kind)) continue;
		if ('port' in config && config.port > 0) used.add(config.port);
		if (local !== undefined && local.port > 0) used.add(local.port);
	}
	return used;
}

/** The port itself, or the next one that is not used; 0 where the system chooses, or none is free. */
export function freePort(wanted: number, used: ReadonlySet<number>): number {
	if (wanted === 0) return 0;
	for (let port = wanted; port <= LAST_PORT; port++) if (!used.has(port)) return port;
	for (let port = Math.min(wanted, LAST_PORT) - 1; port >= FIRST_PORT; port--) if (!used.has(port)) return port;
	return 0;
}

/** The ports that an endpoint with this config must not have: those of all others, and its own target's. */
export function portsToAvoid(config: EndpointConfig, endpoints: Iterable<EndpointState>): Set<number> {
	const used = usedPorts(endpoints);
	const to = destinationOf(config);
	if (to !== undefined && 'port' in to) used.add(to.port);
	return used;
}

/** The path itself, or with the lowest number before its extension that no endpoint uses: `/tmp/a.sock`, `/tmp/a-2.sock`. */
export function freePath(wanted: string, endpoints: readonly EndpointState[]): string {
	const used = new Set(
		endpoints.flatMap(({ config, local }) =>
			'path' in config && !isClient(config.kind) ? [config.path, local?.path] : [],
		),
	);
	const [, stem = wanted, extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(wanted) ?? [];
	let path = wanted;
	for (let number = 2; used.has(path); number++) path = `${stem.replace(/-\d+$/, '')}-${number}${extension}`;
	return path;
}

/** The config under a name that no other endpoint has; one that follows what it names is made again. */
export function withFreeName<C extends EndpointConfig>(
	config: C,
	endpoints: readonly EndpointState[],
	follows: boolean,
): C {
	const wanted = follows ? nameFor(config, endpoints) : config.name;
	return { ...config, name: freeName(wanted, new Set(endpoints.map((endpoint) => endpoint.config.name))) };
}

/** The config with a unique name, port and path, so that it can run beside all existing endpoints. */
export function besideAll<C extends EndpointConfig>(config: C, endpoints: readonly EndpointState[]): C {
	const follows = !isOwnName(config, endpoints);
	return withFreeName(withFreePlace(config, endpoints), endpoints, follows);
}

function withFreePlace<C extends EndpointConfig>(config: C, endpoints: readonly EndpointState[]): C {
	if (isClient(config.kind)) return config;
	if ('port' in config) return { ...config, port: freePort(config.port, portsToAvoid(config, endpoints)) };
	return 'path' in config && config.path !== undefined ? { ...config, path: freePath(config.path, endpoints) } : config;
}
