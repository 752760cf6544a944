import type { TlsClient } from '../../../../common/contract/config/tls.ts';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { words } from '../../../words/index.ts';
import { writeClipboard } from '../../shared/clipboard.ts';
import { downloadBlob } from '../../shared/download.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { startAs } from './endpoint-actions.ts';
import { useWorkbench } from './workbench.ts';

const FILE = 'wirebench-ca.pem';

/** Saves the certificate of Wirebench's authority as a file. */
export async function saveAuthority(): Promise<void> {
	await withAuthority('authorityNotSaved', (pem) =>
		downloadBlob(new Blob([pem], { type: 'application/x-pem-file' }), FILE),
	);
}

/** Copies the certificate of Wirebench's authority to the clipboard. */
export async function copyAuthority(): Promise<void> {
	await withAuthority('authorityNotCopied', async (pem) => {
		await writeClipboard(pem);
		toast({ tone: 'info', title: words().notices.authorityCopied });
	});
}

/** `failed`: the name of the notice about a failure. */
async function withAuthority(
	failed: 'authorityNotSaved' | 'authorityNotCopied',
	use: (pem: string) => void | Promise<void>,
): Promise<void> {
	try {
		const { pem } = await session.call('tlsAuthority', {});
		await use(pem);
	} catch (error) {
		toastError(words().notices[failed], error);
	}
}

/** Changes the TLS settings of a stopped client and connects again. */
export async function connectWithTls(id: string, change: (tls: TlsClient) => TlsClient): Promise<void> {
	const config = useWorkbench.getState().endpoints.get(id)?.config;
	const tls = config !== undefined && 'tls' in config ? config.tls : undefined;
	if (tls === undefined || !('verify' in tls)) return;
	await startAs(id, endpointConfigSchema.parse({ ...config, tls: change(tls) }));
}

/** Adds these certificates to the client's trusted ones. */
export function trusting(pem: string): (tls: TlsClient) => TlsClient {
	return (tls) => {
		const before = tls.ca?.from === 'text' ? `${tls.ca.pem.trimEnd()}\n` : '';
		return { ...tls, ca: { from: 'text', pem: before + pem } };
	};
}
