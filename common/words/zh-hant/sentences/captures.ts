import type { captureErrors as english } from '../../en/sentences/captures.ts';
import type { Texts } from '../../locale/texts.ts';

export const captureErrors: Texts<typeof english> = {
	holdsOthers: {
		message: ({ folder, name }) => `${folder} 中還有其他檔案，例如 ${name}。`,
		hint: '請把它們移走：只有僅含擷取記錄的資料夾才會被刪除。',
	},
	writtenByUs: {
		message: ({ folder }) => `這個 Wirebench 正在寫入或關閉 ${folder}：不會刪除它。`,
		hint: '請先開始新的擷取記錄；正在關閉的記錄稍後即可刪除。',
	},
	writtenByProcess: {
		message: ({ pid }) => `處理程序 ${pid} 正在寫入這個擷取記錄：不予刪除。`,
		hint: '請先結束該處理程序。',
	},
	noCaptureIn: ({ folder }) => `${folder} 中沒有擷取記錄。`,
	mayNotBeDeleted: ({ folder, errno }) => `目前使用者沒有刪除 ${folder} 的權限（${errno}）。`,
	mayNotBeRestored: ({ folder, errno }) => `目前使用者沒有還原 ${folder} 的權限（${errno}）。`,
	couldNotBeDeleted: ({ folder, errno }) => `無法刪除 ${folder}（${errno}）。`,
	couldNotBeRestored: ({ folder, errno }) => `無法還原 ${folder}（${errno}）。`,
	segmentSize: '一個分段為 1 位元組到 2 GiB。',
	keepOneByte: '至少保留一個位元組。',
	openingNeedsDisk: ({ folder, errno }) => `開啟所需的內容無法寫入 ${folder}（${errno}）。`,
	sourceForbidden: ({ path }) => `目前使用者沒有讀取 ${path} 的權限。`,
	nothingAt: { message: ({ path }) => `${path} 不存在。`, hint: '該路徑是執行 Wirebench 的機器上的路徑。' },
	neitherFileNorFolder: ({ path }) => `${path} 既不是檔案，也不是資料夾。`,
	noNotesInFile: {
		message: '標記和備註只能儲存在擷取記錄的資料夾中，而這是單一檔案。',
		hint: '請開啟擷取記錄的資料夾，而不是其中的檔案。',
	},
	writtenElsewhere: '另一個 Wirebench 正在寫入這個擷取記錄：請在那裡標記事件。',
	notesForbidden: {
		message: '標記和備註儲存在擷取記錄的資料夾中，而該資料夾不可寫。',
		hint: ({ folder }) => `請使 ${folder} 可寫，或把擷取記錄複製到可寫的位置並在那裡開啟。`,
	},
	noCaptureToOpen: {
		message: ({ folder }) => `${folder} 中沒有擷取記錄。`,
		hint: '擷取記錄的資料夾含有 capture-000001.pcapng 之類的檔案。要開啟其他檔案，請選擇該檔案本身。',
	},
	openingCancelled: '已取消開啟。',
	eventGone: '儲存此事件的檔案遺失，或在寫入擷取記錄時被刪除。',
	noEvent: ({ n }) => `擷取記錄中沒有事件 ${n}。`,
	noItem: ({ n }) => `訊息清單中沒有第 ${n} 項。`,
	noEventYet: '擷取記錄中還沒有事件。',
	noEventToMark: ({ n }) => `擷取記錄中沒有可標記的事件 ${n}。`,
	tooManyMarks: ({ most }) => `一個擷取記錄最多對 ${most} 個事件儲存標記和備註。`,
	noConnectionInCapture: ({ id }) => `擷取記錄中沒有連線 ${id}。`,
	captureClosed: '擷取記錄已關閉。',
	anotherStarting: '正在開始另一個擷取記錄：請標記那一個的事件。',
	newStarting: '已經在開始新的擷取記錄。',
	holdsCapture: { message: ({ folder }) => `${folder} 中已有擷取記錄。`, hint: '請選擇其他資料夾。' },
	holdsCaptureAlready: {
		message: ({ folder, first }) => `${folder} 中已有擷取記錄（${first}），不會再寫入它。`,
		hint: ({ other }) => `請選擇其他資料夾，例如 ${other}；已有的內容保持不變，可在 Wireshark 中開啟。`,
	},
	importMissing: ({ path }) => `沒有檔案 ${path}。`,
	importForbidden: ({ path }) => `沒有讀取 ${path} 的權限。`,
	importFolder: ({ path }) => `${path} 是資料夾。`,
	importUnreadable: ({ path, errno }) => `無法讀取 ${path}（${errno}）。`,
	importNotReadable: {
		message: ({ reason }) => `${reason}`,
		hint: '請選擇由 dumpcap、tcpdump 或 Wireshark 寫入的檔案；editcap 可以轉換許多其他格式。',
	},
	captureDamaged: ({ reason }) => `擷取記錄已損毀：${reason}`,
	captureUnreadable: ({ errno }) => `無法讀取擷取記錄（${errno}）。`,
	searchedClosed: '被搜尋的擷取記錄已關閉。',
};
