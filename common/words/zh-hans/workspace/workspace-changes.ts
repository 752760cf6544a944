import type { workspaceChanges as english } from '../../en/workspace/workspace-changes.ts';
import type { Texts } from '../../locale/texts.ts';

export const workspaceChanges: Texts<typeof english> = {
	what: {
		add: (name) => `添加 ${name}`,
		remove: (name) => `移除 ${name}`,
		edit: (name) => `编辑 ${name}`,
		move: (name) => `移动 ${name}`,
		several: (count) => `更改 ${count} 个端点`,
		part: (part) => `编辑“${part}”`,
	},
	parts: {
		name: '名称',
		payloads: '载荷',
		variables: '变量',
		tests: '测试',
		filters: '过滤器',
		colours: '颜色规则',
		structures: '结构',
		layout: '布局',
	},
};
