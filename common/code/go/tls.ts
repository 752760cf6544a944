import type { CodeTls } from '../description/program.ts';
import { block, type GoFile } from './file.ts';
import { stringOf } from './literals.ts';

/** The expression of a connection's TCP socket. */
export function tcpOf(file: GoFile): string {
	if (file.program.tls === undefined) return 'connection.(*net.TCPConn)';
	file.import('crypto/tls');
	return 'connection.(*tls.Conn).NetConn().(*net.TCPConn)';
}

function protocols({ alpn }: CodeTls): string {
	return alpn.length === 0 ? '' : `, NextProtos: []string{${alpn.map((one) => stringOf(one)).join(', ')}}`;
}

/** Lines that put TLS around `listener`. */
export function securedListener(file: GoFile): string[] {
	const { tls } = file.program;
	if (tls?.side !== 'server') return [];
	file.import('crypto/tls');
	return [
		...file.note('certificateFiles'),
		`certificate, err := tls.LoadX509KeyPair(${stringOf(tls.cert)}, ${stringOf(tls.key)})`,
		...block('if err != nil', 'log.Fatal(err)'),
		`listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate}${protocols(tls)}})`,
	];
}

/** Lines that make `config`, with which a client shakes hands. */
export function clientConfig(tls: CodeTls | undefined, file: GoFile): string[] {
	if (tls?.side !== 'client') return [];
	file.import('crypto/tls');
	const create = `config := &tls.Config{ServerName: ${stringOf(tls.servername)}${protocols(tls)}}`;
	const loose = tls.verify ? [] : [...file.note('unverified'), 'config.InsecureSkipVerify = true'];
	if (tls.ca === undefined) return [create, ...loose];
	file.import('crypto/x509', 'os');
	return [
		`trusted, err := os.ReadFile(${stringOf(tls.ca)})`,
		...block('if err != nil', 'log.Fatal(err)'),
		create,
		'config.RootCAs = x509.NewCertPool()',
		'config.RootCAs.AppendCertsFromPEM(trusted)',
		...loose,
	];
}
