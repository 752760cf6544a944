import type { help as english } from '../../en/dialogs/help.ts';
import type { Texts } from '../../locale/texts.ts';

export const help: Texts<typeof english> = {
	title: '使用指南',
	search: '搜尋指南',
	back: '返回',
	none: '沒有包含所有這些字詞的內容。',
	failed: '無法顯示指南',
};
