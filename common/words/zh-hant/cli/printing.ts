import type { printing as english } from '../../en/cli/printing.ts';
import type { Texts } from '../../locale/texts.ts';

export const printing: Texts<typeof english> = {
	json: '每行輸出一個 JSON 物件',
	quiet: '不輸出資料事件',
	capture: '把擷取記錄（pcapng，可用 Wireshark 開啟）儲存在此資料夾；- 寫到標準輸出',
	kernel:
		'列印核心對每個通訊端的報告（狀態、佇列、重傳的分段、往返時間、視窗、緩衝區、接受佇列）以及另一端的程式：開啟時、每隔若干毫秒（1000）、結束時',
	name: '端點在輸出和擷取記錄中的名稱',
	charset: '輸入、傳送、比對和顯示的文字的字元集（預設：UTF-8）',
	whenDiskFails: 'TCP 等待，或者繼續並統計遺失的內容',
	segmentSize: '擷取記錄超過此大小後寫入新檔案（256）',
	ring: '只保留擷取記錄最新的這麼多；最舊的檔案會被刪除',
	badSegmentSize: '分段大小是 1 到 2047 的整數，單位為 MiB。',
	badRing: '保留大小的單位為 GiB，至少 0.001，例如 0.5。',
	variable: '範本中 {{var NAME}} 的值；可多次使用',
	badVariable: (why) => `應為 NAME=VALUE；${why}`,
	noName: '缺少名稱。',
	filter: {
		option: '只輸出通過此篩選器的事件，例如 "dir:in len>=100"',
		at: (position, message) => `第 ${position} 個字元：${message}`,
	},
	captureFolder: '擷取記錄資料夾，或 pcapng、pcap 檔案',
	output: '寫到哪裡；- 為標準輸出',
	force: '取代已有的檔案',
	data: '儲存設定和擷取記錄的位置',
	noCaptureFolder: '--capture 沒有指定資料夾。',
	toTerminal: '終端機無法顯示擷取記錄：請用管線傳遞，例如 "--capture - | wireshark -k -i -"。',
	incomplete: (why) => `擷取記錄不完整：${why}`,
	unwritable: (file, code) => `${file} 無法寫入（${code}）。`,
	existing: (file) => `${file} 已存在。加上 --force 可取代它。`,
	nothingNamed: (file, path) => `${file}：${path}：這裡沒有此名稱的項。`,
};
