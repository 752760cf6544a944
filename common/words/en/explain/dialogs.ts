/** Fields of dialogs: recordings, exports, filters, parts of the workspace, comparisons. */
export const dialogs = {
	becomes: {
		title: 'Test, mock server or replay',
		text: 'What is made of the recorded conversation: a test that checks the answers, a server that gives them again, or one run that sends the same and compares.',
		next: 'Make a test where you have the server, a mock server where you have not.',
	},
	side: {
		title: 'Side',
		text: 'Which end of the recorded conversation Wirebench plays. As the client it connects to your server; as the server it waits for your client.',
		next: 'Play the end that you do not want to test.',
	},
	madeName: {
		title: 'Name',
		text: 'What the new test or endpoint is called. It is not sent.',
		next: 'Name it after what was recorded.',
	},
	place: {
		title: 'Where it connects or listens',
		text: 'An address and a port, as in 127.0.0.1:8080 or [::1]:8080, or the path of a Unix socket. It begins with the place that was recorded, or with a free one.',
		next: 'Do not send a recording to a server in use: it does there again what was done.',
	},
	rhythm: {
		title: 'Original rhythm',
		text: 'Waits between messages as long as in the recording. Without it each message leaves as soon as the messages before it have arrived.',
		next: 'Use it where a timeout or a pause causes the fault.',
	},
	varying: {
		title: 'Parts that vary',
		text: 'Dates, ids, counters, lengths and checksums are probably different the next time. Such a part is computed where it is sent, and not compared where it is received.',
		next: 'Switch off one that has to stay as it was recorded.',
	},
	format: {
		title: 'Format',
		text: 'What kind of file is written. Only pcapng can be opened as a capture again; raw bytes have neither times nor boundaries.',
		next: 'Take CSV or JSON lines for your own scripts.',
	},
	scope: {
		title: 'What is exported',
		text: 'All events, those that the filter shows, those of the selected connection, or a range by their numbers in the log.',
		next: 'Filter the log first, and export what it shows.',
	},
	messages: {
		title: 'Messages in place of reads',
		text: 'Each row of the file is then a message, as the log lists it by the framing. Otherwise it is what one read returned: a message can be in two, and two messages in one.',
		next: 'Export both, and compare: that is what sticky packets are.',
	},
	decoded: {
		title: 'Decoded fields',
		text: 'The file gets a column for each decoded field that the log shows. A message without the field has an empty one.',
		next: 'Add columns to the log to have more of them.',
	},
	direction: {
		title: 'Direction',
		text: 'Which bytes are written: those that were received, those that were sent, or both in the order of time.',
		next: 'Take one direction to send the bytes again with another program.',
	},
	joined: {
		title: 'One array for all events',
		text: 'The bytes of all events become one array of C. Otherwise each event has an array of its own.',
		next: 'Separate arrays keep what one read returned.',
	},
	file: {
		title: 'Name or path of a file',
		text: 'A path is one on the machine where Wirebench runs; in a browser that can be another machine than yours. The ending of the name is added where it is left out.',
		next: 'Write an absolute path, as in /srv/bench/lab.wirebench.json.',
	},
	filter: {
		title: 'Filter',
		text: 'A condition over events, as in kind:error or len>=1k: those for which it holds are found. Words without a name are looked for in the text of events.',
		next: 'Type the beginning of a name: what can follow is offered.',
	},
	filterName: {
		title: 'Name of a saved filter',
		text: 'By it the filter is offered beside the field of the log. A name that exists already is replaced.',
		next: 'Name it after what it finds, as in "errors of the server".',
	},
	colour: {
		title: 'Colour of a rule',
		text: 'Events that the filter of the rule finds have this colour in the log. Where several rules find one, the first counts.',
		next: 'Put the rare ones, such as errors, at the top.',
	},
	secret: {
		title: 'Secret',
		text: 'A password or a private key that an endpoint or a test needs. It is kept on this machine and is not in the file of the workspace.',
		next: 'Send the file to others without fear; each types the secret once.',
	},
	folder: {
		title: 'Folder',
		text: 'Under which heading the endpoint or the payload is listed. It is only for order: nothing on the disk is moved.',
		next: 'Choose one that exists already, or write a new name.',
	},
	part: {
		title: 'Part of a workspace',
		text: 'An endpoint, a payload, a variable, a test, a filter, a colour rule or a structure that is taken over. Where the same name exists already, both are kept or the old one is replaced.',
		next: 'Keep both when in doubt: one can be deleted afterwards.',
	},
	readBytes: {
		title: 'Bytes to read',
		text: 'The bytes of one message in hexadecimal. The structure reads them, and each field shows its value and its place.',
		next: 'Take the selected message of the log.',
	},
	structureUse: {
		title: 'Read or compose',
		text: 'Reading shows which fields bytes have; composing makes bytes from the values of fields. Both use the same structure, so that one checks the other.',
		next: 'Read a message, change a value, and compose it again.',
	},
	compared: {
		title: 'What is compared',
		text: 'A capture, and one of its connections by its number; without a number all connections are compared in pairs.',
		next: 'Compare a run that works with one that does not.',
	},
	times: {
		title: 'Compare times',
		text: 'Messages also differ when one comes earlier or later than this many milliseconds, counted from the start of its connection.',
		next: 'Begin with a large number: no two runs are equally fast.',
	},
	ignored: {
		title: 'Ignore',
		text: 'Bytes that may differ: by their places, counted from the start or from the end, or by a regular expression. They count as equal.',
		next: 'Ignore dates and counters to see what really differs.',
	},
	age: {
		title: 'Older than',
		text: 'Finds the captures whose last event is older than this. The live one and those that are written by another process are left out.',
		next: 'Export what you still need before you delete them.',
	},
	language: {
		title: 'Language and style',
		text: 'In which language the program is written, and how it serves several connections: blocking, with threads, with a selector, or with events.',
		next: 'Read the blocking one first: it shows each call in its order.',
	},
	peer: {
		title: 'Where the program connects',
		text: 'The address that is written into the program, as in tcp://127.0.0.1:9000 or udp://[::1]:9000, or unix: before a path. It starts as the target of the composer.',
		next: 'Write the port on which your server listens.',
	},
	tried: {
		title: 'Endpoint to try with',
		text: 'Whose recorded bytes the framing is tried on. Nothing is sent, and the endpoint keeps its own framing until you use the new one.',
		next: 'Take one that has received several messages.',
	},
	shownFraming: {
		title: 'Framing for looking',
		text: 'Where messages end in what is shown: as the endpoint has it, or by another framing that you try. What is sent and answered does not change.',
		next: 'Use it where several messages stick together, or one is cut in two.',
	},
	sentFile: {
		title: 'File to send',
		text: 'The bytes of the file are sent as they are, without a line end. Over TCP they are one stream that the receiver gets in many reads; over UDP they are cut into datagrams.',
		next: 'The receiver does not see where the file ends: close afterwards, or send its length first.',
	},
	datagramBytes: {
		title: 'Bytes in a datagram',
		text: 'How many bytes of the file each datagram has; the last one has the rest. A large one is cut into several packets, and is lost when one of them is.',
		next: 'Take 1,400 or less over a real network.',
	},
	payload: {
		title: 'Saved payload',
		text: 'A message that is kept in the workspace under a name, in a folder, and with a key that sends it. A name that exists already in the folder is replaced.',
		next: 'Save the messages that you type twice.',
	},
	protocol: {
		title: 'Protocol',
		text: 'As what the message is decoded: Wirebench guesses from ports and bytes, and you can choose. The choice holds for the endpoint, for one direction of it, or for this message alone.',
		next: 'Choose a structure of your own for your own protocol.',
	},
	measure: {
		title: 'What a line shows',
		text: 'What is counted over time: events, bytes, or the values of a decoded field. The filter of the line says of which events.',
		next: 'Draw bytes of each direction as two lines.',
	},
};
