import type { man as english } from '../../en/cli/man.ts';
import type { Texts } from '../../locale/texts.ts';

export const man: Texts<typeof english> = {
	manual: '使用者命令',
	name: '名稱',
	purpose: '通訊端工作台：伺服器、用戶端、代理、擷取記錄',
	synopsis: '概要',
	description: '描述',
	options: '選項',
	commands: '命令',
	exitStatus: '結束代碼',
	meaning: (text) => `${text}。`,
	single: (command, text) => `${command}：${text}。`,
	environment: '環境變數',
	dataFolder: '儲存設定、擷取記錄、工作區和憑證授權單位的資料夾。',
	files: '檔案',
	workspace: '工作區：見 "wirebench workspace" 和 "wirebench run"。',
};
