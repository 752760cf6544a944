import type { TcpProxyConfig, UdpProxyConfig } from '../../../common/contract/endpoint.ts';
import type { ProxyDirection } from '../../../common/contract/proxy.ts';
import { compileFraming, type Framer } from '../../../common/framing/index.ts';
import { compileRewrite, type Rewriter } from '../../../common/rewrite/index.ts';

type Both<T> = Readonly<Record<ProxyDirection, T>>;

/** What the lanes of a proxy's connections are made of, ready once for all of them. */
export interface LaneMakers {
	readonly framer: Both<() => Framer>;
	readonly rewriter: Both<Rewriter>;
}

type Cut = Pick<TcpProxyConfig, 'framing' | 'framingOut' | 'rewrite'>;

/** Fails with `bad-input` and the path and position of what does not compile. */
export function laneMakers(config: Cut): LaneMakers {
	return { framer: framers(config), rewriter: rewriters(config) };
}

/** The framers of both directions. */
export function framers({ framing, framingOut }: Omit<Cut, 'rewrite'>): Both<() => Framer> {
	const toTarget = compileFraming(framing);
	return { toTarget, toClient: framingOut === undefined ? toTarget : compileFraming(framingOut, 'framingOut') };
}

/** The rules for datagrams, which are whole messages. Fails as `laneMakers` does. */
export function datagramRewriters({ rewrite }: Pick<UdpProxyConfig, 'rewrite'>): Both<Rewriter> {
	return rewriters({ framing: { type: 'none' }, rewrite });
}

function rewriters({ framing, framingOut = framing, rewrite }: Cut): Both<Rewriter> {
	return {
		toTarget: compileRewrite(rewrite.toTarget, framing, 'rewrite.toTarget'),
		toClient: compileRewrite(rewrite.toClient, framingOut, 'rewrite.toClient'),
	};
}
