import type * as english from '../../en/sentences/note-parts.ts';
import type { Texts } from '../../locale/texts.ts';

export const faultParts: Texts<typeof english.faultParts> = {
	faultsBoth: ({ toTarget, toClient }) => `往目標方向：${toTarget}；往用戶端方向：${toClient}`,
	faultsAnd: ({ first, rest }) => `${first}，${rest}`,
	faultShare: ({ fault, share }) => `${fault}（${share} 的連線）`,
	faultsNone: '無',
	faultLatency: ({ delay }) => `延遲 ${delay}`,
	faultBandwidth: ({ rate }) => `頻寬 ${rate} B/s`,
	faultSlices: ({ size }) => `切片 ${size}`,
	faultSlicesEach: ({ ms }) => `每片 ${ms} ms`,
	faultCorruptBytes: ({ share }) => `損毀 ${share} 的位元組`,
	faultCorruptMessages: ({ share }) => `損毀 ${share} 的訊息`,
	faultDrop: ({ share }) => `丟棄 ${share}`,
	faultDuplicate: ({ share }) => `重複 ${share}`,
	faultReorder: ({ share, distance }) => `亂序 ${share}，距離 ${distance}`,
	faultSlowClose: ({ ms }) => `延遲關閉 ${ms} ms`,
	faultHalfOpen: ({ bytes }) => `${bytes} B 後半開`,
	faultTimeout: ({ ms }) => `${ms} ms 後逾時`,
	faultTimeoutOpen: '逾時，不關閉',
	faultReset: ({ bytes, ms }) => `${bytes} B 且 ${ms} ms 後重設`,
	faultLimit: ({ bytes }) => `${bytes} B 後關閉`,
	faultCloseAfter: ({ ms }) => `${ms} ms 後關閉`,
};

export const faultCounts: Texts<typeof english.faultCounts> = {
	faultCountsAnd: ({ first, rest }) => `${first}，${rest}`,
	faultCount: ({ fault, count }) => `${fault} ${count} 次`,
	faultIdLatency: '延遲',
	faultIdBandwidth: '頻寬',
	faultIdSlicer: '切片',
	faultIdCorrupt: '損毀',
	faultIdDrop: '丟棄',
	faultIdDuplicate: '重複',
	faultIdReorder: '亂序',
	faultIdSlowClose: '延遲關閉',
	faultIdHalfOpen: '半開',
	faultIdTimeout: '逾時',
	faultIdReset: '重設',
	faultIdLimitData: '達到位元組數後關閉',
	faultIdCloseAfter: '到時後關閉',
};

export const framingParts: Texts<typeof english.framingParts> = {
	framingNone: '無（每次讀取為一則訊息）',
	framingLine: '行',
	framingDelimiterEither: ({ text, format }) => `分隔符號 ${text}（${format}，LF 或 CR LF 皆可）`,
	framingDelimiter: ({ text, format }) => `分隔符號 ${text}（${format}）`,
	framingFixedOne: '固定長度 1 位元組',
	framingFixed: ({ length }) => `固定長度 ${length} 位元組`,
	framingIdle: ({ ms }) => `訊息後停頓 ${ms} ms`,
	framingPlus: ({ field, by }) => `${field}，+ ${by}`,
	framingMinus: ({ field, by }) => `${field}，− ${by}`,
	framingCountsHead: ({ field }) => `${field}，計入長度欄位本身`,
	framingAtOffset: ({ field, offset }) => `${field}，位移 ${offset}`,
	framingLengthOne: '1 位元組的長度欄位',
	framingLengthBig: ({ size }) => `${size} 位元組的長度欄位，大端序`,
	framingLengthLittle: ({ size }) => `${size} 位元組的長度欄位，小端序`,
};

export const planParts: Texts<typeof english.planParts> = {
	planStream: ({ plan, stream }) => `${plan}，串流 ${stream}`,
	planFast: ({ what }) => `${what}，盡可能快`,
	planPaced: ({ what, rate }) => `${what}，每秒 ${rate} 則`,
	planEndlessText: '不限數量的文字訊息',
	planEndless: ({ size }) => `不限數量、每則 ${size} 位元組的訊息`,
	planText: ({ count }) => `${count} 則文字訊息`,
	planBytes: ({ count, size }) => `${count} 則訊息，每則 ${size} 位元組`,
};

export const lossParts: Texts<typeof english.lossParts> = {
	lossAnd: ({ first, rest }) => `${first}；${rest}`,
	lossOfEndpoint: ({ events, received, sent }) => `端點：${events}，接收 ${received}，傳送 ${sent}`,
	lossOfConnection: ({ connection, events, received, sent }) =>
		`連線 ${connection}：${events}，接收 ${received}，傳送 ${sent}`,
	lossAtLeastOneMore: '另有至少 1 個連線',
	lossAtLeastMore: ({ more }) => `另有至少 ${more} 個連線`,
	lossOneMore: '另有 1 個連線',
	lossMore: ({ more }) => `另有 ${more} 個連線`,
	lossOneEvent: '1 個事件',
	lossEvents: ({ count }) => `${count} 個事件`,
	lossOneByte: '1 位元組',
	lossBytes: ({ count }) => `${count} 位元組`,
};
