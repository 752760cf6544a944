import type { units as english } from '../en/units.ts';
import type { Texts } from '../locale/texts.ts';

export const units: Texts<typeof english> = {
	seconds: (number) => `${number} 秒`,
	minutes: (number) => `${number} 分钟`,
	hours: (number) => `${number} 小时`,
	perSecond: (what) => `${what}/秒`,
};
