import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createHeadless } from './headless.ts';

const config = endpointConfigSchema.parse({ kind: 'udp', name: 'E', port: 0 });

describe('the end', () => {
	test('works also on a full disk, with the stored part and the error', async () => {
		const captureFolder = join(temporaryFolder(), 'capture');
		const { capture, finish } = await createHeadless({ captureFolder, segmentBytes: 1000 });
		const endpoint = capture.addEndpoint({ id: 'e', name: 'E', kind: 'udp', config });
		const end = { address: '127.0.0.1', port: 1 };
		capture.open({ id: 1, endpoint, protocol: 'tcp', role: 'accepted', local: end, remote: end, mirrored: false });
		capture.data(1, 'in', new Uint8Array(2000), false);
		await capture.flush();
		// With a file in its place the folder cannot be created again.
		rmSync(captureFolder, { recursive: true });
		writeFileSync(captureFolder, '');
		capture.data(1, 'in', new Uint8Array(2000), false);
		const { counters, error } = await finish();
		expect(counters).toMatchObject({ received: 3, stored: 2, dropped: 1 });
		expect(error).toMatchObject({ code: 'disk' });
	});
});

describe('a capture folder', () => {
	test('is created with its parents', async () => {
		const captureFolder = join(temporaryFolder(), 'new', 'deep', 'capture');
		const { finish } = await createHeadless({ captureFolder });
		expect(await finish()).toMatchObject({ error: undefined });
	});

	test('that is a file, or below one, is a clear error', async () => {
		const file = join(temporaryFolder(), 'file');
		writeFileSync(file, '');
		const cannot = { code: 'disk', message: expect.stringMatching(/cannot be made: .* file .*\(E/) };
		await expect(createHeadless({ captureFolder: file })).rejects.toMatchObject(cannot);
		await expect(createHeadless({ captureFolder: join(file, 'below') })).rejects.toMatchObject({ code: 'disk' });
	});

	test.runIf(process.platform === 'linux')(
		'where the system has none is a clear error, not an endless wait',
		async () => {
			await expect(createHeadless({ captureFolder: '/proc/no-such-folder' })).rejects.toMatchObject({ code: 'disk' });
		},
	);
});
