import { afterEach, expect, test } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { loadCatalogue } from '../../../common/words/catalogue.ts';
import { useLanguage } from '../../words/store.ts';
import { endpointState } from '../testing/host.fixture.ts';
import { isOwnName, nameFor } from './names.ts';

const server = endpointConfigSchema.parse({ kind: 'tcp-server', name: 'server :9000', port: 9000 });
const client = endpointConfigSchema.parse({ kind: 'tcp-client', name: 'x', host: '127.0.0.1', port: 9000 });

afterEach(() => useLanguage.setState(useLanguage.getInitialState(), true));

test('names are made in the page’s language', async () => {
	expect(nameFor(server, [])).toBe('server :9000');
	useLanguage.setState({ language: 'zh-Hans', catalogue: await loadCatalogue('zh-Hans') });
	expect(nameFor(server, [])).toBe('服务器 :9000');
	expect(nameFor(client, [])).toBe('到 127.0.0.1:9000');
});

test('a name that was made in another language is no choice of a person, and is not repeated', async () => {
	expect(isOwnName(server, [])).toBe(false);
	expect(isOwnName({ ...server, name: '伺服器 :9000 2' }, [])).toBe(false);
	expect(isOwnName({ ...server, name: 'mine' }, [])).toBe(true);
	const target = endpointState('s', { config: { ...server, name: '到 db' } });
	expect(nameFor(client, [target])).toBe('to db');
});
