import type { gallery as english } from '../../en/dialogs/gallery.ts';
import type { Texts } from '../../locale/texts.ts';

export const gallery: Texts<typeof english> = {
	search: '搜尋：回音、udp、用戶端… 或貼上 curl、nc、socat 的命令列',
	unfinished: (name) => (name === '' ? '有一個表單尚未完成。' : `${name} 尚未完成。`),
	goOn: '繼續填寫',
	list: '類型和預設組態',
	found: '搜尋結果',
	opens: '開啟其表單，',
	starts: '按原樣啟動，',
	shows: '顯示為程式。',
	code: '程式碼',
	codeTip: '顯示為程式（Alt Enter）',
	none: '沒有包含所有這些字詞的項目。',
	unavailable: (why) => `無法使用：${why}`,
	startTip: '按原樣啟動（Ctrl Enter）',
	lessons: {
		title: '課程',
		intro: '剛接觸通訊端？十二節課，一步步來。',
		open: '開啟課程',
		notRead: '未讀取課程',
		one: (title) => `課程：${title}`,
	},
	command: {
		source: '命令列',
		label: '由命令列產生',
		made: '產生的內容',
		endpoint: (kind) => `${kind}：`,
		payload: '已儲存的承載資料：',
		create: '由命令列建立',
		nothing: '無法由它產生任何內容。',
	},
};
