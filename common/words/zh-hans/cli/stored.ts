import type { stored as english } from '../../en/cli/stored.ts';
import type { Texts } from '../../locale/texts.ts';

export const stored: Texts<typeof english> = {
	show: {
		summary: '输出已存储的抓包记录中的事件',
		description:
			'像 "listen" 在事件发生时那样输出抓包记录中的事件：来自抓包记录文件夹，或其他程序的抓包记录文件。其中的问题报告到标准错误输出。',
		json: '每个事件输出一个 JSON 对象',
		charset: '文本的字符集，代替各端点自己的字符集',
	},
	export: {
		summary: '把已存储的抓包记录写成 pcapng、JSON 行、CSV、文本、原始字节或 C',
		description: '把抓包记录文件夹或抓包记录文件中的事件写成另一种文件。原有的内容不会改动。',
		format: '写成哪种格式',
		connection: '只写此连接的事件',
		direction: '只写收到的数据，或只写发送的数据',
		first: '第一个事件的编号，从 1 起',
		last: '最后一个事件的编号',
		joined: '格式为 c 时：所有事件合为一个数组',
		toTerminal: (format) => `终端无法显示 ${format}：请用 -o 指定文件。`,
		progress: (done, total, bytes) => `${done} / ${total} 个事件，${bytes} 字节`,
		cancelled: '导出已取消；没有留下任何文件。',
		done: (events, bytes) => `${events} 个事件，${bytes} 字节`,
		doneIn: (events, bytes, file) => `${events} 个事件，${bytes} 字节：${file}`,
		existing: '加上 --force 可替换它。',
	},
};
