import type { dialogs as english } from '../../../en/dialogs/endpoint-form/dialogs.ts';
import type { Texts } from '../../../locale/texts.ts';

export const dialogs: Texts<typeof english> = {
	answers: {
		rules: '規則',
		rulesOf: (name) => `${name} 的規則`,
		label: '回應的內容',
		discard: '捨棄變更',
		use: '使用這些回應',
		inUse: '這些回應正在使用。',
		whenStarted: '啟動後使用這些回應。',
		changedInUse: '已變更：仍在使用先前的回應。',
		changed: '已變更，尚未儲存。',
	},
	faults: {
		title: '故障',
		of: (name) => `${name} 的故障`,
		ofConnection: (number, name) => `${name} 的 #${number} 的故障`,
		connectionClosed: '連線已關閉。',
		proxyGone: '該代理已不存在。',
		asProxy: '還原為代理的故障',
		allOff: '全部關閉',
		apply: '套用故障',
		noneApplied: '尚未對開啟的連線施加任何故障。',
		applied: '已施加',
		appliedTo: '已對開啟的連線施加',
		fault: '故障',
	},
	framing: {
		title: '訊息',
		of: (name) => `${name} 的訊息`,
		use: '使用此分框',
	},
	options: {
		title: '選項',
		of: (name) => `${name} 的選項`,
		apply: '套用',
		applyNow: '立即套用',
		inForce: '目前生效',
		sources: {
			read: '剛剛讀回',
			set: '已設定；無法讀回',
			system: '未設定',
		},
		refused: (why) => `遭拒：${why}`,
	},
};
