import type { exportDialog as english } from '../../en/dialogs/export-dialog.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const exportDialog: Texts<typeof english> = {
	title: '导出',
	format: '格式',
	formats: {
		pcapng: { label: 'pcapng', says: '单个抓包记录文件：可用 Wireshark 打开，也可在此重新打开。' },
		jsonl: { label: 'JSON 行', says: '每行一个事件：字节以十六进制表示，属于 UTF-8 时也以文本表示。' },
		csv: { label: 'CSV', says: '供电子表格和脚本使用的表格，字节以十六进制和文本表示。' },
		text: { label: '纯文本', says: '每个事件一行，其下是字节的十六进制转储。' },
		raw: { label: '原始字节', says: '只有发送和接收的内容，逐字节相同。' },
		c: { label: 'C 数组', says: '字节写成 C 头文件，便于在测试中重放。' },
	},
	events: '事件',
	all: (events) => `所有事件（${count(events)}）`,
	noConnection: '选中的连接（未选中）',
	connection: (id) => `连接 #${id}`,
	messages: '消息',
	fields: (names) => `日志中的解码字段：${names.join('、')}`,
	inPlace: '消息代替各次读取的数据',
	ofMessages: {
		all: (rows) => `日志的所有行（${count(rows)}）`,
		range: '一段行',
		first: '第一行',
		last: '最后一行',
		rangeFault: (last) => `行编号从 1 到 ${last}，第一个不能大于最后一个。`,
	},
	range: '一段事件',
	first: '第一个事件',
	last: '最后一个事件',
	rangeFault: (last) => `事件编号从 1 到 ${last}，第一个不能大于最后一个。`,
	noFilter: '过滤器显示的内容（未启用）',
	filter: '过滤器显示的内容',
	filtered: (events) => `过滤器显示的内容（${count(events)}）`,
	direction: '方向',
	ways: { both: '双向', in: '接收', out: '发送' },
	joined: '所有事件合成一个数组',
	name: '名称',
	nameFault: '请输入名称。',
	asksWhere: (file) => `${file}：下一步选择位置`,
	downloads: (file) => `${file}：保存到此浏览器的下载内容`,
};
