import type { exitCodes as english } from '../../en/cli/exit-codes.ts';
import type { Texts } from '../../locale/texts.ts';

export const exitCodes: Texts<typeof english> = {
	done: {
		meaning: '已完成，或依要求停止（Ctrl+C、SIGTERM、SIGHUP）；讀取方讀夠後關閉（| head）不算失敗',
		of: {
			probe: '至少一個位址已開啟',
			owner: '有程式佔用該連接埠',
			doctor: '沒有檢查失敗',
			sequence: '所有步驟都已通過',
			test: '所有測試都已通過',
			ask: '每則訊息都得到了回應',
			diff: '兩者相同',
			replay: '對端傳送的內容與錄製的一致',
			'workspace check, structure check': '每個檔案都可以使用',
			mcp: '用戶端關閉了它那一端',
		},
	},
	failed: {
		meaning: '要求的操作沒有完成：無人回應、測試失敗、擷取記錄無法讀取或不完整',
		of: {
			'listen, connect, proxy, run': '端點無法啟動，或在執行時失敗；擷取記錄不完整',
			send: '沒有全部傳送，或連線失敗',
			ask: '有訊息沒有得到回應',
			sequence: '有步驟失敗',
			test: '有測試失敗，或沒有全部執行',
			generate: '有訊息無法傳送',
			'show, export': '擷取記錄不存在或已損毀：已輸出能讀取的部分；匯出被中斷，或檔案已存在',
			diff: '兩者不同',
			replay: '對端的行為與錄製的不同，或沒有連線',
			record: '擷取記錄無法讀取，或檔案已存在',
			probe: '沒有已開啟的位址',
			owner: '沒有程式佔用該連接埠',
			doctor: '有檢查失敗',
			'workspace new, schema, import': '檔案已存在',
		},
	},
	usage: {
		meaning: '無法理解：選項、位址、預設組態、工作區，或者規則、步驟、憑證、指令碼的檔案',
		of: {
			run: '工作區有問題，或沒有該名稱的端點；沒有啟動任何端點',
			test: '檔案有問題（附路徑），或沒有該名稱的測試；沒有啟動任何端點',
			mcp: '工作區或擷取記錄無法使用；沒有提供任何服務',
			diff: '其中一個無法讀取或已損毀，或者比較被停止：兩者可能相同，也可能不同',
			record: '擷取記錄有多個連線而沒有選擇，或者對話不適合轉換成目標形式',
			encode: '某個值或結構有錯誤；沒有輸出',
			'workspace check, structure check': '檔案有問題，或無法讀取',
			'workspace import': '其中沒有可以匯入的內容',
		},
	},
	output: { meaning: '輸出無法寫入標準輸出或指定的檔案：例如磁碟已滿', of: {} },
	interrupted: { meaning: '被第二次 Ctrl+C 立即停止', of: {} },
};
