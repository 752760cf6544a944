import type { diskErrors as english } from '../../en/sentences/disks.ts';
import type { Texts } from '../../locale/texts.ts';

const BACK = '請釋放一些空間或還原該資料夾：擷取記錄會自動繼續。';

export const diskErrors: Texts<typeof english> = {
	diskFull: { message: '擷取記錄所在的磁碟已滿。', hint: BACK },
	quotaUsedUp: { message: '擷取記錄的磁碟配額已用完。', hint: BACK },
	diskReadOnly: { message: '擷取記錄所在的磁碟是唯讀的。', hint: BACK },
	captureFolderForbidden: { message: '沒有寫入擷取記錄資料夾的權限。', hint: BACK },
	captureFolderGone: { message: '擷取記錄的資料夾已不存在。', hint: BACK },
	captureFolderTaken: { message: '擷取記錄資料夾的位置上有別的東西。', hint: BACK },
	captureTooManyFiles: { message: '開啟的檔案過多，擷取記錄無法繼續。', hint: BACK },
	diskFails: { message: '擷取記錄所在的磁碟出錯。', hint: BACK },
	captureFileTooLarge: { message: '擷取記錄的檔案超出磁碟允許的大小。', hint: BACK },
	captureUnwritable: { message: ({ errno }) => `無法寫入擷取記錄（${errno}）。`, hint: BACK },
	stoppedImport: { message: ({ reason }) => `${reason}`, hint: '請釋放一些空間或選擇其他資料夾，然後重新開啟該檔案。' },
	seeToFolder: { message: ({ reason }) => `${reason}`, hint: ({ folder }) => `請處理 ${folder} 的問題，然後重試。` },
	oldestPartStays: {
		message: '無法刪除擷取記錄最早的部分：它會超出限制。',
		hint: ({ folder }) => `請使 ${folder} 恢復可寫，或取消限制。`,
	},
	captureFolderMoved: {
		message: '擷取記錄的資料夾被移動或改名。',
		hint: ({ folder }) => `請移回原處，或在 ${folder} 建立新的資料夾：擷取記錄會自動繼續。`,
	},
	captureFolderReadOnly: {
		message: '擷取記錄的資料夾變為唯讀。在目前分段寫滿之前，事件寫入該分段。',
		hint: ({ folder }) => `請使 ${folder} 恢復可寫：擷取記錄會自動繼續。`,
	},
	segmentsChanged: {
		message: ({ files }) => `其他程式在寫入擷取記錄時變更了 ${files}。`,
		hint: ({ folder }) => `請用「wirebench show」檢視 ${folder}：它會說明哪些內容可以讀取。`,
	},
	filesDeletedGoesOn: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `記錄在 ${folder} 中繼續，不需任何操作。`,
	},
	filesOverwrittenGoesOn: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `記錄在 ${folder} 中繼續。請勿讓其他程式寫入該資料夾。`,
	},
	filesChangedLast: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `請用「wirebench show」檢視 ${folder}：它會說明哪些內容可以讀取。`,
	},
	exportExists: { message: ({ path }) => `檔案 ${path} 已經存在。`, hint: '請取代它，或選擇其他名稱。' },
	exportDiskFull: {
		message: ({ folder }) => `${folder} 所在的磁碟已滿。`,
		hint: '請釋放一些空間，或選擇其他位置。沒有留下任何內容。',
	},
	exportTooLarge: { message: ({ folder }) => `${folder} 所在的磁碟不能儲存這麼大的檔案。`, hint: '請選擇其他位置。' },
	exportReadOnly: { message: ({ folder }) => `${folder} 所在的磁碟是唯讀的。`, hint: '請選擇其他位置。' },
	exportForbidden: { message: ({ folder }) => `沒有寫入資料夾 ${folder} 的權限。`, hint: '請選擇其他資料夾。' },
	exportNoFolder: { message: ({ folder }) => `沒有資料夾 ${folder}。`, hint: '請選擇已有的資料夾。' },
	exportIsNoFolder: { message: ({ folder }) => `${folder} 不是資料夾。`, hint: '請選擇已有的資料夾。' },
	exportToFolder: { message: ({ path }) => `${path} 是資料夾。`, hint: '請給出檔案名稱。' },
	exportNameTooLong: { message: ({ name }) => `名稱 ${name}… 過長。`, hint: '請選擇較短的名稱。' },
	exportUnwritable: { message: ({ path, errno }) => `無法寫入 ${path}（${errno}）。`, hint: '請選擇其他位置。' },
};
