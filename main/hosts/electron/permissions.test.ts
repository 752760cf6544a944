import { describe, expect, it } from 'vitest';
import { isGranted } from './permissions.ts';
import { isOurPage } from './window/origin.ts';

describe('permissions', () => {
	it.each(['app://wirebench', 'app://wirebench/'])('permits %s to write to the clipboard', (requester) => {
		expect(isGranted('clipboard-sanitized-write', requester)).toBe(true);
	});

	it.each([
		['clipboard-read', 'app://wirebench/'],
		['media', 'app://wirebench/'],
		['openExternal', 'app://wirebench/'],
		['clipboard-sanitized-write', 'https://example.org/'],
		['clipboard-sanitized-write', 'app://wirebench.evil/'],
		['clipboard-sanitized-write', ''],
	])('refuses %s to %s', (permission, requester) => {
		expect(isGranted(permission, requester)).toBe(false);
	});
});

describe('senders of messages to the host', () => {
	it('are main frames of our own page', () => {
		expect(isOurPage({ senderFrame: { origin: 'app://wirebench', parent: null } })).toBe(true);
	});

	it.each([
		['a subframe', { origin: 'app://wirebench', parent: {} }],
		['another origin', { origin: 'https://example.org', parent: null }],
		['another host of the scheme', { origin: 'app://elsewhere', parent: null }],
		['an opaque origin', { origin: 'null', parent: null }],
		['a frame that is gone', null],
	])('are not %s', (_what, senderFrame) => {
		expect(isOurPage({ senderFrame })).toBe(false);
	});
});
