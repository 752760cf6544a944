import type { script as english } from '../../../en/dialogs/endpoint-form/script.ts';
import type { Texts } from '../../../locale/texts.ts';

export const script: Texts<typeof english> = {
	answeredBy: '回應方式',
	rules: '規則',
	script: '指令碼',
	loading: '正在載入編輯器…',
	limits: {
		timeMs: '每次呼叫的計算時間（毫秒）',
		memoryMiB: '記憶體（MiB）',
		outputKiB: '每次呼叫的輸出（KiB）',
	},
	about:
		'指令碼獨立執行，不能存取檔案、網路或本機的任何其他資源。超出限制時，只對該連線停止；記憶體不足時，對所有連線停止；端點繼續執行。按 Ctrl+Space 列出可用的功能。',
	place: (line, column) => `第 ${line} 列，第 ${column} 欄`,
	problem: {
		read: (message) => `：${message}`,
		ran: (message) => ` 執行時：${message}`,
	},
};
