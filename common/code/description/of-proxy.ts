import { FAULTS, type Faults } from '../../contract/config/proxy.ts';
import type { TcpProxyConfig, UdpProxyConfig } from '../../endpoints/index.ts';
import { Omissions } from './omissions.ts';
import { NO_DELAY, REUSE } from './options.ts';
import type { CodeProgram } from './program.ts';
import { tlsOfClient, tlsOfServer } from './tls.ts';

/** The delay of a direction. Its other faults are left out, and named. */
function delayOf(faults: Faults, omissions: Omissions): number {
	const { latency } = faults;
	for (const name of FAULTS) if (name !== 'latency' && faults[name] !== undefined) omissions.add('fault', name);
	if (latency === undefined) return 0;
	if (latency.jitterMs > 0) omissions.add('fault', 'jitter');
	if (latency.toxicity === 1) return latency.delayMs;
	omissions.add('fault', 'latency');
	return 0;
}

/** The program of a proxy: it passes on, and delays. */
export function programOfProxy(config: TcpProxyConfig | UdpProxyConfig): CodeProgram {
	const omissions = new Omissions();
	const { name, host, port, target, faults, rewrite } = config;
	if (rewrite.toTarget.length + rewrite.toClient.length > 0) omissions.add('rewrite');
	const delays = { toTarget: delayOf(faults.toTarget, omissions), toClient: delayOf(faults.toClient, omissions) };
	const shared = { type: 'forward' as const, target: { host: target.host, port: target.port }, delays };
	if (config.kind === 'udp-proxy') {
		const { idleMs } = config;
		return {
			name,
			place: { transport: 'udp', host, port },
			task: { ...shared, targetTls: undefined, backlog: 0, idleMs },
			options: [],
			omitted: omissions.list(),
		};
	}
	const tls = config.tls && tlsOfServer(config.tls, omissions);
	const targetTls = config.targetTls && tlsOfClient(config.targetTls, target.host, omissions);
	return {
		name,
		place: { transport: 'tcp', host, port },
		task: { ...shared, targetTls, backlog: config.backlog, idleMs: 0 },
		tls,
		options: [REUSE, ...(config.noDelay ? [NO_DELAY] : [])],
		omitted: omissions.list(),
	};
}
