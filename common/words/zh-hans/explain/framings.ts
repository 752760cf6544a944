import type { framings as english } from '../../en/explain/framings.ts';
import type { Texts } from '../../locale/texts.ts';

export const framings: Texts<typeof english> = {
	none: {
		title: '不分帧',
		text: '一次读取返回的就是一条消息。对 UDP 来说是一个数据报；对 TCP 来说取决于时机：两次发送可能在一次读取里到达（粘包），一次发送可能分两次到达。',
		next: '请选择你的协议怎样结束一条消息：行尾、长度，还是静默。',
	},
	line: {
		title: '按行',
		text: '消息以 LF 结束；它前面的 CR 也属于行尾。客户端如果不发送行尾，就得不到应答，因为服务器还在等这一行的其余部分。',
		next: '请在编辑区旁边选择行尾。',
	},
	delimiter: {
		title: '分隔符',
		text: '消息以你选择的字节结束，例如 00 或 ETX。消息内部不能出现这些字节，除非协议对它们转义。',
		next: '用十六进制书写。',
	},
	fixed: {
		title: '固定长度',
		text: '每条消息的字节数相同，所以不需要结束标记。丢失一个字节，后面的全部错位。',
		next: '用校验和或固定的首字节来检查。',
	},
	length: {
		title: '长度字段',
		text: '开头的一个数说明消息有多长。宽度、字节序，以及它是否把自己计算在内，是程序之间最常见的分歧。',
		next: '在已经抓到的数据上试一试：它的上下文菜单里有“试用分帧…”。',
	},
	idle: {
		title: '静默',
		text: '一段时间没有数据到达时，消息结束，与串行线路上一样（Modbus RTU：3.5 个字符）。繁忙的网络或系统可能在没有静默的地方造成静默。',
		next: '请设为消息内部间隔的好几倍。',
	},
};
