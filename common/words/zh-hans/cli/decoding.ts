import type { decoding as english } from '../../en/cli/decoding.ts';
import type { Texts } from '../../locale/texts.ts';
import { decodeNotes } from '../decode-notes.ts';

export const decoding: Texts<typeof english> = {
	summary: '按协议列出一条消息的字段',
	description:
		'读取字节，并为每个单元（数据包、请求）输出一个 JSON 对象：protocol、start、end、fields，有缺失或错误时还有 error。偏移量以字节计，从消息开头算起；end 在最后一个字节之后。',
	file: '含有消息字节的文件；- 表示读取 stdin',
	as: (ids) => `协议：auto，或 ${ids} 之一`,
	hex: '十六进制字节，可用程序输出的任何写法',
	transport: '消息的传输方式：某些协议在字节流上会在前面加长度（默认：按其样子判断）',
	nothing: '请指定一个文件，或用 --hex 给出字节。',
	both: '请给出文件或 --hex，不要同时给出。',
	unknown: '这些字节不像 Wirebench 已知的任何协议。请用 --as 选择一种。',
	wrongHex: (why) => `--hex：${why}`,
	structureFile: '用文件中的结构解码（docs/structures.md），代替协议',
	values: '与 --structure 一起：只输出值，每条消息一个 JSON 对象，encode 可以读取',
	proto: '按 .proto 文件解码 Protocol Buffers：字段使用其中的名称',
	message: '与 --proto 一起使用：消息的全名或其末尾',
	protoNeeds: '--proto 与 --message 必须一起使用。',
	protoAlone: '--proto 用于 Protocol Buffers：不要给出 --structure，--as 只能是 protobuf。',
	asOrStructure: '请给出 --as 或 --structure，不要同时给出。',
	valuesNeed: '--values 需要 --structure。',
	wrongAt: (at, what) => `无法读取字节 ${at} 处的消息：${what}。`,
	structuresList: (file) => `${file}：structures 是结构的列表，或结构文件路径的列表。`,
	encode: {
		summary: '由各字段的值输出一条消息的字节',
		description:
			'读取 JSON 形式的消息值，并以十六进制输出其字节。常量、长度、个数、计算值和校验和不必给出：它们由程序计算。decode --values 输出这样的 JSON。',
		values: '按字段名给出各字段值的 JSON 文件；- 表示读取 stdin',
		structure: '消息的结构（docs/structures.md）',
	},
	structure: {
		summary: '检查描述消息的结构',
		help: '显示命令的帮助',
		description: '用于结构文件的命令（docs/structures.md）。wirebench decode --structure 用它读取消息。',
		checkSummary: '说明结构文件中的问题',
		checkDescription:
			'输出每个文件的所有问题，附上 JSON 路径和在表达式中的位置，并列出 Wirebench 不认识的键。所有文件都可用时退出码为 0，否则为 2。',
		files: '结构文件',
		json: '每个文件输出一个 JSON 对象：file、ok、findings',
		sampleSummary: '输出一个可作起点的结构',
		sampleDescription: '输出 Wirebench 自带的一个示例结构；不带 --name 时列出所有名称。',
		sampleName: '哪一个',
		guessSummary: '为若干消息推测结构',
		guessDescription:
			'读取同一种类、同一方向的消息（按时间顺序），并输出它们的结构：能找到的常量、长度、计数器、时间、校验和与文本。请手工修正。',
		guessFile: '每行一条十六进制消息的文件，至少两条；- 表示读取 stdin',
		guessId: '结构的 id（默认：guessed）',
		guessFindings: '输出找到的内容及其可信度（0 到 1），以及适合这种字节流的分帧',
		tooFew: '请给出至少两条消息，每条最多 4096 个字节。',
		wrongLine: (line, why) => `第 ${line} 行：${why}`,
		importSummary: '由 .ksy 文件生成结构',
		importDescription:
			'读取 Kaitai Struct 的描述并输出结构：seq、types、enums、instances、if、repeat、switch-on、contents、size、terminator 和 encoding。结构没有的内容会连同位置一起列出。',
		importFile: '.ksy 文件，或与 --message 一起给出的 .proto 文件；- 表示读取 stdin',
		importMessage: '.proto 文件中的消息',
		fine: (file, id) => `${file} 没有问题：${id}。`,
		unusable: (file, problems) => `${file} 无法使用：${problems} 个问题。`,
	},
	/** Options of `show`. */
	decode: (ids) => `解码载荷：auto，或其中一种：${ids}，或结构；ENDPOINT=NAME 只用于一个端点（可重复）`,
	structures: '结构文件（docs/structures.md），其 ID 在过滤器和列中是协议（可重复）',
	structureTwice: (id) => `另一个结构的 ID 也是 ${id}。`,
	columns: '要输出的解码字段，用逗号分隔，例如 modbus.function,dns.question.name',
	wrongColumn: (name) => `“${name}”不是解码字段的名称；正确的名称例如 modbus.function。`,
	manyColumns: (most) => `最多 ${most} 列。`,
	notes: decodeNotes,
};
