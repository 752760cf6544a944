import { PROXY_DIRECTIONS, type ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import type { TlsClient, TlsServer } from '../../../../common/contract/config/tls.ts';
import type { ProxyConfig, TcpProxyConfig } from '../../../../common/endpoints/index.ts';
import type { WrittenBytes } from '../../../../common/payload/schema.ts';
import { type FaultsDraft, faultsDraft, faultsInput } from './faults-draft.ts';
import { type MatchDraft, matchInput } from './match-draft.ts';
import { numberOf } from './numbers.ts';

/** A rewrite rule, while it is edited. */
export interface RewriteDraft extends MatchDraft {
	/** Identifies rules. */
	readonly key: number;
	readonly direction: ProxyDirection;
	readonly replace: WrittenBytes;
	readonly scope: 'message' | 'matches';
}

/** Fields of proxies only, while they are edited. */
export interface ProxyDraft {
	readonly targetHost: string;
	readonly targetPort: string;
	readonly seed: string;
	readonly rewrite: readonly RewriteDraft[];
	readonly faults: FaultsDraft;
}

/** TLS on each side of a stream proxy, while it is edited; its other settings are kept. */
export interface ProxyTlsDraft {
	readonly tls: boolean;
	readonly keptTls: TlsServer | undefined;
	readonly targetTls: boolean;
	readonly verifiesTarget: boolean;
	readonly keptTargetTls: TlsClient | undefined;
}

let lastKey = 0;

/** A rule to start from. */
export function newRewrite(): RewriteDraft {
	lastKey += 1;
	return {
		key: lastKey,
		direction: 'toTarget',
		match: 'contains',
		patternFormat: 'text',
		pattern: '',
		ignoreCase: false,
		replace: { format: 'text', text: '' },
		scope: 'matches',
	};
}

export function proxyDraft(proxy: ProxyConfig): ProxyDraft {
	const rewrite = PROXY_DIRECTIONS.flatMap((direction) =>
		proxy.rewrite[direction].map(({ match, replace, scope }): RewriteDraft => {
			const written = match.type === 'any' || match.type === 'regex' ? undefined : match.pattern;
			return {
				...newRewrite(),
				direction,
				match: match.type,
				patternFormat: written?.format ?? 'text',
				pattern: match.type === 'regex' ? match.pattern : (written?.text ?? ''),
				ignoreCase: match.type === 'regex' && match.ignoreCase,
				replace,
				scope,
			};
		}),
	);
	return {
		targetHost: proxy.target.host,
		targetPort: String(proxy.target.port),
		seed: String(proxy.seed),
		rewrite,
		faults: faultsDraft(proxy.faults),
	};
}

export function proxyTlsDraft({ tls, targetTls }: Pick<TcpProxyConfig, 'tls' | 'targetTls'>): ProxyTlsDraft {
	return {
		tls: tls !== undefined,
		keptTls: tls,
		targetTls: targetTls !== undefined,
		verifiesTarget: targetTls?.verify ?? true,
		keptTargetTls: targetTls,
	};
}

/** The rules of one direction, each with its index in the whole list. */
export function rulesOf(
	rewrite: readonly RewriteDraft[],
	direction: ProxyDirection,
): readonly { readonly rule: RewriteDraft; readonly at: number }[] {
	return rewrite.filter((rule) => rule.direction === direction).map((rule, at) => ({ rule, at }));
}

/** The common fields of all proxies, as input for the schema. */
export function proxyInput({ targetHost, targetPort, seed, rewrite, faults }: ProxyDraft) {
	const rules = (direction: ProxyDirection) =>
		rulesOf(rewrite, direction).map(({ rule }) => ({
			match: matchInput(rule),
			replace: rule.replace,
			scope: rule.scope,
		}));
	return {
		target: { host: targetHost, port: numberOf(targetPort) },
		seed: numberOf(seed),
		rewrite: { toTarget: rules('toTarget'), toClient: rules('toClient') },
		faults: faultsInput(faults),
	};
}

/** TLS on each side of a stream proxy, as input for the schema. */
export function proxyTlsInput({ tls, keptTls, targetTls, keptTargetTls, verifiesTarget }: ProxyTlsDraft) {
	return {
		tls: tls ? (keptTls ?? {}) : undefined,
		targetTls: targetTls ? { ...keptTargetTls, verify: verifiesTarget } : undefined,
	};
}
