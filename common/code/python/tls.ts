import type { PythonFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The expression of a socket with TLS around it; the same where the program has none. */
export function secured(expression: string, file: PythonFile): string {
	const { tls } = file.program;
	if (tls === undefined) return expression;
	file.import('ssl');
	if (tls.side === 'server') {
		file.constantNote('certificateFiles');
		const context = file.constant('CONTEXT', [
			'ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)',
			`CONTEXT.load_cert_chain(${stringOf(tls.cert)}, ${stringOf(tls.key)})`,
		]);
		return `${context}.wrap_socket(${expression}, server_side=True)`;
	}
	const loose = tls.verify
		? []
		: [...file.note('unverified'), 'CONTEXT.check_hostname = False', 'CONTEXT.verify_mode = ssl.CERT_NONE'];
	const trusted = tls.ca === undefined ? '' : `cafile=${stringOf(tls.ca)}`;
	const context = file.constant('CONTEXT', [`ssl.create_default_context(${trusted})`, ...loose]);
	return `${context}.wrap_socket(${expression}, server_hostname=${stringOf(tls.servername)})`;
}
