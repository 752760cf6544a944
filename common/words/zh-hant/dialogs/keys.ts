import type { keys as english } from '../../en/dialogs/keys.ts';
import type { Texts } from '../../locale/texts.ts';

export const keys: Texts<typeof english> = {
	title: '鍵盤',
	list: '按鍵',
	places: {
		everywhere: {
			where: '任何位置',
			keys: {
				Escape: '關閉對話方塊或選單',
			},
		},
		endpoints: {
			where: '端點',
			keys: {
				'↑ ↓ Home End': '選擇',
				'→ ←': '顯示、隱藏連線',
				Enter: '啟動或停止',
				C: '建立用戶端連線',
				P: '在前面放置代理',
				'Ctrl C': '複製位址',
				E: '編輯（停止時）',
				'Alt ↑, Alt ↓': '上移、下移',
				Delete: '移除；在連線上：關閉',
				'Menu, Shift F10': '更多命令',
			},
		},
		log: {
			where: '記錄',
			keys: {
				'↑ ↓ Page Up Page Down': '選擇事件',
				'Shift ↑ ↓, Ctrl A': '選擇多列；全選',
				'← →': '逐一移動儲存格',
				Home: '第一個事件',
				End: '最後一個事件，並跟隨',
				'Menu, Shift F10': '儲存格和所選列的命令',
				'F, X': '依儲存格篩選、排除',
				'Ctrl C': '將所選列複製為文字',
				T: '時間：時刻、自第一個事件起、自上一列起',
				P: '預覽：文字、十六進位、兩者',
				Enter: '前往其位元組；按 Escape 返回',
				M: '標記事件，或取消標記',
				N: '為事件新增備註',
				C: '比較：與下一個按 C 或按一下的訊息比較',
			},
		},
		columns: {
			where: '記錄的欄',
			keys: {
				'← →': '下一欄',
				'Shift ← →': '變窄、變寬；按兩下邊緣可符合內容',
				'Alt ← →': '移動欄',
				'Enter, Menu': '有哪些欄，以及它們顯示什麼',
				Delete: '隱藏',
			},
		},
		inspector: {
			where: '檢閱器',
			keys: {
				'Ctrl F': '在位元組中尋找；Enter、Shift Enter：下一個、上一個',
				'Ctrl G': '前往位移，例如 0x1000、4096、+16 或 −16；16..31 表示選擇',
				'Ctrl C': '以十六進位複製所選內容',
				Escape: '返回位元組，然後返回記錄',
			},
		},
		comparison: {
			where: '比較',
			keys: {
				'F8, N; F7, P': '下一處、上一處差異',
				I: '忽略選取的位元組或差異',
				S: '對調兩方',
				'↑ ↓ Page Up Page Down Home End': '捲動',
			},
		},
		connections: {
			where: '連線的比較',
			keys: {
				'↑ ↓ Page Up Page Down Home End': '選擇一對連線，或其中的一則訊息',
				Enter: '在一對上：前往其訊息；在訊息上：並排顯示位元組',
				Escape: '從位元組返回連線；否則關閉',
			},
		},
		diagram: {
			where: '循序圖',
			keys: {
				'↑ ↓ Page Up Page Down Home': '選擇事件',
				End: '最後一個事件，並跟隨',
				Enter: '前往其位元組',
			},
		},
		timeline: {
			where: '時間軸',
			keys: {
				'← →, Home End': '移動；按住 Shift 選擇範圍',
				Enter: '依選取的範圍篩選，或選擇該處的事件',
				'+ −, 0': '放大、縮小、顯示全部',
				'Page Up Page Down': '放大時：更早、更晚',
				Escape: '清除範圍',
			},
		},
		conversation: {
			where: '對話',
			keys: {
				'↑ ↓ Page Up Page Down': '移動並選擇事件',
				'Shift ↑, Shift ↓': '選擇多個事件',
				'Home, End': '到開頭；到結尾，並跟隨',
				'Ctrl F': '在對話中尋找；Shift Enter 反向尋找',
				'Ctrl C': '複製選取內容',
				Enter: '前往事件的位元組',
			},
		},
		filter: {
			where: '篩選器',
			keys: {
				Enter: '套用，並前往記錄',
				'↑ ↓, Enter, Tab': '選擇建議',
				'↑': '最近的篩選器；按 ↓ 返回',
				Escape: '清除：返回選取的事件',
			},
		},
		composer: {
			where: '編輯器',
			keys: {
				'Enter, Ctrl Enter': '傳送',
				'Shift Enter': '換行',
				'↑ ↓': '更早、更晚的訊息（從第一列或最後一列）',
				'Alt H': '將訊息依十六進位或依文字讀取',
				'Alt R': '重複傳送訊息',
				'Alt .': '停止正在進行的傳送',
				'Alt 1 … Alt 9': '傳送已儲存的承載資料，無論焦點在何處',
			},
		},
	},
};
