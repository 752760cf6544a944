import type { upstreamErrors as english } from '../../en/sentences/upstream.ts';
import type { Texts } from '../../locale/texts.ts';

const SOCKS_REPLIES: Readonly<Record<number, string>> = {
	1: '代理的一般性失敗',
	2: '它的規則不允許這個連線',
	3: '它沒有到該網路的路由',
	4: '它沒有到該主機的路由',
	5: '主機拒絕了連線',
	6: '到該主機的路徑過長（TTL 已到期）',
	7: '它不認得這個命令',
	8: '它不認得這種位址',
};

export const upstreamErrors: Texts<typeof english> = {
	proxyUnreachable: ({ reason }) => `無法連線到代理。${reason}`,
	proxyAnswerUseless: {
		message: ({ proxy, what }) => `代理 ${proxy} 沒有給出可用的回應：${what}。`,
		hint: '請檢查它是否是這一類型的代理。',
	},
	proxyTooLate: {
		message: ({ proxy, ms }) => `代理 ${proxy} 沒有在 ${ms} ms 內回應。`,
		hint: '請檢查它是否是這一類型的代理，或給它更多時間。',
	},
	proxyClosedEarly: '它在回應之前關閉了連線',
	proxyClosedInAnswer: '它在回應過程中關閉了連線',
	proxyAnswerTooLong: ({ most }) => `它的回應超過 ${most} 位元組仍未結束`,
	proxyOtherVersion: ({ version }) => `它不是 SOCKS5 代理，它回報的版本是 ${version}`,
	proxyOtherMethod: ({ method }) => `它選擇了未提供的方法 ${method}`,
	proxyReplyVersion: ({ version }) => `它的回應版本是 ${version}`,
	proxyAddressKind: ({ type }) => `它的回應帶有類型為 ${type} 的位址`,
	proxyNoHttp: ({ line }) => `它不使用 HTTP，它的回答是「${line}」`,
	proxyWantsUser: { message: '代理要求使用者名稱和密碼。', hint: '請檢查代理的使用者名稱和密碼。' },
	proxyTakesNoUser: { message: '代理不接受使用者名稱和密碼。', hint: '請檢查代理的使用者名稱和密碼。' },
	proxyRefusedUser: {
		message: ({ user, status }) => `代理拒絕了使用者 ${user}（狀態 ${status}）。`,
		hint: '請檢查代理的使用者名稱和密碼。',
	},
	socksRefused: ({ target, reply }) =>
		`代理沒有連線到 ${target}：${SOCKS_REPLIES[reply] ?? '它沒有給出已知的原因'}（SOCKS5 回應 ${reply}）。`,
	socksZone: {
		message: ({ host }) => `SOCKS5 代理不接受帶區域的位址：無法要求 ${host}。`,
		hint: '請填寫主機名稱，或不需要區域的位址。',
	},
	socksNameTooLong: ({ most }) => `SOCKS5 中的名稱最多 ${most} 位元組。`,
	httpProxyRefused: ({ target, line }) => `代理沒有連線到 ${target}：它的回應是「${line}」。`,
	httpProxyWantsUser: {
		message: ({ target, line }) => `代理沒有連線到 ${target}：它的回應是「${line}」。`,
		hint: '它要求使用者名稱和密碼。',
	},
	httpProxyRefusedUser: {
		message: ({ target, line }) => `代理沒有連線到 ${target}：它的回應是「${line}」。`,
		hint: '請檢查代理的使用者名稱和密碼。',
	},
};
