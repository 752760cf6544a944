/** Fields of answers: rules, scripts, and what a proxy rewrites. */
export const answers = {
	match: {
		title: 'When',
		text: 'How a message is compared before the rule answers: any message, equal bytes, a part of them, a regular expression, or fields. A message is what the framing of the endpoint makes of the stream, not what one recv returns.',
		next: 'Put the narrow rules first: the first one that matches answers.',
	},
	pattern: {
		title: 'Pattern',
		text: 'The bytes that a message is compared with. Text becomes bytes by the charset; hexadecimal, escaped and base64 name the bytes themselves.',
		next: 'Look at the last bytes of a recorded message: a line end is easily forgotten.',
	},
	expression: {
		title: 'Regular expression',
		text: 'A pattern over the characters of what is received. What its groups match can be used afterwards: as {{1}} in a reply, by its name as a variable of a test.',
		next: 'Write ^ and $ where all of it has to match.',
	},
	ignoreCase: {
		title: 'Ignore case',
		text: 'Capital and small letters count as the same: GET also finds get. Many text protocols read their commands this way.',
		next: 'Leave it off for passwords, base64 and binary data.',
	},
	structure: {
		title: 'Structure',
		text: 'Describes the fields of a message: their order, types, lengths and checksums. By it bytes are read as fields, and fields are written as bytes.',
		next: 'Make one under Structures, and try it there on a recorded message.',
	},
	condition: {
		title: 'Condition over the fields',
		text: 'Compares fields of the message, as in unit > 1 and kind == 3. Empty, every message matches that the structure can read.',
		next: 'Type the first letters of a field: its name is offered.',
	},
	reply: {
		title: 'Reply',
		text: 'What is sent back, written in the chosen format, composed from the fields of a structure, or nothing. Placeholders such as {{data}}, {{time}} and {{1}} are filled in for each message.',
		next: 'End it as the client expects it: {{eol}} is the line end that the message had.',
	},
	values: {
		title: 'Values of the fields',
		text: 'What each field of the composed message gets; lengths and checksums are computed. A value that begins with = is a formula, as in =sequence + 1.',
		next: 'Look at the bytes before you send them: beside the rules, or in the log.',
	},
	file: {
		title: 'File',
		text: 'The bytes of a file follow the reply: of a fixed one, or of one in a folder that the message names. The path is on the machine where Wirebench runs.',
		next: 'Decide what a missing file means: an error, or the answer of the next rule.',
	},
	delay: {
		title: 'Delay',
		text: 'How long the reply waits, in milliseconds, as on a slow server. The client is blocked in recv for this time, or until its own timeout.',
		next: 'Take more than the timeout of your client, and see what it does.',
	},
	after: {
		title: 'Then',
		text: 'What becomes of the connection after the reply: it stays, ends with a FIN, or is reset with an RST. After a FIN the peer reads the rest and then no bytes; after an RST its call fails with ECONNRESET.',
		next: 'Choose each of the three, and read what your client reports.',
	},
	state: {
		title: 'State of a conversation',
		text: 'A name for how far a connection has come: the rule answers in the first state only, and the second follows its answer. Each connection begins in the state start; empty means any state, and that it does not change.',
		next: 'Use it for a login: a command before it gets another answer.',
	},
	trial: {
		title: 'Message to try',
		text: 'What you write here is answered as by the running endpoint, but nothing is sent. You see which rule answers, with which bytes, and which other rules match too.',
		next: 'Try the selected message of the log.',
	},
	answeredBy: {
		title: 'Rules or a script',
		text: 'Rules answer message by message and are written without a program. A script receives every message and can remember what it has seen.',
		next: 'Begin with rules; take a script where an answer has to be computed.',
	},
	scriptLimits: {
		title: 'Limits of a script',
		text: 'How long one call of the script may compute, how much memory it has, and how many bytes one call may send. A script that breaks a limit is stopped for that connection; without memory, for all.',
		next: 'Keep them small: an endless loop then ends by itself.',
	},
	direction: {
		title: 'On the way',
		text: 'Which stream the rule or the fault is for: from the client to the target, or back to the client. The other one is passed on unchanged.',
		next: 'Change requests to test your server, answers to test your client.',
	},
	replace: {
		title: 'Replace',
		text: 'What the proxy sends in place of what matches: in place of the found part, or of the whole message. A length or a checksum in the message is not corrected.',
		next: 'Compare both sides of the proxy in the log.',
	},
};
