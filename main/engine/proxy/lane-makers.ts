import type { ProxyDirection } from '../../../common/contract/config/proxy.ts';
import type { TcpProxyConfig, UdpProxyConfig } from '../../../common/endpoints/index.ts';
import { compileFraming, type Framer } from '../../../common/framing/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import { Rewriting } from '../rules/rewriting.ts';
import type { TemplateDraws } from '../templates/draws.ts';

type Both<T> = Readonly<Record<ProxyDirection, T>>;

/** The compiled parts of a proxy's lanes, shared by all its connections. */
export interface LaneMakers {
	readonly framer: Both<() => Framer>;
	readonly rewriting: Both<Rewriting>;
}

type Cut = Pick<TcpProxyConfig, 'framing' | 'framingOut' | 'rewrite' | 'charset'>;

/** `draws`: needed to apply them, not to check them. Fails with `bad-input` and the path and position of the fault. */
export function laneMakers(config: Cut, draws?: TemplateDraws): LaneMakers {
	return { framer: framers(config), rewriting: rewritings(config, draws) };
}

/** The framers of both directions. */
function framers(config: Cut): Both<() => Framer> {
	const { framing, framingOut } = config;
	const charset = charsetOf(config);
	const toTarget = compileFraming(framing, 'framing', charset);
	const toClient = framingOut === undefined ? toTarget : compileFraming(framingOut, 'framingOut', charset);
	return { toTarget, toClient };
}

/** The rules for datagrams, each a whole message. Fails as `laneMakers` does. */
export function datagramRewritings(
	{ rewrite, charset }: Pick<UdpProxyConfig, 'rewrite' | 'charset'>,
	draws?: TemplateDraws,
): Both<Rewriting> {
	return rewritings({ framing: { type: 'none' }, rewrite, charset }, draws);
}

function rewritings(config: Cut, draws: TemplateDraws | undefined): Both<Rewriting> {
	const { framing, framingOut = framing, rewrite } = config;
	const charset = charsetOf(config);
	return {
		toTarget: new Rewriting(rewrite.toTarget, framing, 'rewrite.toTarget', charset, draws),
		toClient: new Rewriting(rewrite.toClient, framingOut, 'rewrite.toClient', charset, draws),
	};
}
