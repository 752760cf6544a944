import type { recordings as english } from '../../en/cli/recordings.ts';
import type { Texts } from '../../locale/texts.ts';

export const recordings: Texts<typeof english> = {
	record: {
		summary: '由錄製的對話產生測試或模擬伺服器',
		description:
			'把擷取記錄中的一個連線寫成測試，供 "wirebench test" 使用；或寫成工作區，其中的伺服器像錄製的伺服器那樣回應，供 "wirebench run" 使用。下次可能不同的部分（日期、ID、長度、總和檢查碼、計數器）會列在標準錯誤輸出中，並按 --vary 轉為範本和模式。',
		as: '產生什麼',
		side: '測試扮演的一方（預設：client）',
		at: '測試連線到哪裡，或模擬伺服器在哪裡監聽；tls:// 表示 TLS（預設：錄製的伺服器所在的位置，TLS 與錄製時相同）',
		vary: '哪些部分可變：all、none 或它們的編號，例如 1,3',
		badVary: '應為 all、none 或建議的編號，例如 1,3。',
		mockSide: '模擬的是伺服器一方：請去掉 --side，或產生測試。',
		noVarying: (number, known) => `沒有可變部分 ${number}：現有 ${known}。`,
		none: '無',
		upTo: (count) => `1 到 ${count}`,
		differ: '下次可能不同的部分（--vary none、all 或它們的編號，例如 1,3）：',
		sentAs: (what) => `傳送為 ${what}`,
		expectedAs: (what) => `預期為 ${what}`,
		stays: '保持不變',
		listSeparator: '，',
	},
	replay: {
		summary: '再次傳送錄製的對話中的一方',
		description:
			'扮演擷取記錄中一個連線的用戶端或伺服器：傳送該方傳送過的內容，每則訊息在對端傳送了與錄製中同樣多的資料後送出，並指出有何不同。結束代碼 0：沒有不同。',
		url: (forms) => `連線到哪裡或在哪裡監聽（預設：錄製的伺服器所在的位置）：${forms}`,
		as: '扮演的一方',
		rhythm: '在每則訊息之前保持錄製時的間隔',
		within: '除錄製時的間隔外，對端一輪最多可用的時間',
		exact: '也比較每次可能不同的內容，例如日期',
		json: '輸出 JSON 物件',
		listening: (address) => `正在 ${address} 上監聽`,
	},
	connection: '連線的編號（預設：唯一的連線）',
	badConnection: '應為連線的編號，見 "wirebench show" 的輸出。',
	badTime: (most) => `應為毫秒數，1 到 ${most} 的整數。`,
	bytes: (count) => `${count} 位元組`,
	noConnection: '擷取記錄中沒有連線。',
	more: (count) => `以及另外 ${count} 個`,
	choose: (count) => `擷取記錄中有 ${count} 個連線：請用 --connection 選擇一個。`,
	noAddress: '擷取記錄沒有說明伺服器在哪裡：請給出其位址。',
	impossible: (at, why) => `錄製的對話無法在 ${at} 進行：${why}`,
};
