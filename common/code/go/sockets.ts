import type { CodeOption, CodePlace } from '../description/program.ts';
import { block, type GoFile } from './file.ts';
import { stringOf } from './literals.ts';
import { clientConfig, tcpOf } from './tls.ts';

/** The constant of a place's address. */
export function addressOf(place: CodePlace, file: GoFile): string {
	if ('path' in place) return file.constant('address', [stringOf(place.path)]);
	const host = place.host.includes(':') ? `[${place.host}]` : place.host;
	return file.constant('address', [stringOf(`${host}:${place.port}`)]);
}

/** The name of a network; a listener on an address of IPv4 has no other family. */
export function networkOf({ place, options }: GoFile['program'], passive: boolean): string {
	switch (place.transport) {
		case 'unix':
			return '"unix"';
		case 'unix-datagram':
			return '"unixgram"';
		default: {
			const only = options.some(({ name }) => name === 'IPV6_V6ONLY') ? '6' : '';
			return `"${place.transport}${passive ? (place.host.includes(':') ? only : '4') : ''}"`;
		}
	}
}

/** Options that Go sets otherwise, or that its package syscall does not name. */
const OTHER = ['IPV6_V6ONLY', 'SO_REUSEPORT'];

/** The options that are set before bind or connect; those that Go sets itself are none. */
function early({ program, omissions }: GoFile): CodeOption[] {
	const isTcp = program.place.transport === 'tcp';
	const all = program.options.filter(({ on, name }) => on === 'listener' && !(isTcp && name === 'SO_REUSEADDR'));
	for (const { name } of all) if (name === 'SO_REUSEPORT') omissions.add('option', name);
	return all.filter(({ name }) => !OTHER.includes(name));
}

/** Adds the function that sets options before bind or connect; returns its name, undefined where there are none. */
export function defineOptions(file: GoFile): string | undefined {
	const options = early(file);
	if (options.length === 0) return undefined;
	file.import('syscall');
	const rows = options.flatMap(({ level, name, value, why }, at) => [
		...(options[at - 1]?.why === why ? [] : file.comment(file.words.options[why])),
		`{syscall.${level}, syscall.${name}, ${value}},`,
	]);
	const list = block('options := [][3]int', rows).map((line, at) => (at === 0 ? 'options := [][3]int{' : line));
	file.define(
		'setOptions',
		block(
			'func setOptions(_, _ string, connection syscall.RawConn) error',
			list,
			'var failed error',
			[
				...block(
					'err := connection.Control(func(handle uintptr)',
					block(
						'for _, option := range options',
						block(
							'if err := syscall.SetsockoptInt(int(handle), option[0], option[1], option[2]); err != nil',
							'failed = err',
						),
					),
				).slice(0, -1),
				'})',
			],
			block('if err != nil', 'return err'),
			'return failed',
		),
	);
	return 'setOptions';
}

/** Lines that set the options of each connection; Go sets TCP_NODELAY itself. */
export function connectionOptions(failed: string, file: GoFile): string[] {
	return file.program.options.flatMap(({ on, name, value, why }) => {
		if (on !== 'connection' || name === 'TCP_NODELAY' || name === 'SO_KEEPALIVE') return [];
		if (name !== 'TCP_KEEPIDLE') {
			file.omissions.add('option', name);
			return [];
		}
		file.import('time');
		return [
			...file.comment(file.words.options.keepAlive),
			...file.comment(file.words.options[why]),
			...block(`if err := ${tcpOf(file)}.SetKeepAlivePeriod(${value} * time.Second); err != nil`, failed),
		];
	});
}

/** Ends the program when the statement before has failed. */
export function fatal(file: GoFile): string[] {
	file.import('log');
	return block('if err != nil', 'log.Fatal(err)');
}

/** The lines that make a listener, or with `Packet` a bound socket, of this name. */
export function listening(name: string, packet: '' | 'Packet', file: GoFile): string[] {
	const { place } = file.program;
	const address = addressOf(place, file);
	const options = defineOptions(file);
	const network = networkOf(file.program, true);
	file.import('net');
	const isFile = 'path' in place && place.path !== '' && !place.path.startsWith('@');
	if (isFile) file.import('os');
	const stale = isFile ? [...file.note('staleFile'), 'os.Remove(address)'] : [];
	if (options === undefined) {
		return [...stale, `${name}, err := net.Listen${packet}(${network}, ${address})`, ...fatal(file)];
	}
	file.import('context');
	return [
		...stale,
		`config := net.ListenConfig{Control: ${options}}`,
		`${name}, err := config.Listen${packet}(context.Background(), ${network}, ${address})`,
		...fatal(file),
	];
}

/** The lines that accept connections on `listener` for ever. */
export function acceptLoop(each: readonly string[], file: GoFile): string[] {
	return [
		'fmt.Println("listening on", listener.Addr())',
		...block('for', file.note('accept'), 'connection, err := listener.Accept()', fatal(file), each),
	];
}

/** The lines that make `connection`. */
export function dialled(file: GoFile): string[] {
	const { place } = file.program;
	const address = addressOf(place, file);
	const options = defineOptions(file);
	const network = networkOf(file.program, false);
	file.import('net');
	if (place.transport === 'unix-datagram') {
		return [
			...file.note('ownAddress'),
			`own := &net.UnixAddr{Net: ${network}}`,
			`connection, err := net.DialUnix(${network}, own, &net.UnixAddr{Name: ${address}, Net: ${network}})`,
			...fatal(file),
		];
	}
	const note =
		place.transport === 'tcp' ? file.note('connectAll') : place.transport === 'udp' ? file.note('connectedUdp') : [];
	if (place.transport === 'tcp') file.import('time');
	const timeout = place.transport === 'tcp' ? ['Timeout: 10 * time.Second'] : [];
	const settings = [...timeout, ...(options === undefined ? [] : [`Control: ${options}`])];
	return settings.length === 0
		? [...note, `connection, err := net.Dial(${network}, ${address})`, ...fatal(file)]
		: [
				`dialer := net.Dialer{${settings.join(', ')}}`,
				...clientConfig(file.program.tls, file),
				...note,
				file.program.tls === undefined
					? `connection, err := dialer.Dial(${network}, ${address})`
					: `connection, err := tls.DialWithDialer(&dialer, ${network}, ${address}, config)`,
				...fatal(file),
			];
}
