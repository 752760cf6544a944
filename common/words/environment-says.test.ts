import { expect, test } from 'vitest';
import { environmentSays } from './environment-says.ts';
import { loadTranslation } from './load-translation.ts';
import { inWords } from './sentence/in-words.ts';

const chinese = await loadTranslation('zh-Hans');
const translated = (text: ReturnType<typeof environmentSays>) =>
	typeof text === 'string' ? text : inWords({ message: text.message, details: { says: text.says } }, chinese).message;

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
