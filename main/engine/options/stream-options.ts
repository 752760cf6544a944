import type { Socket } from 'node:net';
import type { OptionInForce } from '../../../common/contract/config/socket-options.ts';
import { type EndpointConfig, optionsOf } from '../../../common/endpoints/index.ts';
import { milliseconds, setRow, yesNo } from './rows.ts';

/**
 * Sets on an open stream what its endpoint's config asks for. `fresh`: nothing was set on it yet. Node tells of no refusal:
 * it passes these on without looking at the answer.
 */
export function applyStreamOptions(socket: Socket, config: EndpointConfig, fresh: boolean): void {
	const idle = optionsOf(config).idleTimeoutMs ?? 0;
	if (!fresh || idle > 0) socket.setTimeout(idle);
	if (config.kind !== 'tcp-server' && config.kind !== 'tcp-client') return;
	const delay = config.options?.keepAliveMs;
	if (!fresh || delay !== undefined) socket.setKeepAlive(delay !== undefined, delay ?? 0);
	if (!fresh) socket.setNoDelay(config.noDelay);
}

/** What a stream endpoint has in force; Node reads none of it back. */
export function streamOptionsInForce(config: EndpointConfig): OptionInForce[] {
	const rows: OptionInForce[] = [];
	if (config.kind === 'tcp-server') {
		const { options = {} } = config;
		// libuv sets it on every listening socket but those of Windows, where it means something else (libuv, uv_tcp_bind).
		rows.push({ option: 'reuseAddress', value: yesNo(process.platform !== 'win32'), source: 'system' });
		rows.push(setRow('reusePort', options.reusePort === undefined ? undefined : yesNo(options.reusePort), 'off'));
		if (config.host.includes(':')) {
			rows.push(setRow('ipv6Only', options.ipv6Only === undefined ? undefined : yesNo(options.ipv6Only), 'off'));
		}
	}
	if (config.kind === 'tcp-server' || config.kind === 'unix-server') {
		rows.push({ option: 'backlog', value: String(config.backlog), source: 'set' });
	}
	if (config.kind === 'tcp-client') {
		rows.push({ option: 'connectTimeoutMs', value: `${config.connectTimeoutMs} ms`, source: 'set' });
	}
	if (config.kind === 'tcp-server' || config.kind === 'tcp-client') {
		const { keepAliveMs, resetOnClose } = config.options ?? {};
		rows.push({ option: 'noDelay', value: yesNo(config.noDelay), source: 'set' });
		rows.push(setRow('keepAliveMs', keepAliveMs === undefined ? undefined : `after ${keepAliveMs} ms`, 'off'));
		rows.push(setRow('resetOnClose', resetOnClose === undefined ? undefined : yesNo(resetOnClose), 'off'));
	}
	rows.push(setRow('idleTimeoutMs', milliseconds(optionsOf(config).idleTimeoutMs), 'none'));
	return rows;
}

/** Whether a connection that we close is reset in place of ended. */
export function resetsOnClose(config: EndpointConfig): boolean {
	return (config.kind === 'tcp-server' || config.kind === 'tcp-client') && config.options?.resetOnClose === true;
}
