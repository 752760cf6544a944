import type * as english from '../../../en/sentences/files/warnings.ts';
import type { Texts } from '../../../locale/texts.ts';

export const captureWarnings: Texts<typeof english.captureWarnings> = {
	fileDamaged: ({ file, reason }) => `${file} 已損毀：${reason}。`,
	fileDamagedAtEvent: ({ file, reason, event }) => `${file} 已損毀：${reason}。事件 ${event} 無法讀取。`,
	fileDamagedAtEvents: ({ file, reason, events, event }) =>
		`${file} 已損毀：${reason}。${events} 個事件無法讀取，其中之一是事件 ${event}。`,
	fileDamagedAtMost: ({ file, reason, events, event }) =>
		`${file} 已損毀：${reason}。${events} 個或更多事件無法讀取，其中之一是事件 ${event}。`,
	fileDamagedBytes: ({ file, reason, bytes }) => `${file} 已損毀：${reason}。${bytes} 位元組無法讀取，已略去。`,
	lastBytesLeftOut: ({ file, bytes }) => `${file} 的最後 ${bytes} 位元組屬於未完成的事件，已略去。`,
	importDamaged: ({ file, reason, offset }) => `${file} 已損毀：${reason}。位元組 ${offset} 之後的內容已略去。`,
	bytesNotCapturedOnce: ({ bytes }) => `TCP 位元組流中有 1 處共 ${bytes} 位元組沒有擷取到：該處有註解。`,
	bytesNotCaptured: ({ bytes, places }) =>
		`TCP 位元組流中有 ${places} 處共 ${bytes} 位元組沒有擷取到：這些位置有註解。`,
	connectionsNotFollowed: ({ count }) => `同時存在的連線過多，${count} 個連線未繼續追蹤。`,
	packetsNotShown: ({ packets }) => `未顯示的封包：${packets}。`,
	growingCapture: '另一個 Wirebench 正在寫入此擷取記錄：會隨其增長顯示，不會變更它。',
	eventNotExported: '1 個事件已不在擷取記錄的任何檔案中，也未匯出。',
	eventsNotExported: ({ events }) => `${events} 個事件已不在擷取記錄的任何檔案中，也未匯出。`,
	captureRebuilt: ({ state, segments }) => `擷取記錄（${state}）：已重建索引（${segments}）。`,
	captureRebuiltWith: ({ state, segments, lost }) => `擷取記錄（${state}）：已重建索引（${segments}），${lost}。`,
	storedEventGone: '原有的 1 個事件已不在任何檔案中。',
	storedEventsGone: ({ events }) => `原有的 ${events} 個事件已不在任何檔案中。`,
	changedByOther: ({ file, reason }) => `${file} 被其他程式變更，只顯示到該處：${reason}`,
	indexRebuilt: ({ segments }) => `索引（${segments}）已損毀，已由分段重建。`,
	indexRebuiltWhole: ({ segments }) => `索引（${segments}）已損毀，已由分段重建：沒有遺失任何內容。`,
	damagedAtByte: ({ file, byte, bytes, held }) => `${file} 在位元組 ${byte} 處損毀：${bytes} 位元組無法讀取。${held}`,
	damagedInPlaces: ({ file, places, byte, bytes, held }) =>
		`${file} 有 ${places} 處損毀，第一處在位元組 ${byte}：${bytes} 位元組無法讀取。${held}`,
	eventInNoFile: ({ event, between, from, to }) =>
		`1 個事件（事件 ${event}）不在任何檔案中（${between}）：從 ${from} 到 ${to}。`,
	eventsInNoFile: ({ events, first, last, between, from, to }) =>
		`${events} 個事件（事件 ${first} 到 ${last}）不在任何檔案中（${between}）：從 ${from} 到 ${to}。`,
};

export const warningParts: Texts<typeof english.warningParts> = {
	notClosed: '沒有關閉',
	cutOff: '被截斷',
	oneSegment: '1 個分段',
	severalSegments: ({ count }) => `${count} 個分段`,
	unfinishedLeftOut: ({ bytes }) => `未完成事件的 ${bytes} 位元組已略去`,
	unfinishedCutOff: ({ bytes }) => `未完成事件的 ${bytes} 位元組已截去`,
	nothingLost: '沒有遺失任何內容',
	heldUnknown: '不知道其中有多少事件。',
	heldEvent: '其中有 1 個事件。',
	heldEvents: ({ events }) => `其中有 ${events} 個事件。`,
	filesAround: ({ before, after }) => `${before} 和 ${after} 之間`,
	filesAroundSegment: ({ before, after }) => `${before} 和 ${after} 之間，缺少 1 個分段`,
	filesAroundSegments: ({ before, after, segments }) => `${before} 和 ${after} 之間，缺少 ${segments} 個分段`,
	unknownTime: '未知時間',
};

export const skippedPackets: Texts<typeof english.skippedPackets> = {
	skippedAndOthers: ({ list }) => `${list} 等`,
	skippedList: ({ first, rest }) => `${first}、${rest}`,
	skippedLlc: ({ n }) => `${n} 個 802.3 LLC`,
	skippedLinkHeader: ({ n }) => `${n} 個在連結標頭中截斷`,
	skippedFragmentCut: ({ n }) => `${n} 個在片段中截斷`,
	skippedTransportCut: ({ n }) => `${n} 個在傳輸層標頭中截斷`,
	skippedMalformedPdu: ({ n }) => `${n} 個格式錯誤的匯出 PDU`,
	skippedMalformedFragment: ({ n }) => `${n} 個格式錯誤的片段`,
	skippedMalformed: ({ n, protocol }) => `${n} 個格式錯誤的 ${protocol}`,
	skippedLinkType: ({ n, type }) => `${n} 個連結類型 ${type}`,
	skippedLoopback: ({ n, family }) => `${n} 個回送通訊協定 ${family}`,
	skippedRawIp: ({ n, version }) => `${n} 個版本 ${version} 的原始 IP`,
	skippedOtherKinds: ({ n }) => `${n} 個其他類型`,
};
