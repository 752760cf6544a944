import { beforeEach, expect, test } from 'vitest';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { beginForm, changeForm, dropForm, isTouched, leaveForm, NEW, useForms } from './forms.ts';

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

test('errors show at and below changed fields, and everywhere after an attempt', () => {
	changeForm(NEW, 'responder.rules', { rules: [] });
	const now = form();
	if (now === undefined) throw new Error('no form');
	expect(isTouched(now, 'responder.rules[0].reply')).toBe(true);
	expect(isTouched(now, 'responder')).toBe(false);
	expect(isTouched(now, 'port')).toBe(false);
	expect(isTouched({ ...now, tried: true }, 'port')).toBe(true);
});
