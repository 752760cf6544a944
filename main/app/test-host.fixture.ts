/** The info of a host that can only show pages. */
export const TEST_HOST = {
	host: 'browser',
	version: '1.2.3',
	platform: 'linux',
	capabilities: { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false },
} as const;
