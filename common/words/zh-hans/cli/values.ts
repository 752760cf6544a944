import type { values as english } from '../../en/cli/values.ts';
import type { Texts } from '../../locale/texts.ts';

export const values: Texts<typeof english> = {
	number: '应为数字。',
	wholeNumber: '应为整数。',
	wholeOrEndless: '应为整数；0 表示无限次。',
	wholeFrom: (least) => `应为不小于 ${least} 的整数。`,
	wholeRange: (least, most) => `应为 ${least} 到 ${most} 的整数。`,
	milliseconds: (most) => `应为毫秒数，不超过 ${most} 的整数。`,
	millisecondRange: (least, most) => `应为毫秒数，${least} 到 ${most} 的整数。`,
	port: '端口是 0 到 65535 的整数。',
	atCharacter: (position, why) => `第 ${position} 个字符：${why}`,
};
