import type { loadTest as english } from '../../en/dialogs/load-test.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const loadTest: Texts<typeof english> = {
	title: (endpoint) => `負載測試：從 ${endpoint} 傳送`,
	titleUnknown: '負載測試：從端點傳送',
	form: '負載測試',
	gone: '該端點已不存在。',
	closed: {
		title: '端點未開啟',
		body: '編號訊息從通訊端送出：請先啟動端點。',
		start: (endpoint) => `啟動 ${endpoint}`,
	},
	nobody: {
		title: '還沒有可傳送的對象',
		body: (endpoint) => `${endpoint} 正在等待用戶端。用戶端連線後顯示表單。`,
	},
	to: '傳送到',
	anAddress: '指定位址',
	host: '主機',
	port: '連接埠',
	portFault: '1 到 65535 的整數。',
	goesOn: '關閉此視窗後仍會繼續，可在這裡停止。',
	plan: {
		send: '傳送方式',
		paces: { paced: '依速率', free: '盡可能快' },
		rate: '每秒訊息數',
		count: '訊息總數',
		noEnd: '不限',
		size: '每則訊息的位元組數',
		framing: '位元組流中的訊息',
		framingHint: '接收方的分框方式必須相同。',
		framings: {
			fixed: '長度都相同',
			length2: '前置長度，2 位元組',
			length4: '前置長度，4 位元組',
		},
	},
	numbering: {
		label: '編號位置',
		types: { header: '在訊息標頭中（含時間和流 ID）', text: '在文字中' },
		text: '文字，用 %d 表示編號',
	},
	rateZero: '速率須大於 0。',
	run: {
		label: '最近一次執行',
		status: { running: '正在傳送', done: '已完成', stopped: '已停止', failed: '失敗' },
		sent: '已傳送',
		of: (sent, total) => `${written(sent)} / ${written(total)}`,
		rate: '速率',
		rateOverAll: '平均速率',
		perSecond: (messages) => `${written(messages)} 則/秒`,
		behind: '落後',
		refused: '遭拒',
		time: '時間',
		refusedLast: (errno, why) => `最近一次遭拒：${errno} ${why}`,
	},
	notices: {
		noUpdates: '負載測試的執行情況不再更新',
		notStarted: '負載測試未啟動',
		notStopped: '負載測試未停止',
	},
};
