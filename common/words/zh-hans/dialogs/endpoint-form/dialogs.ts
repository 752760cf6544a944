import type { dialogs as english } from '../../../en/dialogs/endpoint-form/dialogs.ts';
import type { Texts } from '../../../locale/texts.ts';

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
	options: {
		title: '选项',
		of: (name) => `${name} 的选项`,
		apply: '应用',
		applyNow: '立即应用',
		inForce: '当前生效',
		sources: {
			read: '刚刚读回',
			set: '已设置；无法读回',
			system: '未设置',
		},
		refused: (why) => `被拒绝：${why}`,
	},
};
