import type { ProxyDirection } from '../../../common/contract/config/proxy.ts';
import type { TcpProxyConfig, UdpProxyConfig } from '../../../common/endpoints/index.ts';
import { compileFraming, type Framer } from '../../../common/framing/index.ts';
import { Rewriting } from '../rules/rewriting.ts';
import type { TemplateDraws } from '../templates/draws.ts';

type Both<T> = Readonly<Record<ProxyDirection, T>>;

/** The compiled parts of a proxy's lanes, shared by all its connections. */
export interface LaneMakers {
	readonly framer: Both<() => Framer>;
	readonly rewriting: Both<Rewriting>;
}

type Cut = Pick<TcpProxyConfig, 'framing' | 'framingOut' | 'rewrite'>;

/** `draws`: needed to apply them, not to check them. Fails with `bad-input` and the path and position of the fault. */
export function laneMakers(config: Cut, draws?: TemplateDraws): LaneMakers {
	return { framer: framers(config), rewriting: rewritings(config, draws) };
}

/** The framers of both directions. */
export function framers({ framing, framingOut }: Omit<Cut, 'rewrite'>): Both<() => Framer> {
	const toTarget = compileFraming(framing);
	return { toTarget, toClient: framingOut === undefined ? toTarget : compileFraming(framingOut, 'framingOut') };
}

/** The rules for datagrams, each a whole message. Fails as `laneMakers` does. */
export function datagramRewritings(
	{ rewrite }: Pick<UdpProxyConfig, 'rewrite'>,
	draws?: TemplateDraws,
): Both<Rewriting> {
	return rewritings({ framing: { type: 'none' }, rewrite }, draws);
}

function rewritings(
	{ framing, framingOut = framing, rewrite }: Cut,
	draws: TemplateDraws | undefined,
): Both<Rewriting> {
	return {
		toTarget: new Rewriting(rewrite.toTarget, framing, 'rewrite.toTarget', draws),
		toClient: new Rewriting(rewrite.toClient, framingOut, 'rewrite.toClient', draws),
	};
}
