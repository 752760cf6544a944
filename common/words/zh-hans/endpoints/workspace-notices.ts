import type { workspaceNotices as english } from '../../en/endpoints/workspace-notices.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count: written } = localeOf('zh-Hans');

export const workspaceNotices: Texts<typeof english> = {
	secrets: '缺少的机密信息',
	missing: (count) => `缺少 ${written(count)} 个机密信息…`,
	ran: '上次运行的端点',
	startRan: (count) => `启动上次运行的端点（${written(count)}）`,
	notStartRan: '不启动上次运行的端点',
	problem: '工作区的问题',
	titles: {
		broken: '无法读取已保存的端点',
		missing: '工作区已不在原来的位置',
		newer: '端点由更新版本的 Wirebench 保存',
		changed: '磁盘上已保存的端点发生了变化',
		unwritable: '端点未保存',
	},
	hints: {
		broken: '请修复文件后重新读取，或新建一个：原文件会改名保留。',
		newer: '请用该版本打开，或新建一个：原文件会改名保留。',
		missing: '请把文件放回原处后重新读取，打开其他工作区，或在原处新建一个。',
		changed: '用文件中的端点替换这里的端点，不同的端点会停止；或用这里的端点替换文件。',
		unwritable: '请腾出空间，或更改文件夹的权限。',
	},
	readAgain: '重新读取',
	startNew: '新建一个',
	takeFile: '使用文件中的',
	keepMine: '保留我的',
};
