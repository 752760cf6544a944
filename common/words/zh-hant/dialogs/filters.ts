import type { filters as english } from '../../en/dialogs/filters.ts';
import type { Texts } from '../../locale/texts.ts';

export const filters: Texts<typeof english> = {
	title: '已儲存的篩選器',
	save: '儲存篩選器',
	name: '名稱',
	filter: '篩選器',
	replace: '取代',
	store: '儲存',
	none: '還沒有儲存任何篩選器。',
	nameOf: (name) => `${name} 的名稱`,
	apply: '套用',
	delete: (name) => `刪除 ${name}`,
	colours: {
		title: '顏色規則',
		none: '還沒有顏色規則',
		about: '規則為篩選器找到的事件在記錄中著色。多條規則找到同一事件時，以第一條為準。',
		add: '新增規則',
		addCurrent: '為目前的篩選器新增規則',
		colourOf: (rule) => `規則 ${rule} 的顏色`,
		filterOf: (rule) => `規則 ${rule} 的篩選器`,
		up: (rule) => `上移規則 ${rule}`,
		down: (rule) => `下移規則 ${rule}`,
		delete: (rule) => `刪除規則 ${rule}`,
		names: {
			red: '紅色',
			orange: '橙色',
			yellow: '黃色',
			green: '綠色',
			teal: '青色',
			blue: '藍色',
			violet: '紫色',
			grey: '灰色',
		},
	},
};
