import type { panes as english } from '../en/panes.ts';
import type { Texts } from '../locale/texts.ts';

export const panes: Texts<typeof english> = {
	endpoints: {
		name: '端點',
		show: '顯示端點',
		fold: '收合端點',
		width: '端點的寬度',
		height: '端點的高度',
	},
	inspector: {
		name: '檢閱器',
		show: '顯示檢閱器',
		fold: '收合檢閱器',
		width: '檢閱器的寬度',
		height: '檢閱器的高度',
	},
	composer: {
		name: '編輯器',
		show: '顯示編輯器',
		fold: '收合編輯器',
		width: '編輯器的寬度',
		height: '編輯器的高度',
	},
	timeline: {
		name: '時間軸',
		show: '顯示時間軸',
		fold: '收合時間軸',
		width: '時間軸的寬度',
		height: '時間軸的高度',
	},
	event: (number) => `事件 ${number}`,
	strip: (show, summary) => `${show}，${summary}`,
	pixels: (size) => `${size} 像素`,
	asContent: '與內容同高',
};
