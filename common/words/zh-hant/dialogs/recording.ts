import type { recording as english } from '../../en/dialogs/recording.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const recording: Texts<typeof english> = {
	title: (connection) => `將連線 #${connection} 轉為可執行`,
	close: '關閉',
	cancel: '取消',
	impossible: '無法轉為可執行',
	reading: '正在讀取對話…',
	noData: {
		title: '還沒有任何一方傳送過資料',
		text: '測試、模擬伺服器或重播至少需要一則訊息。傳送訊息後再開啟此視窗。',
	},
	form: '轉成什麼',
	becomes: '轉成',
	uses: { test: '測試', mock: '模擬伺服器', replay: '重播' },
	side: '扮演',
	sides: { client: '用戶端', server: '伺服器' },
	name: '名稱',
	noName: '請輸入名稱。',
	connectsTo: '連線到',
	listensOn: '監聽於',
	verify: '驗證伺服器的憑證',
	rhythm: '依原來的節奏',
	ignoreVarying: '不比較每次可能不同的部分',
	goesOn: '關閉此視窗後仍會繼續，可在這裡停止。',
	run: '重播',
	stop: '停止',
	turns: '輪次',
	varying: {
		none: '似乎沒有會變化的部分：日期、識別碼、長度、總和檢查碼或計數器。全部保持錄製的樣子。',
		title: '下一次可能不同的部分',
		count: (vary, all) => `${count(vary)} / ${count(all)} 處會變化，其餘保持錄製的樣子。`,
		all: '全部變化',
		noneVaries: '全部不變',
		more: (more) => `還有 ${count(more)} 處未列出，上面的按鈕包括它們。`,
		recorded: '錄製',
		sent: '傳送',
		expected: '預期',
	},
	leavesOut: (name) => `${name} 省略了一些內容`,
	testsUnlisted: '無法列出測試',
	badServer: '請填寫位址和連接埠，例如 127.0.0.1:8080 或 [::1]:8080，或 Unix 通訊端的路徑。連接埠 0：由系統選擇。',
	badClient: '請填寫位址和連接埠，例如 127.0.0.1:8080 或 [::1]:8080，或 Unix 通訊端的路徑。連接埠為 1 到 65535。',
	notUpdated: '重播的狀態不再更新',
	notStopped: '未能停止重播',
	make: { test: '產生測試', mock: '產生模擬伺服器', replay: '重播' },
	help: {
		mock: '像錄製的伺服器那樣回應每個請求的伺服器。建立後處於停止狀態。',
		test: {
			client: '傳送用戶端傳送過的內容，並預期伺服器傳送過的內容。',
			server: '傳送伺服器傳送過的內容，並預期用戶端傳送過的內容。',
		},
		replay: {
			client: '逐輪傳送用戶端傳送過的每則訊息，並比較伺服器傳送的內容。',
			server: '逐輪傳送伺服器傳送過的每則訊息，並比較用戶端傳送的內容。',
		},
	},
	state: {
		connecting: '正在連線…',
		starting: '正在開始監聽…',
		waiting: (place) => `正在 ${place} 等待用戶端…`,
		turn: (turn, turns) => `第 ${turn} / ${turns} 輪…`,
		stopped: '已停止',
		failed: '失敗',
		same: '與錄製相同',
		different: '與錄製不同',
	},
};
