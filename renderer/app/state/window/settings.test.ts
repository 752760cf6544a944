import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../../../common/contract/calls/settings.ts';
import { feedStores } from '../../shell/feeds.ts';
import { type FakeHost, fakeHost } from '../../testing/host.fixture.ts';
import { setSession } from '../host/session.ts';
import { type LoadedSettings, updateSettings, useSettings } from './settings.ts';

let host: FakeHost;
let stop: () => void;

beforeEach(async () => {
	useSettings.setState({ loaded: false });
	host = fakeHost();
	setSession(host.session);
	stop = feedStores(host.session);
	await until(({ loaded }) => loaded);
});

afterEach(() => {
	stop();
	host.close();
});

function until(holds: (settings: LoadedSettings) => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (!holds(useSettings.getState())) return;
			unsubscribe();
			resolve();
		};
		const unsubscribe = useSettings.subscribe(look);
		look();
	});
}

test("the host's echo of an earlier change does not revert a later one, and its other settings apply", async () => {
	const answers: PromiseWithResolvers<Settings>[] = [];
	const asked = Promise.withResolvers<void>();
	host.store = () => {
		const answer = Promise.withResolvers<Settings>();
		if (answers.push(answer) === 2) asked.resolve();
		return answer.promise;
	};
	updateSettings({ filterHistory: ['one'] });
	updateSettings({ filterHistory: ['two', 'one'] });
	await asked.promise;

	// Another page has changed the theme; of the history the host has only the first change.
	host.tellSettings({ theme: 'light', filterHistory: ['one'] });
	await until(({ theme }) => theme === 'light');
	expect(useSettings.getState().filterHistory).toEqual(['two', 'one']);

	host.tellSettings({ theme: 'light', filterHistory: ['two', 'one'] });
	for (const { resolve } of answers) resolve(settingsSchema.parse({}));
	await host.session.call('hostInfo', {});
	// No change is pending: the host's value applies.
	host.tellSettings({ theme: 'light', filterHistory: ['three'] });
	await until(({ filterHistory }) => filterHistory[0] === 'three');
});
