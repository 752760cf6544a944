import type { answering as english } from '../../en/cli/answering.ts';
import type { Texts } from '../../locale/texts.ts';

export const answering: Texts<typeof english> = {
	preset: '采用某个预设的行为（见 "wirebench presets"）',
	framing: (forms) => `如何从字节流中切分消息：${forms}`,
	framings:
		'none、line、delimiter:TEXT（可用转义）、either-eol:TEXT（同上，其中每个换行可以是 LF 或 CR LF）、fixed:BYTES、idle:MS，或 length:SIZE，例如 length:2be 或 length:4le,offset=2,add=-6,with-head',
	oneOf: (forms) => `应为以下之一：${forms}。`,
	ledger: '报告编号消息的丢失情况（见 "generate"）；TEXT 含 %d 时，编号在文本中',
	reply: '应答每条消息；可用转义的模板，例如 "got {{data}}\\n"',
	rules: '按此 JSON 文件中的规则应答（见 docs/guide.md 和 "wirebench presets --json"）',
	answerAfter: '每次应答前等待的时间，不论规则如何设置',
	folder: '用此文件夹中的文件应答，如预设 http-server',
	charset: (what) => `${what}，例如 gbk、big5、shift_jis 或 latin1`,
	noRule: (file) => `${file}：其中没有规则，因此不会有任何应答：请写一条规则，或去掉 --rules。`,
	character: (path, position) => `${path}，第 ${position} 个字符`,
	noAnswers: '没有规则应答：--answer-after 用于预设、--reply 或 --rules 的规则。',
	noFolder: (path) => `没有文件夹 ${path}。`,
	noFolderRule: '没有规则用文件夹中的文件应答：--folder 用于预设 http-server。',
	oneAnswers: '只能由其中之一应答：--script、--reply 或 --rules。',
	script: {
		file: '用 JavaScript 应答（见 "wirebench script-api"）',
		time: '脚本一次调用的计算时间（默认 1000）',
		memory: '脚本的内存（默认 32）',
		output: '一次调用发送和记录的数据量（默认 4096）',
		none: '脚本的限制需要有脚本：请用 --script 指定。',
		unreadable: (why) => `无法读取：${why}。`,
		empty: '文件为空：脚本要定义如何应答（见 "wirebench script-api"）。',
	},
	noPreset: (id, known) => `没有预设 "${id}"。现有：${known}。`,
	otherPreset: (id, noun, usage) => `预设 "${id}" 是 ${noun}：请使用 "wirebench ${usage}"。`,
	datagramFraming: '数据报本身就是一条消息：--framing 用于 tcp://。',
	noServe: (title) => `${title} 没有需要等待的连接：--serve 用于 tcp:// 和 unix:。`,
	noOption: (kind, option) => `${kind} 没有选项 ${option}。`,
};
