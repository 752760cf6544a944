import type { lessons as english } from '../../en/dialogs/lessons.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Texts } from '../../locale/texts.ts';

const { count } = localeOf('zh-Hant');

export const lessons: Texts<typeof english> = {
	title: '課程',
	command: '課程…',
	intro: '每一課都用真實的通訊端完成。流量中出現了對應的事件，這一步才算完成。',
	open: (title) => `課程：${title}`,
	all: '全部課程',
	close: '關閉課程',
	minutes: (minutes) => `${count(minutes)} 分鐘`,
	done: (done, steps) => `已完成 ${count(done)} / ${count(steps)} 步`,
	finished: '已學完',
	steps: '步驟',
	step: (at, steps, title) => `第 ${count(at)} 步，共 ${count(steps)} 步：${title}`,
	states: { done: '已完成', current: '目前', waiting: '稍後' },
	soFar: (found, wanted) => `目前 ${count(found)} / ${count(wanted)}`,
	soFarConnections: (found, wanted) => `目前 ${count(found)} / ${count(wanted)} 個連線`,
	offers: {
		preset: (name) => `啟動 ${name}`,
		filter: '篩選記錄',
		explain: '說明',
		views: {
			calls: '查看通訊端呼叫',
			socket: '查看通訊端',
			states: '查看 TCP 狀態',
			conversation: '查看對話',
		},
	},
	noEndpoint: '本課的端點還不存在：前面的步驟會建立它。',
	program: { python: '你自己的 Python 程式', shell: '在終端機中' },
	run: {
		python: '存成 lesson.py，再執行 python3 lesson.py；也可以連同命令一起複製。',
		shell: '貼到終端機中。',
	},
	copy: '複製',
	copyCommand: '複製為命令',
	copied: '已複製程式',
	notCopied: '程式沒有複製成功',
	wrong: '還差一點',
	unknownProgram: '系統沒有說明這個連線來自哪個程式：只要不是 Wirebench 自己的連線就算數。',
	failed: '無法檢查流量',
	end: '你看到了什麼',
	restart: '重新開始',
	next: (title) => `下一課：${title}`,
};
