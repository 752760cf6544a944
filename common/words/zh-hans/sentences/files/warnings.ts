import type * as english from '../../../en/sentences/files/warnings.ts';
import type { Texts } from '../../../locale/texts.ts';

export const captureWarnings: Texts<typeof english.captureWarnings> = {
	fileDamaged: ({ file, reason }) => `${file} 已损坏：${reason}。`,
	fileDamagedAtEvent: ({ file, reason, event }) => `${file} 已损坏：${reason}。事件 ${event} 无法读取。`,
	fileDamagedAtEvents: ({ file, reason, events, event }) =>
		`${file} 已损坏：${reason}。${events} 个事件无法读取，其中之一是事件 ${event}。`,
	fileDamagedAtMost: ({ file, reason, events, event }) =>
		`${file} 已损坏：${reason}。${events} 个或更多事件无法读取，其中之一是事件 ${event}。`,
	fileDamagedBytes: ({ file, reason, bytes }) => `${file} 已损坏：${reason}。${bytes} 字节无法读取，已略去。`,
	lastBytesLeftOut: ({ file, bytes }) => `${file} 的最后 ${bytes} 字节属于未完成的事件，已略去。`,
	importDamaged: ({ file, reason, offset }) => `${file} 已损坏：${reason}。字节 ${offset} 之后的内容已略去。`,
	bytesNotCapturedOnce: ({ bytes }) => `TCP 字节流中有 1 处共 ${bytes} 字节没有抓到：该处有注释。`,
	bytesNotCaptured: ({ bytes, places }) => `TCP 字节流中有 ${places} 处共 ${bytes} 字节没有抓到：这些位置有注释。`,
	connectionsNotFollowed: ({ count }) => `同时存在的连接过多，${count} 个连接未继续跟踪。`,
	packetsNotShown: ({ packets }) => `未显示的数据包：${packets}。`,
	growingCapture: '另一个 Wirebench 正在写入此抓包记录：会随其增长显示，不会改动它。',
	eventNotExported: '1 个事件已不在抓包记录的任何文件中，也未导出。',
	eventsNotExported: ({ events }) => `${events} 个事件已不在抓包记录的任何文件中，也未导出。`,
	captureRebuilt: ({ state, segments }) => `抓包记录（${state}）：已重建索引（${segments}）。`,
	captureRebuiltWith: ({ state, segments, lost }) => `抓包记录（${state}）：已重建索引（${segments}），${lost}。`,
	storedEventGone: '原有的 1 个事件已不在任何文件中。',
	storedEventsGone: ({ events }) => `原有的 ${events} 个事件已不在任何文件中。`,
	changedByOther: ({ file, reason }) => `${file} 被其他程序更改，只显示到该处：${reason}`,
	indexRebuilt: ({ segments }) => `索引（${segments}）已损坏，已由分段重建。`,
	indexRebuiltWhole: ({ segments }) => `索引（${segments}）已损坏，已由分段重建：没有丢失任何内容。`,
	damagedAtByte: ({ file, byte, bytes, held }) => `${file} 在字节 ${byte} 处损坏：${bytes} 字节无法读取。${held}`,
	damagedInPlaces: ({ file, places, byte, bytes, held }) =>
		`${file} 有 ${places} 处损坏，第一处在字节 ${byte}：${bytes} 字节无法读取。${held}`,
	eventInNoFile: ({ event, between, from, to }) =>
		`1 个事件（事件 ${event}）不在任何文件中（${between}）：从 ${from} 到 ${to}。`,
	eventsInNoFile: ({ events, first, last, between, from, to }) =>
		`${events} 个事件（事件 ${first} 到 ${last}）不在任何文件中（${between}）：从 ${from} 到 ${to}。`,
};

export const warningParts: Texts<typeof english.warningParts> = {
	notClosed: '没有关闭',
	cutOff: '被截断',
	oneSegment: '1 个分段',
	severalSegments: ({ count }) => `${count} 个分段`,
	unfinishedLeftOut: ({ bytes }) => `未完成事件的 ${bytes} 字节已略去`,
	unfinishedCutOff: ({ bytes }) => `未完成事件的 ${bytes} 字节已截去`,
	nothingLost: '没有丢失任何内容',
	heldUnknown: '不知道其中有多少事件。',
	heldEvent: '其中有 1 个事件。',
	heldEvents: ({ events }) => `其中有 ${events} 个事件。`,
	filesAround: ({ before, after }) => `${before} 和 ${after} 之间`,
	filesAroundSegment: ({ before, after }) => `${before} 和 ${after} 之间，缺少 1 个分段`,
	filesAroundSegments: ({ before, after, segments }) => `${before} 和 ${after} 之间，缺少 ${segments} 个分段`,
	unknownTime: '未知时间',
};

export const skippedPackets: Texts<typeof english.skippedPackets> = {
	skippedAndOthers: ({ list }) => `${list} 等`,
	skippedList: ({ first, rest }) => `${first}、${rest}`,
	skippedLlc: ({ n }) => `${n} 个 802.3 LLC`,
	skippedLinkHeader: ({ n }) => `${n} 个在链路头部中截断`,
	skippedFragmentCut: ({ n }) => `${n} 个在分片中截断`,
	skippedTransportCut: ({ n }) => `${n} 个在传输层头部中截断`,
	skippedMalformedPdu: ({ n }) => `${n} 个格式错误的导出 PDU`,
	skippedMalformedFragment: ({ n }) => `${n} 个格式错误的分片`,
	skippedMalformed: ({ n, protocol }) => `${n} 个格式错误的 ${protocol}`,
	skippedLinkType: ({ n, type }) => `${n} 个链路类型 ${type}`,
	skippedLoopback: ({ n, family }) => `${n} 个环回协议 ${family}`,
	skippedRawIp: ({ n, version }) => `${n} 个版本 ${version} 的原始 IP`,
	skippedOtherKinds: ({ n }) => `${n} 个其他类型`,
};
