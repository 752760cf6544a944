import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { enSentences } from '../../common/words/en-sentences.ts';
import { inWords } from '../../common/words/sentence/in-words.ts';
import { sentences as hans } from '../../common/words/zh-hans-sentences.ts';
import { sentences as hant } from '../../common/words/zh-hant-sentences.ts';
import { showCapture } from './captures/show.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createHeadless } from './headless.ts';

async function closedPort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
	server.close();
	await once(server, 'close');
	return address.port;
}

test('a refused connection is stored in English, and its capture reads in each language', async () => {
	const port = await closedPort();
	const captureFolder = join(temporaryFolder(), 'capture');
	const headless = await createHeadless({ captureFolder });
	const config = endpointConfigSchema.parse({ kind: 'tcp-client', name: 'client', host: '127.0.0.1', port });
	const { id } = headless.engine.create(config);
	await expect(headless.engine.start(id)).rejects.toMatchObject({
		code: 'refused',
		details: { says: { code: 'ECONNREFUSED' } },
	});
	await headless.close();

	const { capture, close } = await showCapture(captureFolder);
	const row = (await capture.rows(0, 100)).find(({ kind }) => kind === 'error');
	await close();
	const read = (to: typeof hans) =>
		row && inWords({ message: row.text, details: { says: row.says } }, { from: enSentences, to }).message;
	expect(row?.text).toBe(`ECONNREFUSED (111): Nothing listens on 127.0.0.1:${port}: it refused.`);
	expect(read(hans)).toBe(`ECONNREFUSED (111): 没有程序在监听 127.0.0.1:${port}：连接被拒绝。`);
	expect(read(hant)).toMatch(new RegExp(`^ECONNREFUSED \\(111\\): .*127\\.0\\.0\\.1:${port}.*。$`));
});
