import type { Socket } from 'node:net';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, hasOption, optionsOf } from '../../../common/endpoints/index.ts';
import { milliseconds, setRow, yesNo } from './rows.ts';

/**
 * Sets the configured options on an open stream. `fresh`: nothing was set on it yet. Node reports no refusal: it
 * ignores the system's result.
 */
export function applyStreamOptions(socket: Socket, config: EndpointConfig, fresh: boolean): void {
	const idle = optionsOf(config).idleTimeoutMs ?? 0;
	if (!fresh || idle > 0) socket.setTimeout(idle);
	if (!hasOption(config.kind, 'keepAliveMs')) return;
	const delay = optionsOf(config).keepAliveMs;
	if (!fresh || delay !== undefined) socket.setKeepAlive(delay !== undefined, delay ?? 0);
	if (!fresh && 'noDelay' in config) socket.setNoDelay(config.noDelay);
}

/** The values in force of a stream endpoint; Node reads none of them back. */
export function streamOptionsInForce(config: EndpointConfig): OptionInForce[] {
	const { kind } = config;
	const options = optionsOf(config);
	const rows: OptionInForce[] = [];
	const flag = (option: 'reusePort' | 'ipv6Only' | 'resetOnClose') => {
		const value = options[option];
		rows.push(setRow(option, value === undefined ? undefined : yesNo(value), 'off'));
	};
	if (hasOption(kind, 'reusePort')) {
		// libuv sets it on every listening socket except on Windows, where it has another meaning (libuv, uv_tcp_bind).
		rows.push({ option: 'reuseAddress', value: yesNo(process.platform !== 'win32'), source: 'system' });
		flag('reusePort');
		if ('host' in config && config.host.includes(':')) flag('ipv6Only');
	}
	if ('backlog' in config) {
		rows.push({ option: 'backlog', value: String(config.backlog), source: 'set' });
	}
	if ('connectTimeoutMs' in config) {
		rows.push({ option: 'connectTimeoutMs', value: `${config.connectTimeoutMs} ms`, source: 'set' });
	}
	if ('noDelay' in config) rows.push({ option: 'noDelay', value: yesNo(config.noDelay), source: 'set' });
	if (hasOption(kind, 'keepAliveMs')) {
		const { keepAliveMs } = options;
		rows.push(setRow('keepAliveMs', keepAliveMs === undefined ? undefined : `after ${keepAliveMs} ms`, 'off'));
	}
	if (hasOption(kind, 'resetOnClose')) flag('resetOnClose');
	rows.push(setRow('idleTimeoutMs', milliseconds(options.idleTimeoutMs), 'none'));
	return rows;
}

/** Whether closing a connection resets it instead of ending it. */
export function resetsOnClose(config: EndpointConfig): boolean {
	return optionsOf(config).resetOnClose === true;
}
