import type { draft as english } from '../../../en/dialogs/endpoint-form/draft.ts';
import type { Texts } from '../../../locale/texts.ts';

export const draft: Texts<typeof english> = {
	whole: (least, most) => `${least} 到 ${most} 的整数。`,
	wholeMs: (least, most) => `${least} 到 ${most} 的整数毫秒数。`,
	wholeBytes: (least, most) => `${least} 到 ${most} 的整数字节数。`,
	wholeMiB: (most) => `1 到 ${most} 的整数（MiB）。`,
	wholeKiB: (most) => `1 到 ${most} 的整数（KiB）。`,
	wholeSeconds: (leastMs, mostMs) => `整秒，以毫秒表示，${leastMs} 到 ${mostMs}。`,
	percentage: '0 到 100 的百分比。',
	atLeastOneByte: '整数字节数，至少为 1。',
	bytes: '整数字节数。',
	atMostADay: '整数毫秒数，最多一天。',
	noDestination: '请在上方填写发送目标。',
	inMessage: (message, character, fault) => `消息 ${message}，第 ${character} 个字符：${fault}`,
	atCharacter: (fault, character) => `${fault}（第 ${character} 个字符）`,
};
