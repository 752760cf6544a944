import type { asCode as english } from '../../en/as-code/as-code.ts';
import type { Texts } from '../../locale/texts.ts';

export const asCode: Texts<typeof english> = {
	title: (name) => `${name} 的代码`,
	titleOfConnection: (id) => `连接 #${id} 的代码`,
	language: '语言',
	style: '风格',
	styles: {
		blocking: '阻塞',
		threads: '线程',
		selectors: 'selectors',
		asyncio: 'asyncio',
		socketserver: 'socketserver',
		await: 'await',
		goroutines: 'goroutine',
		nc: 'nc',
		socat: 'socat',
		curl: 'curl',
		openssl: 'openssl s_client',
	},
	to: '发送到',
	program: '程序',
	leftOut: '本程序不包含',
	run: '运行命令',
	copy: '复制',
	copied: '已复制程序',
	notCopied: '程序未复制',
	save: (file) => `保存 ${file}`,
	reading: '正在读取会话…',
	impossible: '无法写成程序',
	cannot: (language) => `${language} 做不到。请选择另一种语言。`,
};
