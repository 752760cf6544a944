import type { endpointCommands as english } from '../../en/endpoints/endpoint-commands.ts';
import type { Texts } from '../../locale/texts.ts';

export const endpointCommands: Texts<typeof english> = {
	connectClient: '建立用戶端連線',
	proxy: '在前面放代理…',
	copyAddress: '複製位址',
	edit: '編輯…',
	stopFirst: '請先停止',
	faults: '故障…',
	rules: '規則…',
	live: '即時',
	charset: '字元集…',
	framing: '訊息…',
	options: '選項…',
	loadTest: '負載測試…',
	lossReport: '遺失報告…',
	asCode: '寫成程式碼…',
	duplicate: '建立複本',
	folder: '資料夾…',
};
