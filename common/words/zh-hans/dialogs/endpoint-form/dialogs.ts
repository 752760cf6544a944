import type { dialogs as english } from '../../../en/dialogs/endpoint-form/dialogs.ts';
import { localeOf } from '../../../locale/locale.ts';
import type { Texts } from '../../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const dialogs: Texts<typeof english> = {
	answers: {
		rules: '规则',
		rulesOf: (name) => `${name} 的规则`,
		label: '应答的内容',
		discard: '放弃更改',
		use: '使用这些应答',
		inUse: '这些应答正在使用。',
		whenStarted: '启动后使用这些应答。',
		changedInUse: '已更改：仍在使用之前的应答。',
		changed: '已更改，尚未保存。',
	},
	faults: {
		title: '故障',
		of: (name) => `${name} 的故障`,
		ofConnection: (number, name) => `${name} 的 #${number} 的故障`,
		connectionClosed: '连接已关闭。',
		proxyGone: '该代理已不存在。',
		asProxy: '恢复为代理的故障',
		allOff: '全部关闭',
		apply: '应用故障',
		noneApplied: '尚未对打开的连接施加任何故障。',
		applied: '已施加',
		appliedTo: '已对打开的连接施加',
		fault: '故障',
	},
	framing: {
		title: '消息',
		of: (name) => `${name} 的消息`,
		use: '使用此分帧',
	},
	tryFraming: {
		title: '试用分帧',
		what: '如果这样分帧？',
		endpoint: '端点',
		noStream: '没有字节流端点。请在日志行的菜单中选择“试用分帧…”。',
		result: '按此分帧得到的消息',
		counting: (messages) => `目前 ${count(messages)} 条消息…`,
		messages: (messages) =>
			messages === 0
				? '没有消息：抓包记录中没有此端点的数据，或还没有消息完整。'
				: `${count(messages)} 条消息，前几条：`,
		use: (endpoint) => `用于 ${endpoint}`,
		show: '在日志中显示',
		stop: '停止试用',
	},
	options: {
		title: '选项',
		of: (name) => `${name} 的选项`,
		apply: '应用',
		applyNow: '立即应用',
		inForce: '当前生效',
		names: {
			reuseAddress: '地址重用',
			reusePort: '端口重用',
			ipv6Only: '仅 IPv6',
			connected: '已连接',
			backlog: '等待接受的队列',
			connectTimeoutMs: '连接超时',
			noDelay: '无延迟',
			keepAliveMs: '保活',
			idleTimeoutMs: '空闲超时',
			resetOnClose: '关闭时重置',
			receiveBuffer: '接收缓冲区',
			sendBuffer: '发送缓冲区',
			ttl: 'TTL（跳数）',
			broadcast: '广播',
			multicastTtl: '组播 TTL',
			multicastLoopback: '组播回环',
			multicastInterface: '组播网络接口',
			datagramCalls: '数据报',
			groups: '组播组',
		},
		values: {
			fixed: {
				on: '开',
				off: '关',
				none: '无',
				'the system chooses': '由系统选择',
				'one by one': '逐个',
				'recvmmsg by a thread, sendmmsg': 'recvmmsg（由线程接收）、sendmmsg',
			},
			numbers: {
				bytes: (number) => `${number} 字节`,
				ms: (number) => `${number} 毫秒`,
				afterMs: (number) => `${number} 毫秒后`,
				usual: (number) => `${number}（通常）`,
			},
		},
		sources: {
			read: '刚刚读回',
			set: '已设置；无法读回',
			system: '未设置',
		},
		refused: (why) => `被拒绝：${why}`,
	},
};
