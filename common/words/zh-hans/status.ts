import type { status as english } from '../en/status.ts';
import type { Texts } from '../locale/texts.ts';

export const status: Texts<typeof english> = {
	counters: { received: '已接收', stored: '已存储', shown: '已显示', dropped: '已丢弃', deleted: '已删除' },
	lossy: '有事件被丢弃：抓包记录不完整。',
	deletedTip: '为使抓包记录不超过上限而删除的最早的事件。它们之前已存储。',
	in: '收',
	out: '发',
	noCapture: '还没有抓包记录',
	folderTip: (folder) => `${folder}：按下查看所有抓包记录`,
	capture: '抓包记录',
	captureError: '抓包记录错误',
	goOn: '继续但不记录',
	letWait: '让 TCP 等待',
	waits: '在此之前 TCP 会等待，因此不会丢失任何数据。',
	goesOn: '在此之前套接字继续工作，未记录的内容计为已丢弃。',
	hosts: { browser: '浏览器主机程序', electron: 'Electron' },
};
