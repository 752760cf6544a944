import type { CodeTls } from '../description/program.ts';
import type { PythonFile } from './file.ts';
import { stringOf } from './literals.ts';

/** Defines the context of one side, whose name it returns. */
export function tlsContext(tls: CodeTls, name: string, file: PythonFile): string {
	file.import('ssl');
	const { alpn } = tls;
	const protocols =
		alpn.length === 0 ? [] : [`${name}.set_alpn_protocols([${alpn.map((one) => stringOf(one)).join(', ')}])`];
	if (tls.side === 'server') {
		file.constantNote('certificateFiles');
		return file.constant(name, [
			'ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)',
			`${name}.load_cert_chain(${stringOf(tls.cert)}, ${stringOf(tls.key)})`,
			...protocols,
		]);
	}
	const loose = tls.verify
		? []
		: [...file.note('unverified'), `${name}.check_hostname = False`, `${name}.verify_mode = ssl.CERT_NONE`];
	const trusted = tls.ca === undefined ? '' : `cafile=${stringOf(tls.ca)}`;
	return file.constant(name, [`ssl.create_default_context(${trusted})`, ...loose, ...protocols]);
}

/** The expression of a socket with TLS around it; the same where the program has none. */
export function secured(expression: string, file: PythonFile): string {
	const { tls } = file.program;
	if (tls === undefined) return expression;
	const context = tlsContext(tls, 'CONTEXT', file);
	return tls.side === 'server'
		? `${context}.wrap_socket(${expression}, server_side=True)`
		: `${context}.wrap_socket(${expression}, server_hostname=${stringOf(tls.servername)})`;
}
