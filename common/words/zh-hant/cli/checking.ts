import type { checking as english } from '../../en/cli/checking.ts';
import type { Texts } from '../../locale/texts.ts';

export const checking: Texts<typeof english> = {
	probe: {
		summary: '探測連接埠：已開啟、已關閉或被篩選',
		description:
			'連線到主機的每個位址後立即關閉（UDP：傳送一個空資料報），並輸出結果。有一個位址已開啟時結束代碼為 0。',
		family: '主機名稱的哪些位址',
		timeout: '等待每個位址的時間',
		noPort: 'Unix 通訊端沒有連接埠：請寫成 tcp://HOST:PORT 或 udp://HOST:PORT。',
		states: { open: '已開啟', closed: '已關閉', unreachable: '無法到達', filtered: '被篩選：沒有回應' },
		silent: '沒有回應：被篩選，或監聽的程式不回應',
		after: (address, state, ms) => `${address} ${state}，耗時 ${ms} ms`,
	},
	owner: {
		summary: '顯示誰佔用了本機的連接埠',
		stop: '結束佔用它的處理程序（SIGTERM）；會先詢問',
		yes: '與 --stop 一起使用：不詢問',
		process: '一個處理程序',
		theProcess: '該處理程序',
		nameless: '一個系統沒有提供 pid 的處理程序',
		named: (program, pid) => `${program}（pid ${pid}）`,
		held: (address, by) => `${address} 的佔用者：${by}`,
		heldFor: (address, by, user) => `${address} 的佔用者：${by}，使用者 ${user}`,
		nobody: (address) => `系統沒有提供 ${address} 的佔用者。`,
		left: (address, what, wait) =>
			`沒有處理程序佔用 ${address}，佔用它的是：${what}；${wait}。設定了 SO_REUSEADDR 的程式現在就可以繫結它。`,
		cannotAsk: '無法詢問：用 --yes 表示可以停止它。',
		noPid: '無法停止 pid 未知的處理程序。',
		question: (program, pid) => `停止 ${program}（pid ${pid}）？`,
	},
	doctor: {
		summary: '檢查 Wirebench 需要的本機和執行環境的功能',
		description:
			'每項檢查輸出一行：正常、此處不支援及其影響，或失敗。所有檢查都在回送介面上執行。沒有檢查失敗時結束代碼為 0。桌面應用程式用 --doctor-tls 執行同樣的檢查。',
		tls: '只檢查 TLS：版本、加密套件、ALPN、SNI、憑證、工作階段（預設：所有檢查）',
	},
	presets: {
		summary: '列出現成的端點',
		json: '輸出它們的完整設定，每行一個 JSON 物件',
		unavailable: (why) => ` 不可用：${why}`,
	},
	ca: {
		summary: '輸出或匯出 Wirebench 自己的憑證授權單位的憑證',
		description:
			'Wirebench 為 TLS 產生的憑證由它自己的憑證授權單位簽發，該單位在首次需要時建立。信任該單位就信任這些憑證。',
		export: '寫到檔案，代替標準輸出',
		data: '憑證授權單位的資料的資料夾（預設：應用程式的資料的資料夾）',
		written: (file) => `憑證在 ${file} 中。`,
		how: '要信任它："curl --cacert FILE"、"openssl s_client -CAfile FILE"、Python 的 ssl.create_default_context(cafile=FILE)，或在需要期間把它加入系統或瀏覽器信任的憑證授權單位。',
		kept: (file) => `憑證和金鑰儲存在 ${file} 中。`,
	},
	interfaces: {
		summary: '列出本機的網路介面及其位址',
		broadcast: (address, broadcast) => `${address}（廣播 ${broadcast}）`,
		internal: (name) => `${name}（僅限本機）`,
	},
	scriptApi: '以 TypeScript 宣告輸出 --script 的指令碼可以使用的內容',
	completions: {
		summary: '輸出 bash、zsh 或 fish 的自動完成指令碼',
		description:
			'輸出一個指令碼，shell 用它自動完成命令、選項、預設組態和檔案。bash：在 ~/.bashrc 中寫 "source <(wirebench completions bash)"；zsh：在 ~/.zshrc 中 compinit 之後寫同樣的內容；fish：在 config.fish 中寫 "wirebench completions fish | source"。',
		shell: '哪種 shell',
	},
	help: {
		summary: '說明一個命令，或所有結束代碼',
		description: '輸出一個命令的說明，或結束代碼表（"wirebench help exit-codes"）。',
		words: '一個命令，或 exit-codes',
		man: '輸出手冊頁，例如 "wirebench help --man | man -l -"',
		unknown: (command, topics) => `沒有命令 "${command}"：見 "wirebench help"。除命令外的主題：${topics}。`,
	},
};
