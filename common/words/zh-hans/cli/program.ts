import type { program as english } from '../../en/cli/program.ts';
import type { Texts } from '../../locale/texts.ts';

export const program: Texts<typeof english> = {
	description: '套接字工作台：启动服务器，发送消息，查看每个字节和每个套接字事件。',
	language: '消息的语言：en、zh-Hans 或 zh-Hant（默认：取自 LC_ALL、LC_MESSAGES、LANG）',
	addHelp: '（加上 --help 查看用法）',
	version: '输出版本号',
	help: '显示命令的帮助',
	usage: '用法：',
	arguments: '参数：',
	options: '选项：',
	commands: '命令：',
	more: (facts) => `（${facts}）`,
	factSeparator: '；',
	choices: (list) => `可选值：${list}`,
	default: (value) => `默认：${value}`,
	exitCodes: '所有命令的退出码（见 "wirebench help exit-codes"）：',
	noLanguage: (written, known) => `Wirebench 没有语言“${written}”：请使用 ${known} 之一。`,
};
