import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Download } from '../../app/exports/exports.ts';

/** Path of downloads; the ticket follows. */
export const DOWNLOAD_PATH = '/export/';

/** Serves an export as it is written, at the pace of its reader. Closing the connection ends the export. */
export async function serveDownload(
	download: Download,
	response: ServerResponse,
	headers: Readonly<Record<string, string>>,
): Promise<void> {
	response.writeHead(200, {
		...headers,
		'Content-Type': download.type,
		'Content-Disposition': contentDisposition(download.name),
	});
	let gone = response.destroyed;
	response.once('close', () => {
		gone = true;
		download.cancel();
	});
	const { state } = await download.run(async (chunk) => {
		if (gone || response.write(chunk)) return;
		const ready = new AbortController();
		const leave = () => ready.abort();
		response.once('close', leave);
		await once(response, 'drain', { signal: ready.signal }).catch(ignoreAbort);
		response.off('close', leave);
	});
	if (state === 'done') response.end();
	// An aborted answer is a failed download; a regular end would look complete.
	else response.destroy();
}

function ignoreAbort(error: unknown): void {
	if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

/** RFC 6266: the name in ASCII for old clients, and the original in the encoding of RFC 8187. */
export function contentDisposition(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
	const encoded = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
