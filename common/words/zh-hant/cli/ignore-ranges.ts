import type { ignoreRanges as english } from '../../en/cli/ignore-ranges.ts';
import type { Texts } from '../../locale/texts.ts';

export const ignoreRanges: Texts<typeof english> = {
	forms:
		'FROM-TO、FROM- 或 FROM，位移從 0 起，負數從結尾起；前面可加 in 或 out，以及 message=N 或 message=N-M，各以冒號結尾，例如 4-7、-2-、in:0x10-0x13、out:message=3:0-1',
};
