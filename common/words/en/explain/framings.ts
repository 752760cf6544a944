/** How bytes become messages. */
export const framings = {
	none: {
		title: 'No framing',
		text: 'A message is what one read returned. For UDP that is one datagram; for TCP it depends on timing: two sends can arrive in one read (sticky packets), one send in two.',
		next: 'Choose how your protocol ends a message: by a line end, a length, or a silence.',
	},
	line: {
		title: 'Lines',
		text: 'A message ends with LF; a CR before it belongs to the line end. A client that sends no line end gets no answer, because the server still waits for the rest of the line.',
		next: 'Choose a line ending beside the composer.',
	},
	delimiter: {
		title: 'Delimiter',
		text: 'A message ends with bytes of your choice, such as 00 or ETX. They must not occur within a message, unless the protocol escapes them.',
		next: 'Write them as hex.',
	},
	fixed: {
		title: 'Fixed length',
		text: 'Every message has the same number of bytes, so no sign of its end is needed. One lost byte shifts all that follow.',
		next: 'Check the length by a checksum or a constant first byte.',
	},
	length: {
		title: 'Length field',
		text: 'A number at the start says how long the message is. Width, byte order, and whether it counts itself are what programs disagree about most often.',
		next: 'Try it on what is already captured: "Try a framing…" in its context menu.',
	},
	idle: {
		title: 'Silence',
		text: 'A message ends when nothing has come for a while, as on serial lines (Modbus RTU: 3.5 characters). A busy network or system can put a silence where none was sent.',
		next: 'Make it several times as long as the gaps within a message.',
	},
};
