import type * as english from '../../../en/sentences/files/stored.ts';
import type { Texts } from '../../../locale/texts.ts';

export const storedFiles: Texts<typeof english.storedFiles> = {
	settingsFile: '設定檔案',
	secretsFile: '工作區的密碼和金鑰檔案',
	ranFile: '曾執行端點的清單',
	openingFile: '「啟動曾執行的端點」的選擇',
	allowedFile: '工作區可用變數的清單',
	viewFile: '工作區的檢視',
	defaultsUsed: '使用預設值',
	secretsMissing: '密碼和金鑰遺失',
	nothingOffered: '不提示啟動任何端點',
	nothingStarted: '不啟動任何端點',
	askedAgain: '將再次詢問',
	shownAsNew: '按新工作區顯示',
	nestsTooDeep: '巢狀過深',
	isNotJson: '不是 JSON',
	doesNotFit: '格式不符',
	storedUnreadable: ({ why }) => `無法讀取（${why}）`,
};

export const startNotes: Texts<typeof english.startNotes> = {
	storedKept: ({ what, fault, instead, aside }) => `${what}：${fault}。已保留為 ${aside}；${instead}。`,
	storedUntouchable: ({ what, fault, instead, file, why }) =>
		`${what} ${file}：${fault}，並且無法重新命名（${why}）；${instead}。`,
	secretsSealed: ({ file, why }) => `工作區的密碼和金鑰已加密儲存在 ${file} 中，此處無法解密：${why}`,
	desktopHasKey: '金鑰在桌面應用程式中。',
	unfinishedFiles: ({ file, why }) => `無法移除 ${file} 旁未完成的檔案：${why}。`,
	problemOfFile: ({ problem, file }) => `${problem}（檔案：${file}）`,
	capturesElsewhere: ({ why, folder }) => `設定中的擷取記錄資料夾無法使用（${why}）。擷取記錄儲存在 ${folder}。`,
	testsMoveLater: '工作區可以儲存後，設定中的測試會移入其中。',
	testsMoved: ({ count }) => `設定中的 ${count} 個測試已移入工作區。`,
	testsStay: ({ why }) => `設定中的測試仍留在原處：${why}`,
	environmentUse: ({ variable, by, to }) => `${variable}（${by}，傳往 ${to}）`,
	environmentUses: ({ first, rest }) => `${first}、${rest}`,
	usesEnvironment: ({ file, uses }) => `${file} 使用環境變數：${uses}。`,
};
