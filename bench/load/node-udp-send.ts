/** The limit of a Node sender: `node node-udp-send.ts PORT SECONDS` only numbers datagrams and sends them. Prints a UdpResult as JSON. */
import dgram from 'node:dgram';

const SIZE = 64;
/** Maximum of datagrams queued in the system, and of consecutive ones before other work runs. */
const SLOTS = 256;
const BURST = 32;

const [port = 0, seconds = 0] = process.argv.slice(2).map(Number);
const template = Buffer.alloc(SIZE);
template.write('WBN1');
template.write('abcdefghijklmnopqrstuvwxyz012345', 32, 'latin1');
const buffers = Array.from({ length: SLOTS }, () => Buffer.from(template));
const socket = dgram.createSocket('udp4');
let put = 0;
let sent = 0;
let failed = 0;
const done = (error: Error | null): void => {
	if (error) failed += 1;
	else sent += 1;
};

/** Seconds of processor time since then. */
function cpuSeconds(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

socket.connect(port, '127.0.0.1', () => {
	const start = performance.now();
	const before = process.cpuUsage();
	const turn = (): void => {
		for (let i = 0; i < BURST && put - sent - failed < SLOTS; i += 1) {
			const bytes = buffers[put % SLOTS] ?? template;
			bytes.writeUInt32BE(put, 12);
			put += 1;
			socket.send(bytes, done);
		}
		const elapsed = (performance.now() - start) / 1000;
		if (elapsed < seconds) setImmediate(turn);
		else
			setImmediate(() =>
				process.stdout.write(`${JSON.stringify({ sent, failed, seconds: elapsed, cpu: cpuSeconds(before) })}\n`, () =>
					process.exit(),
				),
			);
	};
	turn();
});
