import { describe, expect, it } from 'vitest';
import { decide, type Facts } from './decide.mjs';

const able: Facts = { runtime: 'present' };

describe('the host to start', () => {
	it('is Electron where its runtime, a display and a sandbox are available', () => {
		expect(decide(able)).toEqual({ next: 'electron' });
	});

	it('fetches the runtime first where only that is missing', () => {
		expect(decide({ runtime: 'absent' })).toEqual({ next: 'fetch' });
		expect(decide({ runtime: 'absent', wanted: 'electron' })).toEqual({ next: 'fetch' });
	});

	it('is the browser host, with the reason, where the runtime cannot be fetched', () => {
		expect(decide({ runtime: 'unfetchable', fetchFailure: 'no network' })).toEqual({
			next: 'browser',
			why: 'its runtime could not be fetched (no network)',
		});
	});

	it('fetches nothing without a display, and gives every reason', () => {
		expect(decide({ runtime: 'absent', noDisplay: 'no display' })).toEqual({
			next: 'browser',
			why: 'no display, and its runtime is not installed',
		});
		expect(decide({ runtime: 'present', noDisplay: 'no display', noSandbox: 'no sandbox' })).toEqual({
			next: 'browser',
			why: 'no display, and no sandbox',
		});
		expect(decide({ runtime: 'absent', noDisplay: 'no display', notThisUser: 'root' })).toEqual({
			next: 'browser',
			why: 'no display, root, and its runtime is not installed',
		});
	});

	it('fetches the runtime where only its sandbox is in the way: what it needs can be set up for a runtime that is there', () => {
		expect(decide({ runtime: 'absent', noSandbox: 'no sandbox' })).toEqual({ next: 'fetch' });
		expect(decide({ runtime: 'present', noSandbox: 'no sandbox' })).toEqual({ next: 'browser', why: 'no sandbox' });
	});

	it('fetches nothing for a user who cannot run it', () => {
		expect(decide({ runtime: 'absent', notThisUser: 'root' }).next).toBe('browser');
		expect(decide({ runtime: 'absent', notThisUser: 'root', wanted: 'electron' }).next).toBe('give-up');
	});

	it('gives up instead of choosing another host than the requested one', () => {
		for (const facts of [
			{ ...able, noSandbox: 'no sandbox' },
			{ ...able, noDisplay: 'no display' },
			{ runtime: 'unfetchable', fetchFailure: 'no network' } as const,
		]) {
			expect(decide({ ...facts, wanted: 'electron' }).next).toBe('give-up');
		}
	});

	it('is the browser host on request, whatever else is available', () => {
		expect(decide({ ...able, wanted: 'browser' })).toEqual({ next: 'browser', why: 'the browser host was asked for' });
		expect(decide({ runtime: 'absent', wanted: 'browser' }).next).toBe('browser');
	});
});
