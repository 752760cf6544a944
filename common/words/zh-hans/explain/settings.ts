import type { settings as english } from '../../en/explain/settings.ts';
import type { Texts } from '../../locale/texts.ts';

export const settings: Texts<typeof english> = {
	look: {
		title: '主题和对比度',
		text: '浅色或深色，以及文字和线条有多醒目。“跟随系统”随系统的设置变化。',
		next: '用投影仪时选择高对比度。',
	},
	language: {
		title: '语言',
		text: '窗口的语言：文字、说明和课程。调用、错误、选项以及所有抓到的内容保持原样。',
		next: '立即生效，试一试。',
	},
	font: {
		title: '字体',
		text: '字体和字号：窗口一种，字节和文本一种。本机没有的字体由系统字体代替。',
		next: '字节请用等宽字体。',
	},
	place: {
		title: '新抓包记录的文件夹',
		text: '抓包记录写在哪里。正在进行的留在原处；下一个写入新文件夹。',
		next: '选择空间充足的快速磁盘，不要用网络驱动器。',
	},
	segment: {
		title: '分段大小',
		text: '一个抓包记录由多个文件组成；达到这个大小就开始下一个。有限制时按整个文件删除，最旧的先删。',
		next: '分段小，释放磁盘空间的步子也小。',
	},
	keep: {
		title: '只保留最新的',
		text: '正在进行的抓包记录最多占用多少磁盘。超过后删除最旧的事件，并记下删除了多少。',
		next: '要运行一整夜时设置它。',
	},
	disk: {
		title: '磁盘无法写入时',
		text: '要么 TCP 连接等到可以再写入：什么都不丢，对端会感到压力。要么一切继续，没有写入的计为丢失。',
		next: '释放磁盘空间：抓包记录会自行继续。',
	},
	closing: {
		title: '窗口关闭时',
		text: '正在运行的端点随窗口停止，还是在系统图标后面继续运行。停止时，它们的客户端会看到连接结束。',
		next: '别人在用你的服务器时，让它继续运行。',
	},
};
