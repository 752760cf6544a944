import type { filters as english } from '../../en/dialogs/filters.ts';
import type { Texts } from '../../locale/texts.ts';

export const filters: Texts<typeof english> = {
	title: '已保存的过滤器',
	save: '保存过滤器',
	name: '名称',
	filter: '过滤器',
	replace: '替换',
	store: '保存',
	none: '还没有保存任何过滤器。',
	nameOf: (name) => `${name} 的名称`,
	apply: '应用',
	delete: (name) => `删除 ${name}`,
	colours: {
		title: '颜色规则',
		none: '还没有颜色规则',
		about: '规则为过滤器找到的事件在日志中着色。多条规则找到同一事件时，以第一条为准。',
		add: '添加规则',
		addCurrent: '为当前过滤器添加规则',
		colourOf: (rule) => `规则 ${rule} 的颜色`,
		filterOf: (rule) => `规则 ${rule} 的过滤器`,
		up: (rule) => `上移规则 ${rule}`,
		down: (rule) => `下移规则 ${rule}`,
		delete: (rule) => `删除规则 ${rule}`,
		names: {
			red: '红色',
			orange: '橙色',
			yellow: '黄色',
			green: '绿色',
			teal: '青色',
			blue: '蓝色',
			violet: '紫色',
			grey: '灰色',
		},
	},
};
