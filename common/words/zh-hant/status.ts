import type { status as english } from '../en/status.ts';
import type { Texts } from '../locale/texts.ts';

export const status: Texts<typeof english> = {
	counters: { received: '已接收', stored: '已儲存', shown: '已顯示', dropped: '已丟棄', deleted: '已刪除' },
	lossy: '有事件被丟棄：擷取記錄不完整。',
	deletedTip: '為使擷取記錄不超過上限而刪除的最早的事件。它們之前已儲存。',
	in: '收',
	out: '發',
	noCapture: '還沒有擷取記錄',
	folderTip: (folder) => `${folder}：按下檢視所有擷取記錄`,
	capture: '擷取記錄',
	captureError: '擷取記錄錯誤',
	goOn: '繼續但不記錄',
	letWait: '讓 TCP 等待',
	waits: '在此之前 TCP 會等待，因此不會丟失任何資料。',
	goesOn: '在此之前通訊端繼續工作，未記錄的內容計為已丟棄。',
	hosts: { browser: '瀏覽器主機程式', electron: 'Electron' },
};
