import type { stored as english } from '../../en/cli/stored.ts';
import type { Texts } from '../../locale/texts.ts';

export const stored: Texts<typeof english> = {
	show: {
		summary: '輸出已儲存的擷取記錄中的事件',
		description:
			'像 "listen" 在事件發生時那樣輸出擷取記錄中的事件：來自擷取記錄資料夾，或其他程式的擷取記錄檔案。其中的問題報告到標準錯誤輸出。',
		json: '每個事件輸出一個 JSON 物件',
		charset: '文字的字元集，代替各端點自己的字元集',
		messages: '輸出位元組流中的訊息，代替各次讀取的資料',
		framing: (forms) => `與 --messages 一起使用：所有位元組流的分框方式，代替各端點自己的分框：${forms}`,
		framingAlone: '--framing 把位元組流分成訊息：請加上 --messages。',
	},
	export: {
		summary: '把已儲存的擷取記錄寫成 pcapng、JSON 行、CSV、文字、原始位元組或 C',
		description: '把擷取記錄資料夾或擷取記錄檔案中的事件寫成另一種檔案。原有的內容不會改動。',
		format: '寫成哪種格式',
		connection: '只寫此連線的事件',
		direction: '只寫收到的資料，或只寫傳送的資料',
		first: '第一個事件的編號，從 1 起；使用 --messages 時為第一列的編號',
		last: '最後一個事件或最後一列的編號',
		joined: '格式為 c 時：所有事件合為一個陣列',
		readsOnly: (format) => `${format} 只有原樣的讀取，沒有訊息：請去掉 --messages，或寫成 jsonl、csv 或 text。`,
		toTerminal: (format) => `終端機無法顯示 ${format}：請用 -o 指定檔案。`,
		progress: (done, total, bytes) => `${done} / ${total} 個事件，${bytes} 位元組`,
		cancelled: '匯出已取消；沒有留下任何檔案。',
		done: (events, bytes) => `${events} 個事件，${bytes} 位元組`,
		doneIn: (events, bytes, file) => `${events} 個事件，${bytes} 位元組：${file}`,
		existing: '加上 --force 可取代它。',
	},
	stats: {
		summary: '統計已儲存的擷取記錄：事件數、位元組數與回應時間',
		description:
			'輸出擷取記錄中各端點、連線、通訊協定或事件類型的事件數、位元組數、速率、持續時間，以及回應花了多久。回應是指開啟連線的一方送出資料之後，另一方的第一筆資料，' +
			'時間從請求的最後一個資料塊算起。百分位數精確到 1/32。通訊協定依連線的每個方向推斷，根據是最前面的三個資料塊。',
		by: '依什麼統計',
		sort: '依哪一欄排序，最大的在前；名稱依遞增順序',
		top: '輸出多少列',
		json: '合計輸出一個 JSON 物件，每列再輸出一個；時間單位為 ns，速率為每秒位元組數與事件數',
		columns: {
			name: '名稱',
			events: '事件',
			messages: '資料',
			bytesIn: '接收位元組',
			bytesOut: '傳送位元組',
			bytes: '占比',
			byteRate: '位元組/秒',
			peakBytes: '峰值位元組/秒',
			duration: '持續秒數',
			answers: '回應',
			p50: 'p50 毫秒',
			p90: 'p90 毫秒',
			p99: 'p99 毫秒',
			answerMax: '最大毫秒',
		},
		total: '合計',
		notRecognised: '無法辨識',
		noTransport: '無傳輸層',
		shown: (shown, all) => `顯示 ${all} 列中的 ${shown} 列：用 --top 輸出更多。`,
		limited: '端點或連線多於可統計的數量：之後的只計入合計。',
	},
};
