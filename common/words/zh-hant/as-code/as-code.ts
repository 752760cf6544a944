import type { asCode as english } from '../../en/as-code/as-code.ts';
import type { Texts } from '../../locale/texts.ts';

export const asCode: Texts<typeof english> = {
	title: (name) => `${name} 的程式碼`,
	titleOfConnection: (id) => `連線 #${id} 的程式碼`,
	language: '語言',
	style: '風格',
	styles: {
		blocking: '阻塞',
		threads: '執行緒',
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
	to: '傳送到',
	program: '程式',
	leftOut: '本程式不包含',
	run: '執行指令',
	copy: '複製',
	copied: '已複製程式',
	notCopied: '程式未複製',
	save: (file) => `儲存 ${file}`,
	reading: '正在讀取對話…',
	impossible: '無法寫成程式',
	cannot: (language) => `${language} 做不到。請選擇另一種語言。`,
};
