import type { UpstreamProxy, UpstreamProxyType } from '../../../../common/contract/config/upstream-proxy.ts';

/** A client's upstream proxy while it is edited. */
export interface UpstreamProxyDraft {
	readonly viaType: UpstreamProxyType | 'none';
	readonly viaHost: string;
	readonly viaPort: string;
	/** Empty: no user is sent to the proxy. */
	readonly viaUser: string;
	readonly viaPassword: string;
}

export function upstreamProxyDraft(via: UpstreamProxy | undefined): UpstreamProxyDraft {
	return {
		viaType: via?.type ?? 'none',
		viaHost: via?.host ?? '127.0.0.1',
		viaPort: String(via?.port ?? 1080),
		viaUser: via?.user ?? '',
		viaPassword: via?.password ?? '',
	};
}

/** The input for the schema; undefined without a proxy. */
export function upstreamProxyInput({ viaType, viaHost, viaPort, viaUser, viaPassword }: UpstreamProxyDraft) {
	if (viaType === 'none') return undefined;
	const port = /^\d+$/.test(viaPort.trim()) ? Number(viaPort) : Number.NaN;
	const login = viaUser === '' ? {} : { user: viaUser, password: viaPassword };
	return { type: viaType, host: viaHost, port, ...login };
}
