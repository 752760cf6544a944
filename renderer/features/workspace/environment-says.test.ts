import { expect, test } from 'vitest';
import { loadTranslation } from '../../../common/words/load-translation.ts';
import { inWords } from '../../../common/words/sentence/in-words.ts';
import { environmentSays } from './environment-says.ts';

const chinese = await loadTranslation('zh-Hans');
const translated = ({ message, says }: ReturnType<typeof environmentSays>) =>
	inWords({ message, details: { says } }, chinese).message;

test.each([
	['endpoint client', '端点 client'],
	['payload login', '载荷 login'],
	['wherever it is sent', '发送到的任何地方'],
	['whoever connects to 127.0.0.1:80', '连接到 127.0.0.1:80 的任何一方'],
	['the proxy 10.0.0.1:1080', '代理 10.0.0.1:1080'],
	['10.0.0.1:80', '10.0.0.1:80'],
])('%s uses a variable of the environment, or gets its value', (english, words) => {
	expect(translated(environmentSays(english))).toBe(words);
});
