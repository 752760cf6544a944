import type { exportJobs as english } from '../en/export-jobs.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hans');

export const exportJobs: Texts<typeof english> = {
	waiting: '正在等待浏览器获取文件',
	progress: (done, total, size) => `${count(done)} / ${count(total)} 个事件，${size}`,
	label: (file) => `导出 ${file}`,
	cancel: (file) => `取消导出 ${file}`,
};
