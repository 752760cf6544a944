import type { stored as english } from '../../en/cli/stored.ts';
import type { Texts } from '../../locale/texts.ts';

export const stored: Texts<typeof english> = {
	show: {
		summary: '輸出已儲存的擷取記錄中的事件',
		description:
			'像 "listen" 在事件發生時那樣輸出擷取記錄中的事件：來自擷取記錄資料夾，或其他程式的擷取記錄檔案。其中的問題報告到標準錯誤輸出。',
		json: '每個事件輸出一個 JSON 物件',
		charset: '文字的字元集，代替各端點自己的字元集',
	},
	export: {
		summary: '把已儲存的擷取記錄寫成 pcapng、JSON 行、CSV、文字、原始位元組或 C',
		description: '把擷取記錄資料夾或擷取記錄檔案中的事件寫成另一種檔案。原有的內容不會改動。',
		format: '寫成哪種格式',
		connection: '只寫此連線的事件',
		direction: '只寫收到的資料，或只寫傳送的資料',
		first: '第一個事件的編號，從 1 起',
		last: '最後一個事件的編號',
		joined: '格式為 c 時：所有事件合為一個陣列',
		toTerminal: (format) => `終端機無法顯示 ${format}：請用 -o 指定檔案。`,
		progress: (done, total, bytes) => `${done} / ${total} 個事件，${bytes} 位元組`,
		cancelled: '匯出已取消；沒有留下任何檔案。',
		done: (events, bytes) => `${events} 個事件，${bytes} 位元組`,
		doneIn: (events, bytes, file) => `${events} 個事件，${bytes} 位元組：${file}`,
		existing: '加上 --force 可取代它。',
	},
};
