import { expect, type Locator, type Page, type ViewportSize } from '@playwright/test';
import { CATALOGUES } from '../../common/words/catalogues.fixture.ts';
import type { Words } from '../../common/words/en.ts';
import type { DialogWords } from '../../common/words/en-dialogs.ts';
import type { Language } from '../../common/words/locale/language.ts';
import { requireClient } from './host-client.ts';
import { stateOf } from './host-state.ts';

const TEXTS = { en: CATALOGUES.en, 'zh-Hans': CATALOGUES.hans, 'zh-Hant': CATALOGUES.hant };

/** The window in a language and at a size, with what it is made of by the words of the language. */
export class Bench {
	readonly page: Page;
	readonly words: Words;
	readonly dialogs: DialogWords;

	private constructor(page: Page, language: Language) {
		this.page = page;
		this.words = TEXTS[language].words;
		this.dialogs = TEXTS[language].dialogs;
	}

	static async open(page: Page, language: Language, size: ViewportSize): Promise<Bench> {
		await page.setViewportSize(size);
		await requireClient(page).call('settingsUpdate', { language });
		await expect(page.locator(`html[lang="${language}"]`)).toBeAttached();
		return new Bench(page, language);
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** Waits until an endpoint is open; without a name, the only one. */
	async opened(endpoint?: string): Promise<void> {
		const client = requireClient(this.page);
		const status = async () =>
			(await stateOf(client)).endpoints.find(({ config }) => config.name === (endpoint ?? config.name))?.status;
		await expect.poll(status).toBe('open');
	}

	get message(): Locator {
		return this.page.getByRole('textbox', { name: this.words.composer.message, exact: true });
	}

	/** The rows of the log whose preview is a text. */
	rows(preview: string): Locator {
		const cell = this.page.locator('[data-column="preview"]').filter({ hasText: new RegExp(`^${preview}$`) });
		return this.page.locator('[data-n]').filter({ has: cell });
	}

	/** Removes what is set up, and begins a capture of its own. */
	async empty(): Promise<void> {
		const rows = this.page.locator('[data-endpoint]');
		for (const id of new Set(
			await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-endpoint') ?? '')),
		))
			await requireClient(this.page).call('endpointRemove', { id });
		await expect(this.page.getByRole('treeitem')).toHaveCount(0);
		await requireClient(this.page).call('captureNew', {});
		await expect(this.page.locator('[data-n]')).toHaveCount(0);
		await this.message.fill('');
	}
}
