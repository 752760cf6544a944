import type { workspaceChanges as english } from '../../en/workspace/workspace-changes.ts';
import type { Texts } from '../../locale/texts.ts';

export const workspaceChanges: Texts<typeof english> = {
	what: {
		add: (name) => `新增 ${name}`,
		remove: (name) => `移除 ${name}`,
		edit: (name) => `編輯 ${name}`,
		move: (name) => `移動 ${name}`,
		several: (count) => `變更 ${count} 個端點`,
		part: (part) => `編輯「${part}」`,
	},
	parts: {
		name: '名稱',
		payloads: '承載資料',
		variables: '變數',
		tests: '測試',
		filters: '篩選器',
		colours: '顏色規則',
		structures: '結構',
		layout: '版面配置',
	},
};
