import { expect, test } from 'vitest';
import { loadTranslation } from '../../../common/words/load-translation.ts';
import { inWords } from '../../../common/words/sentence/in-words.ts';
import { changeWords } from '../../../common/workspace/index.ts';
import { changeSays } from './change-says.ts';

const chinese = await loadTranslation('zh-Hans');
const translated = ({ message, says }: ReturnType<typeof changeSays>) =>
	inWords({ message, details: { says } }, chinese).message;

test('a change is put into words as it is named in English', () => {
	const remove = { what: 'remove', name: 'echo' } as const;
	const part = { what: 'part', name: 'filters' } as const;
	expect([remove, part].map((change) => changeSays(change).message)).toEqual(
		[remove, part].map((one) => changeWords(one)),
	);
	expect([remove, part].map((change) => translated(changeSays(change)))).toEqual(['移除 echo', '编辑“过滤器”']);
});
