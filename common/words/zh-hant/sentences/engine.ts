import type { engineErrors as english } from '../../en/sentences/engine.ts';
import type { Texts } from '../../locale/texts.ts';

export const engineErrors: Texts<typeof english> = {
	portInUse: {
		message: ({ port, address, by }) => `${address} 上的連接埠 ${port} ${by}。`,
		hint: ({ advice }) => advice,
	},
	endpointStopped: { message: () => '端點在啟動完成之前已被停止。', hint: () => '' },
	handshakeTooSlow: {
		message: ({ peer, ms }) => `未能與 ${peer} 建立 TLS：它沒有在 ${ms} ms 內完成交握。`,
		hint: () => '對端在這個連接埠上可能不使用 TLS，而在等待其他內容。',
	},
	handshakeEnded: {
		message: ({ peer, code }) =>
			`未能與 ${peer} 建立 TLS：它在交握完成之前${code === undefined ? '結束了連線' : `中斷了連線（${code}）`}。`,
		hint: () => '對端在這個連接埠上可能不使用 TLS、不信任本端的憑證，或只是檢視連接埠是否開放。',
	},
};
