import type { engineErrors as english } from '../../en/sentences/engine.ts';
import type { Texts } from '../../locale/texts.ts';

export const engineErrors: Texts<typeof english> = {
	portInUse: {
		message: ({ port, address, by }) => `${address} 上的端口 ${port} ${by}。`,
		hint: ({ advice }) => advice,
	},
	endpointStopped: { message: () => '端点在启动完成之前已被停止。', hint: () => '' },
	handshakeTooSlow: {
		message: ({ peer, ms }) => `未能与 ${peer} 建立 TLS：它没有在 ${ms} ms 内完成握手。`,
		hint: () => '对端在这个端口上可能不使用 TLS，而在等待其他内容。',
	},
	handshakeEnded: {
		message: ({ peer, code }) =>
			`未能与 ${peer} 建立 TLS：它在握手完成之前${code === undefined ? '结束了连接' : `中断了连接（${code}）`}。`,
		hint: () => '对端在这个端口上可能不使用 TLS、不信任本端的证书，或只是查看端口是否开放。',
	},
};
