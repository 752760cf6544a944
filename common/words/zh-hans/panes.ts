import type { panes as english } from '../en/panes.ts';
import type { Texts } from '../locale/texts.ts';

export const panes: Texts<typeof english> = {
	endpoints: {
		name: '端点',
		show: '显示端点',
		fold: '收起端点',
		width: '端点的宽度',
		height: '端点的高度',
	},
	inspector: {
		name: '检查器',
		show: '显示检查器',
		fold: '收起检查器',
		width: '检查器的宽度',
		height: '检查器的高度',
	},
	composer: {
		name: '编辑器',
		show: '显示编辑器',
		fold: '收起编辑器',
		width: '编辑器的宽度',
		height: '编辑器的高度',
	},
	timeline: {
		name: '时间线',
		show: '显示时间线',
		fold: '收起时间线',
		width: '时间线的宽度',
		height: '时间线的高度',
	},
	event: (number) => `事件 ${number}`,
	strip: (show, summary) => `${show}，${summary}`,
	pixels: (size) => `${size} 像素`,
	asContent: '与内容同高',
};
