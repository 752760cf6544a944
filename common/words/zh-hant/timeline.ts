import type { timeline as english } from '../en/timeline.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const timeline: Texts<typeof english> = {
	title: '時間軸',
	show: '顯示時間軸',
	hide: '隱藏時間軸',
	measure: { label: '時間軸的度量', bytes: '位元組', events: '事件' },
	split: '每個端點一條線',
	all: '所有端點',
	others: '其他所有端點',
	zoomOut: '縮小',
	zoomIn: '放大',
	whole: '顯示整個擷取記錄',
	in: '收',
	out: '發',
	looking: '正在檢視擷取記錄',
	clearRange: '清除時間範圍',
	filterToView: '依檢視篩選',
	axis: '擷取記錄的時間',
	noTime: '未選擇時間',
	failed: (why) => `無法繪製時間軸：${why}`,
	empty: '有流量時，這裡顯示每秒的位元組數和事件數。',
	peak: (rate) => `峰值 ${rate}`,
	perSecond: (count) => `${count} 個事件/秒`,
	upTo: (to) => `到 ${to}`,
	from: (from) => `從 ${from}`,
	range: (from, to) => `${from} 到 ${to}`,
	events: (count) => `${written(count)} 個事件`,
	errors: (count) => `${written(count)} 個錯誤`,
	spoken: (at, received, sent, events, errors, from) => {
		const range = from === '' ? '' : `，選擇從 ${from} 開始`;
		return `${at}，接收 ${received}，傳送 ${sent}，${events}${errors === '' ? '' : `，${errors}`}${range}`;
	},
};
