import type { values as english } from '../../en/cli/values.ts';
import type { Texts } from '../../locale/texts.ts';

export const values: Texts<typeof english> = {
	number: '應為數字。',
	wholeNumber: '應為整數。',
	wholeOrEndless: '應為整數；0 表示無限次。',
	wholeFrom: (least) => `應為不小於 ${least} 的整數。`,
	wholeRange: (least, most) => `應為 ${least} 到 ${most} 的整數。`,
	milliseconds: (most) => `應為毫秒數，不超過 ${most} 的整數。`,
	millisecondRange: (least, most) => `應為毫秒數，${least} 到 ${most} 的整數。`,
	port: '連接埠是 0 到 65535 的整數。',
	atCharacter: (position, why) => `第 ${position} 個字元：${why}`,
};
