import type { workspaceMenu as english } from '../../en/workspace/workspace-menu.ts';
import type { Texts } from '../../locale/texts.ts';
import { workspaceChanges } from './workspace-changes.ts';

export const workspaceMenu: Texts<typeof english> = {
	label: '工作区',
	recent: '最近',
	untitled: '未命名',
	keepView: '以此视图和过滤器打开它',
	startRan: '打开此工作区时启动之前运行的端点',
	agentCalls: '智能体的调用…',
	undo: '撤销',
	redo: '重做',
	undoChange: (change) => `撤销：${change}`,
	redoChange: (change) => `重做：${change}`,
	changes: workspaceChanges,
	menu: {
		new: '新建工作区',
		open: '打开工作区…',
		saveAs: '工作区另存为…',
		duplicate: '复制工作区',
		takeParts: '导入其他工作区的部分内容…',
		exportParts: '导出部分内容…',
		variables: '变量…',
		structures: '结构…',
	},
	alone: {
		new: '新建工作区',
		open: '打开工作区…',
		saveAs: '工作区另存为…',
		duplicate: '复制工作区',
		takeParts: '导入其他工作区的部分内容…',
		exportParts: '导出工作区的部分内容…',
		variables: '工作区的变量…',
		structures: '消息的结构…',
	},
};
