import type { documentErrors as english } from '../../en/sentences/documents.ts';
import type { Texts } from '../../locale/texts.ts';

const PLACE = '請選擇其他位置，或變更那裡的權限。';
const FOR_AGENTS =
	'需要由使用者操作：在 Wirebench 的視窗中啟動端點時會詢問；或以 --allow-environment 啟動 wirebench mcp，允許檔案中列出的和範本傳送的全部變數。';

export const documentErrors: Texts<typeof english> = {
	workspaceUnwritable: { message: ({ path, reason }) => `無法寫入工作區檔案 ${path}：${reason}。`, hint: PLACE },
	viewUnwritable: { message: ({ reason }) => `無法寫入視窗所顯示的內容：${reason}。`, hint: PLACE },
	usesUnwritable: { message: ({ reason }) => `無法寫入工作區可以使用的內容：${reason}。`, hint: PLACE },
	startRanUnwritable: { message: ({ reason }) => `無法寫入「啟動之前執行的內容」這一選擇：${reason}。`, hint: PLACE },
	workspaceFault: ({ path, reason }) => `工作區檔案 ${path} 無法使用：${reason}`,
	noWorkspace: ({ what }) => `不是工作區：${what}`,
	notJson: ({ where }) => `不是 JSON：${where}`,
	jsonTooDeep: ({ levels }) => `巢狀超過 ${levels} 層。`,
	jsonEmpty: '檔案是空的。',
	jsonAtLine: ({ line, column }) => `請檢視第 ${line} 列第 ${column} 欄。`,
	jsonAtCharacter: ({ character }) => `請檢視第 ${character} 個字元。`,
	jsonEndsEarly: '結束得太早，或開頭有不屬於 JSON 的內容。',
	newerFormat: ({ format, known }) => `由較新版本的 Wirebench 寫入（格式 ${format}；此版本讀取格式 ${known}）。`,
	workspaceUnreadable: ({ reason }) => `無法讀取：${reason}。`,
	lastMissing: '在上次開啟的位置找不到了。',
	fileFault: ({ reason }) => `檔案：${reason}`,
	leftAsIs: ({ what }) => `工作區檔案保持原狀，目前內容不會儲存。該檔案：${what}`,
	notSavedYet: ({ reason }) => `無法儲存工作區：${reason}。下次變更時會重試。`,
	changedOnDisk: '其他程式變更了工作區檔案。在做出選擇之前，不會儲存任何內容。',
	socketPathTooLong: {
		message: ({ path, folder }) => `通訊端的路徑 ${path} 在 ${folder} 中會過長。`,
		hint: '請選擇離它更近的資料夾，或給通訊端一個絕對路徑。',
	},
	noWorkspaceFile: ({ path }) => `沒有工作區檔案 ${path}。`,
	stopFirst: ({ name }) => `${name} 正在執行：請先停止，再重試。`,
	partsDoNotFit: ({ reason }) => `端點的規則不適用：${reason}`,
	rulesDoNotFit: ({ reason }) => `有規則使用這個結構，請先修改規則。變更後將不再適用：${reason}`,
	structureUsed: ({ id, names }) => `結構 ${id} 正由 ${names} 使用。請先從它們的規則和步驟中移除。`,
	nothingToUndo: '沒有可以復原的操作。',
	nothingToRedo: '沒有可以重做的操作。',
	changedSince: ({ what }) => `此後又有其他變更：${what}。`,
	agentMayNotAllow: `智慧體不能允許使用環境變數。${FOR_AGENTS}`,
	unconfirmedForAgent: {
		message: ({ what, names }) => `${what} 使用了未經允許的環境變數：${names}。`,
		hint: FOR_AGENTS,
	},
	unconfirmedUse: {
		message: ({ what, names }) => `${what} 使用了未經允許的環境變數：${names}。`,
		hint: '如果信任這個檔案，請允許它使用。',
	},
	partGone: '所選的某個部分已不存在。請重新檢視並選擇。',
	isOpenWorkspace: '這是已開啟的工作區：請選擇其他檔案。',
	wouldStop: ({ names }) => `換用其他工作區會停止正在執行的：${names}。`,
	notSaved: {
		message: ({ reason }) => `目前內容沒有儲存。${reason}`,
		hint: '請先另存為其他檔案，或在端點上方的卡片中作出選擇。',
	},
	noSuchProblem: '工作區已沒有這個問題。',
	stillNoFile: ({ path }) => `仍然沒有檔案 ${path}。`,
	workspaceFileThere: { message: ({ path }) => `檔案 ${path} 已經存在。`, hint: '請取代它，或選擇其他名稱。' },
};
