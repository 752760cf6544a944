import type { timeline as english } from '../en/timeline.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const timeline: Texts<typeof english> = {
	title: '时间线',
	show: '显示时间线',
	hide: '隐藏时间线',
	measure: { label: '时间线的度量', bytes: '字节', events: '事件' },
	split: '每个端点一条线',
	all: '所有端点',
	others: '其他所有端点',
	zoomOut: '缩小',
	zoomIn: '放大',
	whole: '显示整个抓包记录',
	in: '收',
	out: '发',
	looking: '正在查看抓包记录',
	clearRange: '清除时间范围',
	filterToView: '按视图过滤',
	axis: '抓包记录的时间',
	noTime: '未选择时间',
	failed: (why) => `无法绘制时间线：${why}`,
	empty: '有流量时，这里显示每秒的字节数和事件数。',
	peak: (rate) => `峰值 ${rate}`,
	perSecond: (count) => `${count} 个事件/秒`,
	upTo: (to) => `到 ${to}`,
	from: (from) => `从 ${from}`,
	range: (from, to) => `${from} 到 ${to}`,
	events: (count) => `${written(count)} 个事件`,
	errors: (count) => `${written(count)} 个错误`,
	spoken: (at, received, sent, events, errors, from) => {
		const range = from === '' ? '' : `，选择从 ${from} 开始`;
		return `${at}，接收 ${received}，发送 ${sent}，${events}${errors === '' ? '' : `，${errors}`}${range}`;
	},
};
