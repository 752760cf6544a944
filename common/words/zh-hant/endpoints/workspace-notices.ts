import type { workspaceNotices as english } from '../../en/endpoints/workspace-notices.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hant');

export const workspaceNotices: Texts<typeof english> = {
	secrets: '缺少的機密資訊',
	missing: (count) => `缺少 ${written(count)} 個機密資訊…`,
	ran: '上次執行的端點',
	startRan: (count) => `啟動上次執行的端點（${written(count)}）`,
	notStartRan: '不啟動上次執行的端點',
	problem: '工作區的問題',
	titles: {
		broken: '無法讀取已儲存的端點',
		missing: '工作區已不在原來的位置',
		newer: '端點由較新版本的 Wirebench 儲存',
		changed: '磁碟上已儲存的端點已變更',
		unwritable: '端點未儲存',
	},
	hints: {
		broken: '請修復檔案後重新讀取，或建立新的工作區：原檔案會改名保留。',
		newer: '請用該版本開啟，或建立新的工作區：原檔案會改名保留。',
		missing: '請把檔案放回原處後重新讀取，開啟其他工作區，或在原處建立新的工作區。',
		changed: '用檔案中的端點取代這裡的端點，不同的端點會停止；或用這裡的端點取代檔案。',
		unwritable: '請騰出空間，或變更資料夾的權限。',
	},
	readAgain: '重新讀取',
	startNew: '建立新的',
	takeFile: '使用檔案中的',
	keepMine: '保留我的',
};
