/** Has the browser store what is at an address, and list it among its downloads. */
export function fetchDownload(address: string, name: string): void {
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
}

/** The same for what the page has made. */
export function downloadBlob(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	fetchDownload(address, name);
	URL.revokeObjectURL(address);
}
