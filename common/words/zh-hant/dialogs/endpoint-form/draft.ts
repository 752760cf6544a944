import type { draft as english } from '../../../en/dialogs/endpoint-form/draft.ts';
import type { Texts } from '../../../locale/texts.ts';

export const draft: Texts<typeof english> = {
	whole: (least, most) => `${least} 到 ${most} 的整數。`,
	wholeMs: (least, most) => `${least} 到 ${most} 的整數毫秒數。`,
	wholeBytes: (least, most) => `${least} 到 ${most} 的整數位元組數。`,
	wholeMiB: (most) => `1 到 ${most} 的整數（MiB）。`,
	wholeKiB: (most) => `1 到 ${most} 的整數（KiB）。`,
	wholeSeconds: (leastMs, mostMs) => `整秒，以毫秒表示，${leastMs} 到 ${mostMs}。`,
	percentage: '0 到 100 的百分比。',
	atLeastOneByte: '整數位元組數，至少為 1。',
	bytes: '整數位元組數。',
	atMostADay: '整數毫秒數，最多一天。',
	noDestination: '請在上方填寫傳送目標。',
	inMessage: (message, character, fault) => `訊息 ${message}，第 ${character} 個字元：${fault}`,
	atCharacter: (fault, character) => `${fault}（第 ${character} 個字元）`,
};
