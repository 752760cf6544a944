import type { appErrors as english } from '../../en/sentences/app.ts';
import type { Texts } from '../../locale/texts.ts';

const WHY_NO_FOLDER: Readonly<Record<string, string>> = {
	EEXIST: '已有同名的檔案',
	ENOTDIR: '其路徑中有一部分是檔案',
	EACCES: '沒有權限',
	EPERM: '沒有權限',
	EROFS: '磁碟是唯讀的',
	ENOSPC: '磁碟已滿',
	ENOENT: '系統不允許在那裡建立資料夾',
};

export const appErrors: Texts<typeof english> = {
	agentHistoryUnreadable: ({ file, reason }) => `無法讀取智慧體的呼叫記錄 ${file}：${reason}。`,
	noFileDialog: '此主機程式沒有檔案對話方塊。',
	noSaveDialog: '此主機程式沒有儲存對話方塊。',
	noTemporaryFolder: {
		message: ({ folder }) => `無法在 ${folder} 中建立存放暫存檔案的資料夾。`,
		hint: '請用 TMPDIR 指定有空間的位置。',
	},
	noFolderForCapture: {
		message: ({ folder }) => `無法在 ${folder} 中建立存放擷取記錄的資料夾。`,
		hint: '請用 --capture 指定一個資料夾，或用 TMPDIR 指定有空間的位置。',
	},
	folderNotMade: {
		message: ({ folder, errno }) => `無法建立資料夾 ${folder}：${WHY_NO_FOLDER[errno] ?? '系統拒絕'}（${errno}）。`,
		hint: '請選擇其他資料夾。',
	},
	undoIsOver: '可以還原的時間已過：它已被刪除。',
	notInLibrary: ({ folder }) => `${folder} 不在擷取記錄的清單中。`,
	exportsRunning: { message: ({ most }) => `已有 ${most} 個匯出正在進行。`, hint: '請等待其中一個結束，或取消一個。' },
	noColumns: ({ format, formats }) => `${format} 沒有用於解碼欄位的欄：請選擇 ${formats} 之一。`,
	readsOnly: ({ format }) => `${format} 只有讀取，沒有訊息。`,
	wholePath: '需要完整的路徑。',
	noSuchExport: '沒有這個匯出。',
	downloadNotFetched: { message: '下載沒有被取走。', hint: '請讓瀏覽器允許此頁面下載，然後重新匯出。' },
	notChosen: {
		message: '檔案只會寫入儲存對話方塊所選的位置。',
		hint: '請以下載方式匯出，或在命令列使用「wirebench export」。',
	},
	noSuchRun: '沒有這次執行。',
	noSuchReplay: '沒有這次重播。',
	settingsUntouched: {
		message: ({ file }) => `設定沒有寫入：無法讀取 ${file}，因此保持原樣。`,
		hint: '它們在 Wirebench 結束之前有效。請把該檔案移走，然後重新啟動 Wirebench。',
	},
	settingsUnwritable: { message: ({ reason }) => `無法寫入設定：${reason}`, hint: '它們在 Wirebench 結束之前有效。' },
	tooManyEventsToRun: ({ most }) => `該對話有超過 ${most} 個事件，多於能夠轉為可執行內容的數量。`,
	tooManyBytesToRun: ({ bytes }) => `該對話有 ${bytes} 位元組，多於能夠轉為可執行內容的數量。`,
	eventShorter: ({ n }) => `事件 ${n} 比擷取記錄所說的短。`,
	tooManyConnections: '擷取記錄中的連線太多，無法全部列出。',
	whichFile: '請指定要傳送的檔案。',
	uploadGone: '上傳的檔案已不存在：請重新選擇。',
	uploadTooLarge: ({ limit }) => `上傳的檔案最多 ${limit} 位元組。`,
	uploadCut: '檔案沒有完整上傳。',
	uploadNotKept: ({ errno }) => `無法儲存該檔案（${errno}）。`,
	captureOpening: '仍在開啟這個擷取記錄。',
	liveCharset: '即時擷取記錄依每個端點現在的字元集讀取：請在端點處變更。',
	liveCloses: '即時擷取記錄在 Wirebench 結束時關閉。',
	captureNotOpen: { message: '此擷取記錄已不再開啟。', hint: '請重新開啟它，或回到即時擷取記錄。' },
	testsRunning: { message: ({ most }) => `已有 ${most} 個測試正在執行。`, hint: '請停止一個，或等待其中一個結束。' },
};
