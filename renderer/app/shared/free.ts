import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { type EndpointConfig, type EndpointKind, isClient, traitsOf } from '../../../common/endpoints/index.ts';

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

/** The name of a client of an endpoint: `to echo`. The target's own "to …" is not repeated. */
export function nameToward(target: string): string {
	return `to ${target.replace(/^(?:to )+/, '')}`;
}

const LAST_PORT = 65_535;
/** Lower ports need rights that most people do not have. */
const FIRST_PORT = 1024;

/**
 * The port itself, or the next one that no endpoint of the transport uses or is configured for; 0 where the system
 * chooses, or none is free.
 */
export function freePort(
	wanted: number,
	kind: EndpointKind,
	endpoints: readonly EndpointState[],
	avoided?: number | undefined,
): number {
	if (wanted === 0) return 0;
	const used = new Set(avoided === undefined ? [] : [avoided]);
	for (const { config, local } of endpoints) {
		if (isClient(config.kind) || traitsOf(config.kind).protocol !== traitsOf(kind).protocol) continue;
		if ('port' in config) used.add(config.port);
		if (local !== undefined) used.add(local.port);
	}
	for (let port = wanted; port <= LAST_PORT; port++) if (!used.has(port)) return port;
	for (let port = Math.min(wanted, LAST_PORT) - 1; port >= FIRST_PORT; port--) if (!used.has(port)) return port;
	return 0;
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

/** The config with a unique name, port and path, so that it can run beside all existing endpoints. */
export function besideAll<C extends EndpointConfig>(config: C, endpoints: readonly EndpointState[]): C {
	const name = freeName(config.name, new Set(endpoints.map((endpoint) => endpoint.config.name)));
	if (isClient(config.kind)) return { ...config, name };
	if ('port' in config) {
		const target = 'target' in config ? config.target.port : undefined;
		return { ...config, name, port: freePort(config.port, config.kind, endpoints, target) };
	}
	return 'path' in config && config.path !== undefined
		? { ...config, name, path: freePath(config.path, endpoints) }
		: { ...config, name };
}
