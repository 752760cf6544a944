import { localeOf } from '../../locale/locale.ts';

const { count } = localeOf('en');

/** Searches in bytes: of an event, and of a conversation. */
export const find = {
	inBytes: 'Find in the bytes',
	find: 'Find',
	inConversation: 'Find in the conversation',
	as: 'Find as',
	text: 'Text',
	hex: 'Hex',
	anyCase: 'Any case',
	previous: 'Previous place',
	previousTip: 'Previous (Shift Enter)',
	next: 'Next place',
	nextTip: 'Next (Enter)',
	looking: 'Looking…',
	share: (percent: number) => `Looking… ${percent} %`,
	notFound: 'Not found',
	fromEnd: 'From the end again',
	fromBeginning: 'From the beginning again',
	close: 'Close the search',
	closeTip: 'Close (Escape)',
	tooLong: (most: number) => `Look for ${count(most)} bytes at most.`,
};
