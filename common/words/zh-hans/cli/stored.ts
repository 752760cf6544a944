import type { stored as english } from '../../en/cli/stored.ts';
import type { Texts } from '../../locale/texts.ts';

export const stored: Texts<typeof english> = {
	show: {
		summary: '输出已存储的抓包记录中的事件',
		description:
			'像 "listen" 在事件发生时那样输出抓包记录中的事件：来自抓包记录文件夹，或其他程序的抓包记录文件。其中的问题报告到标准错误输出。',
		json: '每个事件输出一个 JSON 对象',
		charset: '文本的字符集，代替各端点自己的字符集',
		messages: '输出字节流中的消息，代替各次读取的数据',
		framing: (forms) => `与 --messages 一起使用：所有字节流的分帧方式，代替各端点自己的分帧：${forms}`,
		framingAlone: '--framing 把字节流分成消息：请加上 --messages。',
	},
	export: {
		summary: '把已存储的抓包记录写成 pcapng、JSON 行、CSV、文本、原始字节或 C',
		description: '把抓包记录文件夹或抓包记录文件中的事件写成另一种文件。原有的内容不会改动。',
		format: '写成哪种格式',
		connection: '只写此连接的事件',
		direction: '只写收到的数据，或只写发送的数据',
		first: '第一个事件的编号，从 1 起；使用 --messages 时为第一行的编号',
		last: '最后一个事件或最后一行的编号',
		joined: '格式为 c 时：所有事件合为一个数组',
		readsOnly: (format) => `${format} 只有原样的读取，没有消息：请去掉 --messages，或写成 jsonl、csv 或 text。`,
		toTerminal: (format) => `终端无法显示 ${format}：请用 -o 指定文件。`,
		progress: (done, total, bytes) => `${done} / ${total} 个事件，${bytes} 字节`,
		cancelled: '导出已取消；没有留下任何文件。',
		done: (events, bytes) => `${events} 个事件，${bytes} 字节`,
		doneIn: (events, bytes, file) => `${events} 个事件，${bytes} 字节：${file}`,
		existing: '加上 --force 可替换它。',
	},
	stats: {
		summary: '统计已存储的抓包记录：事件数、字节数和应答时间',
		description:
			'输出抓包记录中各端点、连接、协议或事件类型的事件数、字节数、速率、持续时间，以及应答用了多久。应答是指打开连接的一方发出数据之后，另一方的第一个数据，' +
			'时间从请求的最后一个数据块算起。百分位数精确到 1/32。协议按连接的每个方向推断，依据是最前面的三个数据块。',
		by: '按什么统计',
		sort: '按哪一列排序，最大的在前；名称按升序',
		top: '输出多少行',
		json: '合计输出一个 JSON 对象，每行再输出一个；时间单位为 ns，速率为每秒字节数和事件数',
		columns: {
			name: '名称',
			events: '事件',
			messages: '数据',
			bytesIn: '接收字节',
			bytesOut: '发送字节',
			bytes: '占比',
			byteRate: '字节/秒',
			peakBytes: '峰值字节/秒',
			duration: '持续秒数',
			answers: '应答',
			p50: 'p50 毫秒',
			p90: 'p90 毫秒',
			p99: 'p99 毫秒',
			answerMax: '最大毫秒',
		},
		total: '合计',
		notRecognised: '未识别',
		noTransport: '无传输层',
		shown: (shown, all) => `显示 ${all} 行中的 ${shown} 行：用 --top 输出更多。`,
		limited: '端点或连接多于可统计的数量：之后的只计入合计。',
	},
};
