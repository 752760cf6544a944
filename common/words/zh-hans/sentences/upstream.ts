import type { upstreamErrors as english } from '../../en/sentences/upstream.ts';
import type { Texts } from '../../locale/texts.ts';

const SOCKS_REPLIES: Readonly<Record<number, string>> = {
	1: '代理的一般性失败',
	2: '它的规则不允许这个连接',
	3: '它没有到该网络的路由',
	4: '它没有到该主机的路由',
	5: '主机拒绝了连接',
	6: '到该主机的路径过长（TTL 已到期）',
	7: '它不认识这个命令',
	8: '它不支持这种地址',
};

export const upstreamErrors: Texts<typeof english> = {
	proxyUnreachable: ({ reason }) => `无法连接到代理。${reason}`,
	proxyAnswerUseless: {
		message: ({ proxy, what }) => `代理 ${proxy} 没有给出可用的应答：${what}。`,
		hint: '请检查它是否是这一类型的代理。',
	},
	proxyTooLate: {
		message: ({ proxy, ms }) => `代理 ${proxy} 没有在 ${ms} ms 内应答。`,
		hint: '请检查它是否是这一类型的代理，或给它更多时间。',
	},
	proxyClosedEarly: '它在应答之前关闭了连接',
	proxyClosedInAnswer: '它在应答过程中关闭了连接',
	proxyAnswerTooLong: ({ most }) => `它的应答超过 ${most} 字节仍未结束`,
	proxyOtherVersion: ({ version }) => `它不是 SOCKS5 代理，它报告的版本是 ${version}`,
	proxyOtherMethod: ({ method }) => `它选择了未提供的方法 ${method}`,
	proxyReplyVersion: ({ version }) => `它的应答版本是 ${version}`,
	proxyAddressKind: ({ type }) => `它的应答带有类型为 ${type} 的地址`,
	proxyNoHttp: ({ line }) => `它不使用 HTTP，它的回答是“${line}”`,
	proxyWantsUser: { message: '代理要求用户名和密码。', hint: '请检查代理的用户名和密码。' },
	proxyTakesNoUser: { message: '代理不接受用户名和密码。', hint: '请检查代理的用户名和密码。' },
	proxyRefusedUser: {
		message: ({ user, status }) => `代理拒绝了用户 ${user}（状态 ${status}）。`,
		hint: '请检查代理的用户名和密码。',
	},
	socksRefused: ({ target, reply }) =>
		`代理没有连接到 ${target}：${SOCKS_REPLIES[reply] ?? '它没有给出已知的原因'}（SOCKS5 应答 ${reply}）。`,
	socksZone: {
		message: ({ host }) => `SOCKS5 代理不接受带区域的地址：无法请求 ${host}。`,
		hint: '请填写主机名，或不需要区域的地址。',
	},
	socksNameTooLong: ({ most }) => `SOCKS5 中的名称最多 ${most} 字节。`,
	httpProxyRefused: ({ target, line }) => `代理没有连接到 ${target}：它的应答是“${line}”。`,
	httpProxyWantsUser: {
		message: ({ target, line }) => `代理没有连接到 ${target}：它的应答是“${line}”。`,
		hint: '它要求用户名和密码。',
	},
	httpProxyRefusedUser: {
		message: ({ target, line }) => `代理没有连接到 ${target}：它的应答是“${line}”。`,
		hint: '请检查代理的用户名和密码。',
	},
};
