import type { settings as english } from '../../en/explain/settings.ts';
import type { Texts } from '../../locale/texts.ts';

export const settings: Texts<typeof english> = {
	look: {
		title: '佈景主題和對比',
		text: '淺色或深色，以及文字和線條有多醒目。「跟隨系統」隨系統的設定變化。',
		next: '用投影機時選擇高對比。',
	},
	language: {
		title: '語言',
		text: '視窗的語言：文字、說明和課程。呼叫、錯誤、選項以及所有擷取到的內容保持原樣。',
		next: '立即生效，試一試。',
	},
	font: {
		title: '字型',
		text: '字型和大小：視窗一種，位元組和文字一種。本機沒有的字型由系統字型代替。',
		next: '位元組請用等寬字型。',
	},
	place: {
		title: '新擷取記錄的資料夾',
		text: '擷取記錄寫在哪裡。正在進行的留在原處；下一個寫入新資料夾。',
		next: '選擇空間充足的快速磁碟，不要用網路磁碟機。',
	},
	segment: {
		title: '分段大小',
		text: '一個擷取記錄由多個檔案組成；達到這個大小就開始下一個。有限制時依整個檔案刪除，最舊的先刪。',
		next: '分段小，釋放磁碟空間的步子也小。',
	},
	keep: {
		title: '只保留最新的',
		text: '正在進行的擷取記錄最多佔用多少磁碟。超過後刪除最舊的事件，並記下刪除了多少。',
		next: '要執行一整夜時設定它。',
	},
	disk: {
		title: '磁碟無法寫入時',
		text: '要麼 TCP 連線等到可以再寫入：什麼都不丟，對端會感到壓力。要麼一切繼續，沒有寫入的計為遺失。',
		next: '釋放磁碟空間：擷取記錄會自行繼續。',
	},
	closing: {
		title: '視窗關閉時',
		text: '正在執行的端點隨視窗停止，還是在系統圖示後面繼續執行。停止時，它們的用戶端會看到連線結束。',
		next: '別人在用你的伺服器時，讓它繼續執行。',
	},
};
