import { expect, test } from 'vitest';
import { enDialogs } from '../../../../common/words/en-dialogs.ts';
import { zhHant } from '../../../../common/words/zh-hant.ts';
import { optionValue } from './option-value.ts';

test.each([
	['on', '開'],
	['none', '無'],
	['the system chooses', '由系統選擇'],
	['425984 bytes', '425984 位元組'],
	['30000 ms', '30000 毫秒'],
	['after 60000 ms', '60000 毫秒後'],
	['64 (as a rule)', '64（通常）'],
	['recvmmsg by a thread, sendmmsg', 'recvmmsg（由執行緒接收）、sendmmsg'],
	['511', '511'],
	['239.1.2.3', '239.1.2.3'],
])('%j in force is %j, and in English stays', (value, chinese) => {
	expect(optionValue(value, zhHant.dialogs.endpointForm.dialogs.options.values)).toBe(chinese);
	expect(optionValue(value, enDialogs.endpointForm.dialogs.options.values)).toBe(value);
});
