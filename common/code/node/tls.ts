import type { CodeTls } from '../description/program.ts';
import { isHostName } from '../description/tls.ts';
import type { NodeFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The properties of TLS for createServer, or for connect; none without it. */
export function tlsProperties(tls: CodeTls | undefined, file: NodeFile): string[] {
	if (tls === undefined) return [];
	const read = (path: string): string => {
		file.import('node:fs', 'readFileSync');
		return `readFileSync(${stringOf(path)})`;
	};
	const { alpn } = tls;
	const protocols = alpn.length === 0 ? [] : [`ALPNProtocols: [${alpn.map((one) => stringOf(one)).join(', ')}]`];
	if (tls.side === 'server') {
		file.constantNote('certificateFiles');
		file.constant('CERT', [read(tls.cert)]);
		file.constant('KEY', [read(tls.key)]);
		return ['cert: CERT', 'key: KEY', ...protocols];
	}
	const trusted = tls.ca === undefined ? [] : [`ca: ${read(tls.ca)}`];
	const name = isHostName(tls.servername) ? [`servername: ${stringOf(tls.servername)}`] : [];
	return [...name, ...trusted, ...(tls.verify ? [] : ['rejectUnauthorized: false']), ...protocols];
}
