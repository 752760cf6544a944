import type { Via, ViaType } from '../../../../common/contract/config/upstream-proxy.ts';

/** A client's upstream proxy while it is edited. */
export interface ViaDraft {
	readonly viaType: ViaType | 'none';
	readonly viaHost: string;
	readonly viaPort: string;
	/** Empty: no user is sent to the proxy. */
	readonly viaUser: string;
	readonly viaPassword: string;
}

export function viaDraft(via: Via | undefined): ViaDraft {
	return {
		viaType: via?.type ?? 'none',
		viaHost: via?.host ?? '127.0.0.1',
		viaPort: String(via?.port ?? 1080),
		viaUser: via?.user ?? '',
		viaPassword: via?.password ?? '',
	};
}

/** The input for the schema; undefined without a proxy. */
export function viaInput({ viaType, viaHost, viaPort, viaUser, viaPassword }: ViaDraft) {
	if (viaType === 'none') return undefined;
	const port = /^\d+$/.test(viaPort.trim()) ? Number(viaPort) : Number.NaN;
	const login = viaUser === '' ? {} : { user: viaUser, password: viaPassword };
	return { type: viaType, host: viaHost, port, ...login };
}
