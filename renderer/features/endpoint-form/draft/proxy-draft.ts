import { PROXY_DIRECTIONS, type ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import type { Match } from '../../../../common/contract/config/responder.ts';
import type { TlsClient, TlsServer } from '../../../../common/contract/config/tls.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import type { PayloadFormat, WrittenBytes } from '../../../../common/payload/schema.ts';
import { type FaultsDraft, faultsDraft, faultsInput, NO_FAULTS } from './faults-draft.ts';

/** The condition of a rule, while it is edited. */
export interface MatchDraft {
	readonly match: Match['type'];
	readonly patternFormat: PayloadFormat;
	readonly pattern: string;
	readonly ignoreCase: boolean;
}

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
	/** For a TCP proxy: TLS on each side; its other settings are kept. */
	readonly tls: boolean;
	readonly keptTls: TlsServer | undefined;
	readonly targetTls: boolean;
	readonly verifiesTarget: boolean;
	readonly keptTargetTls: TlsClient | undefined;
	/** Of a UDP proxy. */
	readonly idleMs: string;
	readonly rewrite: readonly RewriteDraft[];
	readonly faults: FaultsDraft;
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

export function proxyDraft(config: EndpointConfig): ProxyDraft {
	const proxy = config.kind === 'tcp-proxy' || config.kind === 'udp-proxy' ? config : undefined;
	const rewrite = PROXY_DIRECTIONS.flatMap((direction) =>
		(proxy?.rewrite[direction] ?? []).map(({ match, replace, scope }): RewriteDraft => {
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
	const { tls, targetTls } = config.kind === 'tcp-proxy' ? config : {};
	return {
		tls: tls !== undefined,
		keptTls: tls,
		targetTls: targetTls !== undefined,
		verifiesTarget: targetTls?.verify ?? true,
		keptTargetTls: targetTls,
		targetHost: proxy?.target.host ?? '',
		targetPort: String(proxy?.target.port ?? ''),
		seed: String(proxy?.seed ?? 1),
		idleMs: config.kind === 'udp-proxy' ? String(config.idleMs) : '',
		rewrite,
		faults: faultsDraft(proxy?.faults ?? NO_FAULTS),
	};
}

/** The rules of one direction, each with its index in the whole list. */
export function rulesOf(
	rewrite: readonly RewriteDraft[],
	direction: ProxyDirection,
): readonly { readonly rule: RewriteDraft; readonly at: number }[] {
	return rewrite.filter((rule) => rule.direction === direction).map((rule, at) => ({ rule, at }));
}

/** The common fields of both kinds, as input for the schema. `match` converts a draft's. */
export function proxyInput(
	{ targetHost, targetPort, seed, rewrite, faults }: ProxyDraft,
	match: (rule: MatchDraft) => Match,
	numberOf: (text: string) => number | undefined,
) {
	const rules = (direction: ProxyDirection) =>
		rulesOf(rewrite, direction).map(({ rule }) => ({ match: match(rule), replace: rule.replace, scope: rule.scope }));
	return {
		target: { host: targetHost, port: numberOf(targetPort) },
		seed: numberOf(seed),
		rewrite: { toTarget: rules('toTarget'), toClient: rules('toClient') },
		faults: faultsInput(faults),
	};
}

/** TLS on each side of a TCP proxy, as input for the schema. */
export function proxyTlsInput({ tls, keptTls, targetTls, keptTargetTls, verifiesTarget }: ProxyDraft) {
	return {
		tls: tls ? (keptTls ?? {}) : undefined,
		targetTls: targetTls ? { ...keptTargetTls, verify: verifiesTarget } : undefined,
	};
}
