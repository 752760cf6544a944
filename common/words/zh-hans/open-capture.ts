import type { openCapture as english } from '../en/open-capture.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const openCapture: Texts<typeof english> = {
	live: '实时抓包记录',
	capture: '抓包记录',
	captures: '抓包记录',
	notOpened: '未打开',
	now: '当前',
	size: (events, size) => `${count(events)} 个事件，${size}`,
	lookAt: '查看',
	export: '导出…',
	compare: '与其他比较…',
	openFile: '打开文件…',
	openPath: '打开路径…',
	all: '所有抓包记录…',
	close: (title) => `关闭 ${title}`,
	file: '抓包记录文件',
	drop: '拖放到此处打开',
	dialog: {
		title: '打开抓包记录',
		path: '路径',
		hint: '运行 Wirebench 的机器上的抓包记录文件夹，或任何程序的抓包记录文件。',
		cancel: '取消',
		open: '打开',
	},
	lookedAt: '正在查看的抓包记录',
	lookingAt: '正在查看',
	kinds: {
		stored: '已存储的抓包记录',
		growing: '另一个 Wirebench 正在写入的抓包记录',
		imported: '其他程序的文件',
	},
	back: '返回实时抓包记录',
	closeIt: '关闭',
	opening: (title) => `正在打开 ${title}`,
	errorOf: (title) => `${title} 的错误`,
	failed: (title) => `无法打开 ${title}`,
	warningsOf: (title) => `${title} 的警告`,
	about: (title) => `关于 ${title}`,
	uploading: (name) => `正在把 ${name} 发送到主机程序`,
	progress: (percent, total) => `${percent}，共 ${total}`,
	cancel: '取消',
};
