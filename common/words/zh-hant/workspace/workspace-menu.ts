import type { workspaceMenu as english } from '../../en/workspace/workspace-menu.ts';
import type { Texts } from '../../locale/texts.ts';
import { workspaceChanges } from './workspace-changes.ts';

export const workspaceMenu: Texts<typeof english> = {
	label: '工作區',
	recent: '最近',
	untitled: '未命名',
	keepView: '以此檢視和篩選器開啟它',
	startRan: '開啟此工作區時啟動之前執行的端點',
	agentCalls: '智慧體的呼叫…',
	undo: '復原',
	redo: '重做',
	undoChange: (change) => `復原：${change}`,
	redoChange: (change) => `重做：${change}`,
	changes: workspaceChanges,
	menu: {
		new: '新增工作區',
		open: '開啟工作區…',
		saveAs: '工作區另存為…',
		duplicate: '複製工作區',
		takeParts: '匯入其他工作區的部分內容…',
		exportParts: '匯出部分內容…',
		variables: '變數…',
		structures: '結構…',
	},
	alone: {
		new: '新增工作區',
		open: '開啟工作區…',
		saveAs: '工作區另存為…',
		duplicate: '複製工作區',
		takeParts: '匯入其他工作區的部分內容…',
		exportParts: '匯出工作區的部分內容…',
		variables: '工作區的變數…',
		structures: '訊息的結構…',
	},
};
