/** The settings. */
export const settings = {
	look: {
		title: 'Theme and contrast',
		text: 'Light or dark, and how strongly text and lines stand out. As the system follows what the system is set to, also when it changes.',
		next: 'Choose high contrast for a projector.',
	},
	language: {
		title: 'Language',
		text: 'The language of the window: of texts, explanations and lessons. Calls, errors, options and everything captured stay as they are.',
		next: 'It applies at once: try it.',
	},
	font: {
		title: 'Font',
		text: 'The face and the size of letters: one for the window, one for bytes and texts. A face that this machine does not have is replaced by that of the system.',
		next: 'For bytes take one whose characters all have the same width.',
	},
	place: {
		title: 'Folder of new captures',
		text: 'Where captures are written. The live one stays where it is; the next one is made in the new folder.',
		next: 'Choose a fast disk with enough free space, not a network drive.',
	},
	segment: {
		title: 'Segment size',
		text: 'A capture is several files; from this size on the next one begins. With a limit, whole files are deleted, the oldest first.',
		next: 'Small ones free disk space in small steps.',
	},
	keep: {
		title: 'Keep only the latest',
		text: 'How much disk the live capture may take. Beyond it the oldest events are deleted, and how many is counted.',
		next: 'Set it for a run overnight.',
	},
	disk: {
		title: 'When the disk cannot be written',
		text: 'Either TCP connections wait until it can be written again: nothing is lost, and the peers feel the pressure. Or all goes on, and what is not written is counted as lost.',
		next: 'Free disk space: the capture goes on by itself.',
	},
	closing: {
		title: 'When the window closes',
		text: 'Whether running endpoints stop with the window, or go on behind an icon of the system. When they stop, their clients see the end of their connections.',
		next: 'Keep them running when others use your server.',
	},
};
