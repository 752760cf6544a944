import type { program as english } from '../../en/cli/program.ts';
import type { Texts } from '../../locale/texts.ts';

export const program: Texts<typeof english> = {
	description: '通訊端工作台：啟動伺服器，傳送訊息，檢視每個位元組和每個通訊端事件。',
	language: '訊息的語言：en、zh-Hans 或 zh-Hant（預設：取自 LC_ALL、LC_MESSAGES、LANG）',
	addHelp: '（加上 --help 檢視用法）',
	version: '輸出版本號',
	help: '顯示命令的說明',
	usage: '用法：',
	arguments: '參數：',
	options: '選項：',
	commands: '命令：',
	more: (facts) => `（${facts}）`,
	factSeparator: '；',
	choices: (list) => `可選值：${list}`,
	default: (value) => `預設：${value}`,
	exitCodes: '所有命令的結束代碼（見 "wirebench help exit-codes"）：',
	noLanguage: (written, known) => `Wirebench 沒有語言「${written}」：請使用 ${known} 之一。`,
};
