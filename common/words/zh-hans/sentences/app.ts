import type { appErrors as english } from '../../en/sentences/app.ts';
import type { Texts } from '../../locale/texts.ts';

const WHY_NO_FOLDER: Readonly<Record<string, string>> = {
	EEXIST: '已有同名的文件',
	ENOTDIR: '其路径中有一部分是文件',
	EACCES: '没有权限',
	EPERM: '没有权限',
	EROFS: '磁盘是只读的',
	ENOSPC: '磁盘已满',
	ENOENT: '系统不允许在那里建立文件夹',
};

export const appErrors: Texts<typeof english> = {
	agentHistoryUnreadable: ({ file, reason }) => `无法读取智能体的调用历史 ${file}：${reason}。`,
	noFileDialog: '此主机程序没有文件对话框。',
	noSaveDialog: '此主机程序没有保存对话框。',
	noTemporaryFolder: {
		message: ({ folder }) => `无法在 ${folder} 中创建存放临时文件的文件夹。`,
		hint: '请用 TMPDIR 指定有空间的位置。',
	},
	noFolderForCapture: {
		message: ({ folder }) => `无法在 ${folder} 中创建存放抓包记录的文件夹。`,
		hint: '请用 --capture 指定一个文件夹，或用 TMPDIR 指定有空间的位置。',
	},
	folderNotMade: {
		message: ({ folder, errno }) => `无法创建文件夹 ${folder}：${WHY_NO_FOLDER[errno] ?? '系统拒绝'}（${errno}）。`,
		hint: '请选择其他文件夹。',
	},
	undoIsOver: '可以恢复的时间已过：它已被删除。',
	notInLibrary: ({ folder }) => `${folder} 不在抓包记录的列表中。`,
	exportsRunning: { message: ({ most }) => `已有 ${most} 个导出正在进行。`, hint: '请等待其中一个结束，或取消一个。' },
	noColumns: ({ format, formats }) => `${format} 没有用于解码字段的列：请选择 ${formats} 之一。`,
	readsOnly: ({ format }) => `${format} 只有读取，没有消息。`,
	wholePath: '需要完整的路径。',
	noSuchExport: '没有这个导出。',
	downloadNotFetched: { message: '下载没有被取走。', hint: '请让浏览器允许此页面下载，然后重新导出。' },
	notChosen: {
		message: '文件只会写入保存对话框所选的位置。',
		hint: '请以下载方式导出，或在命令行使用“wirebench export”。',
	},
	noSuchRun: '没有这次运行。',
	noSuchReplay: '没有这次重放。',
	settingsUntouched: {
		message: ({ file }) => `设置没有写入：无法读取 ${file}，因此保持原样。`,
		hint: '它们在 Wirebench 结束之前有效。请把该文件移走，然后重新启动 Wirebench。',
	},
	settingsUnwritable: { message: ({ reason }) => `无法写入设置：${reason}`, hint: '它们在 Wirebench 结束之前有效。' },
	tooManyEventsToRun: ({ most }) => `该会话有超过 ${most} 个事件，多于能够转为可运行内容的数量。`,
	tooManyBytesToRun: ({ bytes }) => `该会话有 ${bytes} 字节，多于能够转为可运行内容的数量。`,
	eventShorter: ({ n }) => `事件 ${n} 比抓包记录所说的短。`,
	tooManyConnections: '抓包记录中的连接太多，无法全部列出。',
	whichFile: '请指定要发送的文件。',
	uploadGone: '上传的文件已不存在：请重新选择。',
	uploadTooLarge: ({ limit }) => `上传的文件最多 ${limit} 字节。`,
	uploadCut: '文件没有完整上传。',
	uploadNotKept: ({ errno }) => `无法保存该文件（${errno}）。`,
	captureOpening: '仍在打开这个抓包记录。',
	liveCharset: '实时抓包记录按每个端点现在的字符集读取：请在端点处更改。',
	liveCloses: '实时抓包记录在 Wirebench 结束时关闭。',
	captureNotOpen: { message: '此抓包记录已不再打开。', hint: '请重新打开它，或回到实时抓包记录。' },
	testsRunning: { message: ({ most }) => `已有 ${most} 个测试正在运行。`, hint: '请停止一个，或等待其中一个结束。' },
};
