import type { lossReport as english } from '../../en/dialogs/loss-report.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const lossReport: Texts<typeof english> = {
	title: (endpoint) => `${endpoint} 的遺失報告`,
	titleUnknown: '端點的遺失報告',
	form: '遺失報告',
	about:
		'遺失報告統計此端點接收的編號訊息中，哪些遺失、重複、亂序或遲到。訊息由負載測試（此 Wirebench 或另一個）傳送，也可由任何為訊息編號的程式傳送。',
	keep: '開始遺失報告',
	copy: '複製為 JSON',
	copied: '遺失報告已複製為 JSON',
	notCopied: '未能複製遺失報告',
	noUpdates: '遺失報告不再更新',
	notChanged: '未能變更遺失報告',
	keepNone: '不再統計',
	again: '重新開始',
	nothing: '還沒有編號訊息',
	wanted: {
		text: (text) => `形如「${text}」的訊息`,
		header: '帶標頭的訊息',
	},
	waiting: {
		closed: (what, endpoint) => `正在等待：${what}。啟動 ${endpoint} 以接收。`,
		unframed: (what) => `正在等待：${what}。現在每次讀取都視為一則訊息：請在「訊息…」中指定訊息的長度或結束方式。`,
		open: (what) => `正在等待：${what}。在另一個端點的選單中用「負載測試…」傳送。`,
	},
	counts: (numbered, others) => `${written(numbered)} 則編號訊息，${written(others)} 則其他訊息`,
	countsUntracked: (numbered, others, untracked) =>
		`${written(numbered)} 則編號訊息，${written(others)} 則其他訊息，${written(untracked)} 則來自更多傳送方`,
	senders: '傳送方',
	columns: {
		from: { name: '來源', about: '連線' },
		stream: { name: '流', about: '標頭中的 ID' },
		received: { name: '已接收', about: '訊息數，包括重複的' },
		lost: { name: '遺失', about: '最小與最大編號之間尚未到達的編號數' },
		outstanding: { name: '未到達', about: '已宣告的編號中，小於最小編號和大於最大編號的編號數' },
		repeated: { name: '重複', about: '再次到達' },
		reordered: { name: '亂序', about: '在更大的編號之後到達；括號內為最多落後多少' },
		late: { name: '遲到', about: '落後最大編號太多，無法區分亂序與重複' },
		p50: { name: '延遲 p50', about: '毫秒' },
		p95: { name: 'p95', about: '毫秒' },
		p99: { name: 'p99', about: '毫秒' },
		mean: { name: '平均', about: '毫秒' },
		max: { name: '最大', about: '毫秒' },
		jitter: { name: '抖動', about: '毫秒，RFC 3550' },
	},
	inMs: '延遲以毫秒為單位。',
	ahead: (ms) => `傳送方的時鐘比本機至少快 ${ms} ms：延遲值相應偏小。`,
};
