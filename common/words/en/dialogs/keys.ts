/** The keyboard help: what each key does, by place. The keys themselves are the names of the texts. */
export const keys = {
	title: 'Keyboard',
	list: 'Keys',
	places: {
		everywhere: {
			where: 'Everywhere',
			keys: {
				Escape: 'Close a dialog or a menu',
			},
		},
		endpoints: {
			where: 'Endpoints',
			keys: {
				'↑ ↓ Home End': 'Select',
				'→ ←': 'Show, hide connections',
				Enter: 'Start or stop',
				C: 'Connect a client',
				P: 'Put a proxy in front',
				'Ctrl C': 'Copy the address',
				E: 'Edit (while stopped)',
				'Alt ↑, Alt ↓': 'Move up, down',
				Delete: 'Remove; on a connection: close',
				'Menu, Shift F10': 'More commands',
			},
		},
		log: {
			where: 'Log',
			keys: {
				'↑ ↓ Page Up Page Down': 'Select an event',
				'Shift ↑ ↓, Ctrl A': 'Select several; all',
				'← →': 'From cell to cell',
				Home: 'First event',
				End: 'Last event, and follow',
				'Menu, Shift F10': 'Commands for the cell and the selected rows',
				'F, X': 'Filter by the cell, exclude it',
				'Ctrl C': 'Copy the selected rows as text',
				T: 'Times: of day, since the first event, since the row before',
				P: 'Preview: text, hex, both',
				Enter: 'To its bytes; Escape comes back',
				M: 'Mark the event, or take the mark away',
				N: 'Note on the event',
				C: 'Compare: with the message that C is pressed on next, or that is clicked',
			},
		},
		columns: {
			where: 'Columns of the log',
			keys: {
				'← →': 'Next column',
				'Shift ← →': 'Narrower, wider; a double click on the edge fits it',
				'Alt ← →': 'Move the column',
				'Enter, Menu': 'Which columns there are, and what they show',
				Delete: 'Hide',
			},
		},
		inspector: {
			where: 'Inspector',
			keys: {
				'Ctrl F': 'Find in the bytes; Enter, Shift Enter: next, previous',
				'Ctrl G': 'Go to an offset, such as 0x1000, 4096, +16 or −16; 16..31 selects',
				'Ctrl C': 'Copy what is selected as hex',
				Escape: 'Back to the bytes, then to the log',
			},
		},
		comparison: {
			where: 'Comparison',
			keys: {
				'F8, N; F7, P': 'Next, previous difference',
				I: 'Ignore the selected bytes, or the difference',
				S: 'Swap the sides',
				'↑ ↓ Page Up Page Down Home End': 'Scroll',
			},
		},
		connections: {
			where: 'Comparison of connections',
			keys: {
				'↑ ↓ Page Up Page Down Home End': 'Choose a pair, or one of its messages',
				Enter: 'On a pair: to its messages; on a message: show the bytes side by side',
				Escape: 'From the bytes back to the connections; else close',
			},
		},
		diagram: {
			where: 'Sequence diagram',
			keys: {
				'↑ ↓ Page Up Page Down Home': 'Select an event',
				End: 'Last event, and follow',
				Enter: 'To its bytes',
			},
		},
		timeline: {
			where: 'Timeline',
			keys: {
				'← →, Home End': 'Move; with Shift select a range',
				Enter: 'Filter to the selected range, or select the event there',
				'+ −, 0': 'Zoom in, out, show all',
				'Page Up Page Down': 'Earlier, later, while zoomed in',
				Escape: 'Clear the range',
			},
		},
		conversation: {
			where: 'Conversation',
			keys: {
				'↑ ↓ Page Up Page Down': 'Move, and select the event',
				'Shift ↑, Shift ↓': 'Select several events',
				'Home, End': 'To the beginning; to the end, and follow',
				'Ctrl F': 'Find in the conversation; Shift Enter finds backwards',
				'Ctrl C': 'Copy what is selected',
				Enter: 'To the bytes of the event',
			},
		},
		filter: {
			where: 'Filter',
			keys: {
				Enter: 'Apply, and to the log',
				'↑ ↓, Enter, Tab': 'Choose a suggestion',
				'↑': 'Recent filters; ↓ comes back',
				Escape: 'Clear: back to the selected event',
			},
		},
		composer: {
			where: 'Composer',
			keys: {
				'Enter, Ctrl Enter': 'Send',
				'Shift Enter': 'New line',
				'↑ ↓': 'Earlier, later messages, from the first or last line',
				'Alt H': 'Read the message as hex, or as text',
				'Alt R': 'Repeat the message',
				'Alt .': 'Stop what is being sent',
				'Alt 1 … Alt 9': 'Send a saved payload, with any focus',
			},
		},
	},
};
