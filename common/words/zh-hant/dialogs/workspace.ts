import type { workspace as english } from '../../en/dialogs/workspace.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';
import { secretNames } from './secret-names.ts';

const { count: written } = localeOf('zh-Hant');

export const workspace: Texts<typeof english> = {
	path: {
		open: {
			title: '開啟工作區',
			button: '開啟',
			hint: '執行 Wirebench 的機器上，名稱以 .wirebench.json 結尾的檔案。',
		},
		'take-parts': {
			title: '匯入其他工作區的部分內容',
			button: '下一步',
			hint: '執行 Wirebench 的機器上，名稱以 .wirebench.json 結尾的檔案。',
		},
		'save-as': {
			title: '工作區另存為',
			button: '儲存',
			hint: '位於執行 Wirebench 的機器上。缺少 .wirebench.json 結尾時會自動加上。',
		},
		replace: '取代檔案',
	},
	dropped: {
		title: (file) => `如何處理 ${file}？`,
		body: '開啟後，它會取代目前的工作區（目前的工作區會先儲存）。也可以只把它的部分內容匯入目前的工作區。',
		take: '匯入部分內容…',
		failed: (file) => `無法開啟 ${file}`,
	},
	leave: {
		title: '停止執行中的端點？',
		body: (names) => `另一個工作區將取代目前的工作區。目前的工作區會儲存，並停止 ${names}。`,
		button: '停止並開啟',
		failed: '未能開啟工作區',
	},
	folder: {
		title: '資料夾',
		name: '名稱',
		hint: '留空：端點依其角色列出。',
		move: '移動',
	},
	environment: {
		title: '允許使用環境變數？',
		body: (title) => `工作區 ${title} 使用本機的環境變數，並會傳送它們的值。僅在信任該檔案時才允許。`,
		table: '環境變數',
		variable: '變數',
		by: '用於',
		to: '傳送到',
		kept: '您的選擇儲存在本機上。檔案使用其他變數或目的地時會再次詢問。',
		allow: '允許此檔案使用',
	},
	parts: {
		kinds: {
			endpoints: '端點',
			payloads: '承載資料',
			variables: '變數',
			tests: '測試',
			filters: '篩選器',
			colours: '顏色規則',
			structures: '結構',
		},
		all: '全選',
		none: '全不選',
		allOf: (kind) => `全選：${kind}`,
		noneOf: (kind) => `全不選：${kind}`,
		steps: (count) => `${written(count)} 個步驟`,
		clashOf: (part) => `如何處理 ${part}`,
		keepBoth: '兩者都保留',
		replace: (name) => `取代 ${name}`,
		same: '這裡已有相同的內容。',
		sameId: (name) => `這裡的 ${name} 使用了相同的 ID。`,
		otherValue: '這裡有同名變數，但值不同。',
		sameName: '這裡已有同名的內容。',
	},
	exportParts: {
		title: '匯出工作區的部分內容',
		form: '工作區的組成部分',
		empty: '工作區是空的',
		emptyWhy: '其中沒有端點、承載資料、變數、測試、篩選器或顏色規則：沒有可匯出的內容。',
		body: '它們會成為一個獨立的工作區檔案，不含密碼、密碼短語和金鑰。',
		fileName: (title) => `${title} 部分內容`,
		choosePlace: '匯出…',
	},
	takeParts: {
		title: (title) => `匯入 ${title} 的部分內容`,
		form: '工作區的組成部分',
		empty: '檔案中沒有內容',
		emptyWhy: '其中沒有端點、承載資料、變數、測試、篩選器或顏色規則：沒有可匯入的內容。',
		body: '它們會加到現有內容之後，端點維持停止狀態。復原一次即可全部移除。',
		button: '匯入',
		buttonOf: (count) => `匯入 ${written(count)} 項`,
	},
	secrets: {
		title: '缺少的機密資訊',
		body: '檔案不含機密資訊。輸入的內容只儲存在本機上；留空的欄位仍視為缺少。',
		field: (owner, what) => `${owner}：${what}`,
		ofTest: (test, connection) => `測試 ${test}，連線 ${connection}`,
		what: secretNames,
		environment: (variable) => `或者設定環境變數 ${variable}，然後重新啟動 Wirebench。`,
		keep: '保留',
	},
	variables: {
		title: '變數',
		body: {
			before: '訊息、回應和測試的範本這樣引用變數：',
			between: '。變數儲存在工作區檔案中：機密資訊應放在環境變數中，寫作 ',
			after: '。',
		},
		name: (number) => `名稱 ${number}`,
		value: (number) => `值 ${number}`,
		remove: (name) => `移除 ${name}`,
		removeUnnamed: (number) => `移除變數 ${number}`,
		add: '新增變數',
		usedBy: (names) => `用於：${names}`,
		twice: (name) => `名稱 ${name} 重複使用。`,
		tooLong: (most) => `值最多 ${most} 個字元。`,
	},
};
