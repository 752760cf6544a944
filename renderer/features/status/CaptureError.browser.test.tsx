import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { diskErrors } from '../../../common/words/en/sentences/disks.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { errorsOf } from '../../../common/words/sentence/errors-of.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';
import { NO_STATUS, useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { CaptureError } from './CaptureError.tsx';

const FOLDER = '/captures/one';
const diskError = errorsOf(diskErrors);
const say = sayingOf(noteTexts);

beforeEach(() => showLanguage('zh-Hans'));

afterEach(async () => {
	useLiveCapture.setState(NO_STATUS, true);
	await showLanguage('en');
});

test.each([
	[diskError('disk', 'diskFull'), '抓包记录所在的磁盘已满。'],
	[
		diskError('disk', 'filesDeletedGoesOn', { what: say('filesDeleted', { next: 12 }), folder: FOLDER }),
		'写入期间，抓包记录的文件被删除或替换。其中的事件已丢失；从事件 12 起，全部在新的分段中。',
	],
])('faults of the disk are in Chinese: %s', async (error, words) => {
	useLiveCapture.setState({ ...NO_STATUS, id: 'c', error: error.toInfo() }, true);
	const { container } = await render(<CaptureError />);
	await expect.element(page.getByText(words)).toBeVisible();
	expect(latinTexts(container, [FOLDER, 'TCP'])).toEqual([]);
});
