import { beforeEach, describe, expect, test } from 'vitest';
import { connectionOf, type SelectionFacts, useSelection } from './selection.ts';

const facts: SelectionFacts = { last: 4 };
const now = (patch: Partial<SelectionFacts> = {}) => connectionOf(useSelection.getState(), { ...facts, ...patch });
const { selectEndpoint, selectConnection, selectEvent, connectionClosed } = useSelection.getState();

beforeEach(() => useSelection.setState(useSelection.getInitialState(), true));

describe('the selected connection', () => {
	test('is that of the latest selection', () => {
		selectEvent(7);
		expect(now({ ofEvent: 3 })).toBe(3);
		selectConnection('a', 1);
		expect(now({ ofEvent: 3, ofEndpoint: [1, 2] })).toBe(1);
		selectEvent(8);
		expect(now({ ofEvent: 3, ofEndpoint: [1, 2] })).toBe(3);
		selectEndpoint('b');
		expect(now({ ofEvent: 3, ofEndpoint: [4] })).toBe(4);
	});

	test('is the only or the last one of the selected endpoint, open or not', () => {
		selectEndpoint('a');
		expect(now({ ofEndpoint: [2] })).toBe(2);
		expect(now({ ofEndpoint: [1, 2] })).toBe(2);
	});

	test('stays when it closes, until another endpoint or connection is selected', () => {
		selectConnection('a', 1);
		connectionClosed();
		expect(now({ ofEndpoint: [1, 2] })).toBe(1);
		selectEndpoint('a');
		expect(now({ ofEndpoint: [1, 2] })).toBe(2);
	});

	test('does not change because the connection of the place closes after an event was selected', () => {
		selectConnection('a', 1);
		selectEvent(7);
		connectionClosed();
		expect(now({ ofEvent: 3, ofEndpoint: [1, 2] })).toBe(3);
	});

	test('an event without a connection keeps the selection before', () => {
		selectConnection('a', 1);
		selectEvent(7);
		expect(now({ ofEndpoint: [1, 2] })).toBe(1);
		selectEvent(undefined);
		expect(now({ ofEndpoint: [1, 2] })).toBe(1);
	});

	test('an event selected before its endpoint, which has several, decides', () => {
		selectEvent(7);
		selectEndpoint('a');
		expect(now({ ofEvent: 2, ofEndpoint: [1, 2] })).toBe(2);
		expect(now({ ofEvent: 3, ofEndpoint: [1, 2] })).toBe(2);
	});

	test('is the last one of the capture when nothing else is selected', () => {
		expect(now()).toBe(4);
		expect(now({ last: undefined })).toBeUndefined();
		selectEndpoint('without any');
		expect(now({ ofEndpoint: [] })).toBe(4);
	});
});
