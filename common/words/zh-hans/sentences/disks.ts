import type { diskErrors as english } from '../../en/sentences/disks.ts';
import type { Texts } from '../../locale/texts.ts';

const BACK = '请释放一些空间或恢复该文件夹：抓包记录会自动继续。';

export const diskErrors: Texts<typeof english> = {
	diskFull: { message: '抓包记录所在的磁盘已满。', hint: BACK },
	quotaUsedUp: { message: '抓包记录的磁盘配额已用完。', hint: BACK },
	diskReadOnly: { message: '抓包记录所在的磁盘是只读的。', hint: BACK },
	captureFolderForbidden: { message: '没有写入抓包记录文件夹的权限。', hint: BACK },
	captureFolderGone: { message: '抓包记录的文件夹已不存在。', hint: BACK },
	captureFolderTaken: { message: '抓包记录文件夹的位置上有别的东西。', hint: BACK },
	captureTooManyFiles: { message: '打开的文件过多，抓包记录无法继续。', hint: BACK },
	diskFails: { message: '抓包记录所在的磁盘出错。', hint: BACK },
	captureFileTooLarge: { message: '抓包记录的文件超出了磁盘允许的大小。', hint: BACK },
	captureUnwritable: { message: ({ errno }) => `无法写入抓包记录（${errno}）。`, hint: BACK },
	stoppedImport: { message: ({ reason }) => `${reason}`, hint: '请释放一些空间或选择其他文件夹，然后重新打开该文件。' },
	seeToFolder: { message: ({ reason }) => `${reason}`, hint: ({ folder }) => `请处理 ${folder} 的问题，然后重试。` },
	oldestPartStays: {
		message: '无法删除抓包记录最早的部分：它会超出限制。',
		hint: ({ folder }) => `请使 ${folder} 恢复可写，或取消限制。`,
	},
	captureFolderMoved: {
		message: '抓包记录的文件夹被移动或改名。',
		hint: ({ folder }) => `请移回原处，或在 ${folder} 新建文件夹：抓包记录会自动继续。`,
	},
	captureFolderReadOnly: {
		message: '抓包记录的文件夹变为只读。在当前分段写满之前，事件写入该分段。',
		hint: ({ folder }) => `请使 ${folder} 恢复可写：抓包记录会自动继续。`,
	},
	segmentsChanged: {
		message: ({ files }) => `其他程序在写入抓包记录时更改了 ${files}。`,
		hint: ({ folder }) => `请用“wirebench show”查看 ${folder}：它会说明哪些内容可以读取。`,
	},
	filesDeletedGoesOn: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `记录在 ${folder} 中继续，无需任何操作。`,
	},
	filesOverwrittenGoesOn: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `记录在 ${folder} 中继续。请不要让其他程序写入该文件夹。`,
	},
	filesChangedLast: {
		message: ({ what }) => `${what}`,
		hint: ({ folder }) => `请用“wirebench show”查看 ${folder}：它会说明哪些内容可以读取。`,
	},
	exportExists: { message: ({ path }) => `文件 ${path} 已经存在。`, hint: '请替换它，或选择其他名称。' },
	exportDiskFull: {
		message: ({ folder }) => `${folder} 所在的磁盘已满。`,
		hint: '请释放一些空间，或选择其他位置。没有留下任何内容。',
	},
	exportTooLarge: { message: ({ folder }) => `${folder} 所在的磁盘不能保存这么大的文件。`, hint: '请选择其他位置。' },
	exportReadOnly: { message: ({ folder }) => `${folder} 所在的磁盘是只读的。`, hint: '请选择其他位置。' },
	exportForbidden: { message: ({ folder }) => `没有写入文件夹 ${folder} 的权限。`, hint: '请选择其他文件夹。' },
	exportNoFolder: { message: ({ folder }) => `没有文件夹 ${folder}。`, hint: '请选择已有的文件夹。' },
	exportIsNoFolder: { message: ({ folder }) => `${folder} 不是文件夹。`, hint: '请选择已有的文件夹。' },
	exportToFolder: { message: ({ path }) => `${path} 是文件夹。`, hint: '请给出文件名。' },
	exportNameTooLong: { message: ({ name }) => `名称 ${name}… 过长。`, hint: '请选择较短的名称。' },
	exportUnwritable: { message: ({ path, errno }) => `无法写入 ${path}（${errno}）。`, hint: '请选择其他位置。' },
};
