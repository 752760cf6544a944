/** The line at the lower edge of the window. */
export const status = {
	counters: { received: 'received', stored: 'stored', shown: 'shown', dropped: 'dropped', deleted: 'let go' },
	lossy: 'Events were dropped: the capture is not complete.',
	deletedTip: 'The oldest events, deleted to keep the capture within its limit. They were stored before.',
	in: 'in',
	out: 'out',
	noCapture: 'No capture yet',
	folderTip: (folder: string) => `${folder}: press for all captures`,
	capture: 'capture',
	captureError: 'Capture error',
	goOn: 'Go on without recording',
	letWait: 'Let TCP wait',
	waits: 'Until then TCP waits, so that nothing of it is lost.',
	goesOn: 'Until then sockets go on, and what is not recorded is counted as dropped.',
	hosts: { browser: 'browser host', electron: 'Electron' },
};
