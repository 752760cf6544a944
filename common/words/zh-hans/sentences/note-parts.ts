import type * as english from '../../en/sentences/note-parts.ts';
import type { Texts } from '../../locale/texts.ts';

export const faultParts: Texts<typeof english.faultParts> = {
	faultsBoth: ({ toTarget, toClient }) => `往目标方向：${toTarget}；往客户端方向：${toClient}`,
	faultsAnd: ({ first, rest }) => `${first}，${rest}`,
	faultShare: ({ fault, share }) => `${fault}（${share} 的连接）`,
	faultsNone: '无',
	faultLatency: ({ delay }) => `延迟 ${delay}`,
	faultBandwidth: ({ rate }) => `带宽 ${rate} B/s`,
	faultSlices: ({ size }) => `切片 ${size}`,
	faultSlicesEach: ({ ms }) => `每片 ${ms} ms`,
	faultCorruptBytes: ({ share }) => `损坏 ${share} 的字节`,
	faultCorruptMessages: ({ share }) => `损坏 ${share} 的消息`,
	faultDrop: ({ share }) => `丢弃 ${share}`,
	faultDuplicate: ({ share }) => `重复 ${share}`,
	faultReorder: ({ share, distance }) => `乱序 ${share}，距离 ${distance}`,
	faultSlowClose: ({ ms }) => `延迟关闭 ${ms} ms`,
	faultHalfOpen: ({ bytes }) => `${bytes} B 后半开`,
	faultTimeout: ({ ms }) => `${ms} ms 后超时`,
	faultTimeoutOpen: '超时，不关闭',
	faultReset: ({ bytes, ms }) => `${bytes} B 且 ${ms} ms 后重置`,
	faultLimit: ({ bytes }) => `${bytes} B 后关闭`,
	faultCloseAfter: ({ ms }) => `${ms} ms 后关闭`,
};

export const faultCounts: Texts<typeof english.faultCounts> = {
	faultCountsAnd: ({ first, rest }) => `${first}，${rest}`,
	faultCount: ({ fault, count }) => `${fault} ${count} 次`,
	faultIdLatency: '延迟',
	faultIdBandwidth: '带宽',
	faultIdSlicer: '切片',
	faultIdCorrupt: '损坏',
	faultIdDrop: '丢弃',
	faultIdDuplicate: '重复',
	faultIdReorder: '乱序',
	faultIdSlowClose: '延迟关闭',
	faultIdHalfOpen: '半开',
	faultIdTimeout: '超时',
	faultIdReset: '重置',
	faultIdLimitData: '达到字节数后关闭',
	faultIdCloseAfter: '到时后关闭',
};

export const framingParts: Texts<typeof english.framingParts> = {
	framingNone: '无（每次读取为一条消息）',
	framingLine: '行',
	framingDelimiterEither: ({ text, format }) => `分隔符 ${text}（${format}，LF 或 CR LF 均可）`,
	framingDelimiter: ({ text, format }) => `分隔符 ${text}（${format}）`,
	framingFixedOne: '固定长度 1 字节',
	framingFixed: ({ length }) => `固定长度 ${length} 字节`,
	framingIdle: ({ ms }) => `消息后停顿 ${ms} ms`,
	framingPlus: ({ field, by }) => `${field}，+ ${by}`,
	framingMinus: ({ field, by }) => `${field}，− ${by}`,
	framingCountsHead: ({ field }) => `${field}，计入长度字段本身`,
	framingAtOffset: ({ field, offset }) => `${field}，偏移 ${offset}`,
	framingLengthOne: '1 字节的长度字段',
	framingLengthBig: ({ size }) => `${size} 字节的长度字段，大端序`,
	framingLengthLittle: ({ size }) => `${size} 字节的长度字段，小端序`,
};

export const planParts: Texts<typeof english.planParts> = {
	planStream: ({ plan, stream }) => `${plan}，流 ${stream}`,
	planFast: ({ what }) => `${what}，尽可能快`,
	planPaced: ({ what, rate }) => `${what}，每秒 ${rate} 条`,
	planEndlessText: '不限数量的文本消息',
	planEndless: ({ size }) => `不限数量、每条 ${size} 字节的消息`,
	planText: ({ count }) => `${count} 条文本消息`,
	planBytes: ({ count, size }) => `${count} 条消息，每条 ${size} 字节`,
};

export const lossParts: Texts<typeof english.lossParts> = {
	lossAnd: ({ first, rest }) => `${first}；${rest}`,
	lossOfEndpoint: ({ events, received, sent }) => `端点：${events}，接收 ${received}，发送 ${sent}`,
	lossOfConnection: ({ connection, events, received, sent }) =>
		`连接 ${connection}：${events}，接收 ${received}，发送 ${sent}`,
	lossAtLeastOneMore: '另有至少 1 个连接',
	lossAtLeastMore: ({ more }) => `另有至少 ${more} 个连接`,
	lossOneMore: '另有 1 个连接',
	lossMore: ({ more }) => `另有 ${more} 个连接`,
	lossOneEvent: '1 个事件',
	lossEvents: ({ count }) => `${count} 个事件`,
	lossOneByte: '1 字节',
	lossBytes: ({ count }) => `${count} 字节`,
};
