import type { exportJobs as english } from '../en/export-jobs.ts';
import { localeOf } from '../locale/locale.ts';
import type { Texts } from '../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const exportJobs: Texts<typeof english> = {
	waiting: '正在等待瀏覽器取得檔案',
	progress: (done, total, size) => `${count(done)} / ${count(total)} 個事件，${size}`,
	label: (file) => `匯出 ${file}`,
	cancel: (file) => `取消匯出 ${file}`,
};
