import type { help as english } from '../../en/dialogs/help.ts';
import type { Texts } from '../../locale/texts.ts';

export const help: Texts<typeof english> = {
	title: '用户指南',
	explanations: '名词解释',
	documents: '帮助的种类',
	search: '搜索指南',
	searchExplanations: '搜索名词解释',
	back: '返回',
	none: '没有包含所有这些词的内容。',
	failed: '无法显示指南',
};
