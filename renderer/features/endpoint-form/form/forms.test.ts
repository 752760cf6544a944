import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
} from '../../../../common/endpoints/index.ts';
import { fromSnapshot, useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { endpointState } from '../../../app/testing/host.fixture.ts';
import { beginForm, changeForm, dropForm, fieldLeft, leaveForm, NEW, showsErrors, useForms } from './forms.ts';

const config = endpointConfigSchema.parse({ kind: 'udp', name: 'u' });
const form = () => useForms.getState().forms.get(NEW);

beforeEach(() => {
	dropForm(NEW);
	beginForm(NEW, config);
});

test('leaving an untouched form discards it', () => {
	leaveForm(NEW);
	expect(form()).toBeUndefined();
});

test('leaving a form with input keeps it', () => {
	changeForm(NEW, 'port', { port: '7' });
	leaveForm(NEW);
	expect(form()?.draft).toMatchObject({ port: '7' });
	expect(form()?.touched).toEqual(new Set(['port']));
});

test('errors show at and below changed fields once they were left, and everywhere after an attempt', () => {
	changeForm(NEW, 'responder.rules', { rules: [] });
	const typing = form();
	if (typing === undefined) throw new Error('no form');
	expect(showsErrors(typing, 'responder.rules[0].reply')).toBe(false);
	fieldLeft(NEW);
	const now = form();
	if (now === undefined) throw new Error('no form');
	expect(showsErrors(now, 'responder.rules[0].reply')).toBe(true);
	expect(showsErrors(now, 'responder')).toBe(false);
	expect(showsErrors(now, 'port')).toBe(false);
	expect(showsErrors({ ...now, tried: true }, 'port')).toBe(true);
});

describe('what follows the rest', () => {
	const parse = (input: EndpointConfigInput) => endpointConfigSchema.parse(input);
	const secure = parse({ kind: 'tcp-server', name: 'vault', port: 9443, tls: {} });
	const plain = parse({ kind: 'tcp-server', name: 'echo', port: 9000 });
	const know = (...configs: EndpointConfig[]) =>
		useWorkbench.setState(
			fromSnapshot({ endpoints: configs.map((one) => endpointState(one.name, { config: one })), connections: [] }),
		);
	const client = () => {
		beginForm(NEW, parse({ kind: 'tcp-client', name: 'to echo', host: '127.0.0.1', port: 9000 }));
	};

	beforeEach(() => know(secure, plain));
	afterEach(() => useWorkbench.setState(useWorkbench.getInitialState(), true));

	test('the name of a client is that of its target, until a person has changed it', () => {
		client();
		changeForm(NEW, 'port', { port: '9443' });
		expect(form()?.draft.name).toBe('to vault');
		changeForm(NEW, 'host', { host: 'example.org' });
		expect(form()?.draft.name).toBe('to example.org:9443');
		changeForm(NEW, 'name', { name: 'mine' });
		changeForm(NEW, 'port', { port: '9000' });
		expect(form()?.draft.name).toBe('mine');
	});

	test('a name that a person has chosen before is kept; one of ours has the new port', () => {
		beginForm('echo', plain);
		changeForm('echo', 'port', { port: '9001' });
		expect(useForms.getState().forms.get('echo')?.draft.name).toBe('echo');
		const own = parse({ kind: 'tcp-server', name: 'server :9100', port: 9100 });
		know(own);
		beginForm(own.name, own);
		changeForm(own.name, 'port', { port: '0' });
		expect(useForms.getState().forms.get(own.name)?.draft.name).toBe('server');
	});

	test('TLS of a client is on while its target requires it, and off again elsewhere', () => {
		client();
		changeForm(NEW, 'port', { port: '9443' });
		expect(form()?.draft).toMatchObject({ tls: { on: true } });
		changeForm(NEW, 'port', { port: '9000' });
		expect(form()?.draft).toMatchObject({ tls: { on: false } });
	});

	test('TLS that a person has switched stays as it is', () => {
		client();
		const { draft } = form() ?? {};
		if (draft?.kind !== 'tcp-client') throw new Error('no client');
		changeForm(NEW, 'tls', { tls: { ...draft.tls, on: true } });
		changeForm(NEW, 'port', { port: '80' });
		expect(form()?.draft).toMatchObject({ tls: { on: true } });
	});

	test('a proxy speaks TLS with a target that requires it; without TLS of its own its clients need none', () => {
		const proxy = parse({ kind: 'tcp-proxy', name: 'echo proxy', port: 0, target: { host: 'localhost', port: 9000 } });
		beginForm(NEW, proxy);
		const { draft } = form() ?? {};
		if (draft?.kind !== 'tcp-proxy') throw new Error('no proxy');
		changeForm(NEW, 'target.port', { proxy: { ...draft.proxy, targetPort: '9443' } });
		expect(form()?.draft).toMatchObject({ name: 'vault proxy', proxyTls: { tls: false, targetTls: true } });
	});
});
