import type { ui as english } from '../en/ui.ts';
import type { Texts } from '../locale/texts.ts';

export const ui: Texts<typeof english> = {
	cancel: '取消',
	close: '关闭',
	delete: '删除',
	dismiss: '关闭',
	explain: '解释',
	export: '导出',
	help: '用户指南',
	notExplained: '无法加载名词解释',
	open: '打开',
	path: '路径',
	save: '保存',
	search: '搜索',
	start: '启动',
	stop: '停止',
	undo: '撤销',
	formats: { text: '文本', hex: '十六进制', escaped: '转义', base64: 'Base64' },
	writtenAs: (field) => `${field}：书写格式`,
	template: {
		tip: '模板：填入 {{var NAME}}、{{counter}} 等',
		label: (field) => `${field}：模板`,
	},
};
