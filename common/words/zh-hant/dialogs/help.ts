import type { help as english } from '../../en/dialogs/help.ts';
import type { Texts } from '../../locale/texts.ts';

export const help: Texts<typeof english> = {
	title: '使用指南',
	explanations: '名詞說明',
	documents: '說明的種類',
	search: '搜尋指南',
	searchExplanations: '搜尋名詞說明',
	back: '返回',
	none: '沒有包含所有這些字詞的內容。',
	failed: '無法顯示指南',
};
