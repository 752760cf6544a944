import type { workspaces as english } from '../../en/cli/workspaces.ts';
import type { Texts } from '../../locale/texts.ts';

export const workspaces: Texts<typeof english> = {
	run: {
		summary: '執行工作區檔案中的端點',
		description:
			'啟動工作區檔案中的端點，先伺服器後用戶端，並像 "listen" 一樣輸出發生的事件，直到被中斷或所有端點都已停止。然後先停止用戶端，再停止伺服器。有端點無法啟動時，執行結束。檔案不會被變更；會使用 Wirebench 為它儲存的密碼和金鑰。',
		file: '工作區檔案，例如 demo.wirebench.json',
		only: '只執行這些名稱或 ID 的端點',
		all: '全部',
		keepGoing: '有端點無法啟動時仍執行其他端點；結束代碼仍取決於它',
		unknown: (name, known) => `工作區沒有端點 "${name}"。現有：${known}。`,
		none: '無',
		empty: '工作區沒有端點：沒有可執行的內容。',
	},
	workspace: {
		summary: '檢查、描述、建立和匯入工作區檔案',
		help: '顯示命令的說明',
		description: '工作區檔案的命令（docs/workspace-format.md）。"wirebench run" 啟動工作區的端點。',
	},
	check: {
		summary: '指出工作區檔案中的問題',
		description:
			'輸出每個檔案的每個問題，附 JSON 路徑和端點名稱，以及 Wirebench 不認識的鍵。所有檔案都可以使用時結束代碼為 0，否則為 2。不會啟動或變更任何內容。',
		files: '工作區檔案，例如 demo.wirebench.json',
		json: '每個檔案輸出一個 JSON 物件：file、ok、endpoints、payloads、tests、findings（severity、path、endpoint、message）',
		fine: (file, parts) => `${file} 沒有問題：${parts.join('，')}。`,
		unusable: (file, problems) => `${file} 無法使用：${problems} 個問題。`,
		endpoints: (count) => `${count} 個端點`,
		payloads: (count) => `${count} 筆承載資料`,
		tests: (count) => `${count} 個測試`,
		keptKey: '它會被保留；請檢查拼字。',
		missing: (owner, what, path) => `${owner}：${what}（${path}）不在檔案中，本機也沒有為它儲存。`,
		unset: (variable) => `環境變數 ${variable} 沒有設定。`,
	},
	schema: {
		summary: '輸出工作區檔案的 JSON Schema',
		description: '輸出工作區檔案的 JSON Schema（draft 2020-12），供編輯器和驗證工具使用。',
	},
	new: {
		summary: '寫出新的工作區檔案',
		description: '寫出工作區檔案，並在旁邊寫出 JSON Schema，編輯器用它自動完成和檢查。不使用 --preset 時還沒有端點。',
		preset: '開始時的端點（見 "wirebench presets"）',
		none: '無',
		name: '工作區的名稱（預設：檔案的名稱）',
		written: (file) => `工作區在 ${file} 中。`,
		schema: (file) => `供編輯器使用的 JSON Schema 在 ${file} 中。`,
		otherSchema: (file) => `${file} 屬於另一個版本："wirebench workspace schema -o ${file} --force" 可取代它。`,
	},
	import: {
		summary: '由其他工作區檔案或其他程式的檔案產生工作區檔案',
		description:
			'由以下內容產生工作區：Packet Sender 匯出的封包（JSON 或其 packets.ini）、Toxiproxy 的代理（其設定或其 API 的清單，toxic 轉為故障），或者 curl、nc、ncat 和 socat 的命令列（每行一個的檔案），並併入其他工作區檔案的內容。封包和請求轉為已儲存的承載資料。無法匯入的內容會在標準錯誤輸出中列出。',
		files: '要匯入的內容',
		command: "匯入一條命令列，例如 --command 'nc -u 127.0.0.1 9999'",
		unknownFile: (file, programs) =>
			`${file} 中既沒有 Packet Sender 的封包，也沒有 Toxiproxy 的代理，也沒有 ${programs} 的命令列，並且不是工作區。`,
		unknownLine: (line, programs) => `"${line}" 不是 ${programs} 的命令列。`,
		nothing: '沒有可匯入的內容：請指定檔案，或用 --command 指定命令列。',
	},
};
