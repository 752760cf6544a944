/** The framing of both directions, in all its details. */
export const framing = {
	title: 'Messages',
	different: 'Use different framing for sent data',
	sent: 'Framing of sent data',
	pause: 'Pause, ms',
	eitherLineEnd: 'Each line end in it stands for LF and for CR LF',
	order: 'Byte order',
	offset: 'Bytes before it',
	adjustment: 'Add to it',
	includesHead: 'The length counts itself and the bytes before it',
};
