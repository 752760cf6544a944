import type { PayloadFormat, WrittenBytes } from '../../../../common/contract/config/payload.ts';
import { PROXY_DIRECTIONS, type ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import type { Match } from '../../../../common/contract/config/responder.ts';
import type { TlsClient, TlsServer } from '../../../../common/contract/config/tls.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { type FaultsDraft, faultsDraft, faultsInput, NO_FAULTS } from './faults-draft.ts';

/** When a rule applies, while it is typed. */
export interface MatchDraft {
	readonly match: Match['type'];
	readonly patternFormat: PayloadFormat;
	readonly pattern: string;
	readonly ignoreCase: boolean;
}

/** A rule that changes what is passed on, while it is typed. */
export interface RewriteDraft extends MatchDraft {
	/** Tells rules apart. */
	readonly key: number;
	readonly direction: ProxyDirection;
	readonly replace: WrittenBytes;
	readonly scope: 'message' | 'matches';
}

/** What proxies alone have, while it is typed. */
export interface ProxyDraft {
	readonly targetHost: string;
	readonly targetPort: string;
	readonly seed: string;
	/** Of a TCP proxy: TLS on each side; what else was set of it is kept. */
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

/** A rule to be changed into what is wanted. */
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

/** The rules of one direction, each with its place in the whole list. */
export function rulesOf(
	rewrite: readonly RewriteDraft[],
	direction: ProxyDirection,
): readonly { readonly rule: RewriteDraft; readonly at: number }[] {
	return rewrite.filter((rule) => rule.direction === direction).map((rule, at) => ({ rule, at }));
}

/** What both kinds have, which the schema has yet to judge. `match` reads a draft's. */
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

/** TLS on each side of a TCP proxy, which the schema has yet to judge. */
export function proxyTlsInput({ tls, keptTls, targetTls, keptTargetTls, verifiesTarget }: ProxyDraft) {
	return {
		tls: tls ? (keptTls ?? {}) : undefined,
		targetTls: targetTls ? { ...keptTargetTls, verify: verifiesTarget } : undefined,
	};
}
