import type { serving as english } from '../../en/cli/serving.ts';
import type { Texts } from '../../locale/texts.ts';

export const serving: Texts<typeof english> = {
	serve: {
		summary: '向本機的瀏覽器提供工作台',
		description:
			'在 127.0.0.1 上提供工作台，直到被中斷。輸出的第一行是 JSON 物件，含有要開啟的位址；其中的權杖只在本次執行中有效。',
		file: '要開啟的工作區檔案，NAME.wirebench.json；省略時為上次的工作區檔案',
		port: '監聽的連接埠；0 由系統選擇',
		noOpen: '不在瀏覽器中開啟頁面',
		text: '用文字而不是 JSON 輸出位址',
		at: (url) => `Wirebench 的位址是 ${url}`,
		toEnd: '按 Ctrl+C 結束。',
		notOpened: (why) => `無法為您開啟頁面：${why}`,
	},
	capture: '本次執行的擷取記錄儲存在哪裡',
	mcp: {
		summary: '透過 Model Context Protocol 向 AI 智慧體提供工作台',
		description:
			'透過標準輸入和標準輸出使用 Model Context Protocol，直到標準輸入結束：智慧體可以列出工作區的端點並讀取擷取記錄。沒有 --allow-changes 時不能啟動、傳送或變更任何內容。每次呼叫都儲存在歷程記錄中，用 --history 輸出。',
		file: '工作區檔案，或要讀取的擷取記錄；省略時為上次的工作區',
		allowChanges: '允許智慧體建立、啟動、停止和移除端點，傳送資料，以及執行測試',
		allowEnvironment: '允許檔案使用其中指定的環境變數，包括在範本中使用，智慧體可以讀取範本產生的位元組',
		exports: '智慧體可以寫入匯出檔案的唯一資料夾（預設：資料的資料夾中的 exports）',
		history: '輸出智慧體最近的呼叫，最新的在最後，不提供服務',
		json: '與 --history 一起使用：每次呼叫輸出一個 JSON 物件',
		noCalls: '還沒有智慧體呼叫過。',
		fault: (where, error) => `Wirebench：${where} 中的內部錯誤：${error}`,
	},
};
