import type { NodeFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The properties of TLS for createServer and connect; none where the program has none. */
export function tlsProperties(file: NodeFile): string[] {
	const { tls } = file.program;
	if (tls === undefined) return [];
	const read = (path: string): string => {
		file.import('node:fs', 'readFileSync');
		return `readFileSync(${stringOf(path)})`;
	};
	if (tls.side === 'server') {
		file.constantNote('certificateFiles');
		file.constant('CERT', [read(tls.cert)]);
		file.constant('KEY', [read(tls.key)]);
		return ['cert: CERT', 'key: KEY'];
	}
	// An address is no name that a client may request.
	const isName = !/^[\d.]+$|:/.test(tls.servername);
	const trusted = tls.ca === undefined ? [] : [`ca: ${read(tls.ca)}`];
	const name = isName ? [`servername: ${stringOf(tls.servername)}`] : [];
	return [...name, ...trusted, ...(tls.verify ? [] : ['rejectUnauthorized: false'])];
}
