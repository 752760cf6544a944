import { type Command, InvalidArgumentError, Option } from 'commander';
import { type PortOwner, WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { PORT_PROTOCOLS, type ProbedAddress } from '../../../../common/contract/calls/checks.ts';
import { FAMILIES } from '../../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../../common/payload/index.ts';
import { portOwners, probePort, stopOwner } from '../../../app/headless.ts';
import { type NetworkUrl, parseSocketUrl } from '../flags/url.ts';
import { jsonLines } from '../output/format.ts';
import { say, stderr, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { stdinLines } from '../terminal/stdin.ts';

interface ChecksOptions {
	readonly json?: boolean;
}

interface OwnerOptions extends ChecksOptions {
	readonly stop?: boolean;
	readonly yes?: boolean;
}

interface ProbeOptions extends ChecksOptions {
	readonly family: (typeof FAMILIES)[number];
	readonly timeout: number;
}

/** An address whose port owner the system can report. */
type PortUrl = NetworkUrl & { readonly protocol: (typeof PORT_PROTOCOLS)[number] };

function networkUrl(text: string): PortUrl {
	const url = parseSocketUrl(text, 1);
	const protocol = PORT_PROTOCOLS.find((known) => known === url.protocol);
	if ('host' in url && protocol !== undefined) return { ...url, protocol };
	throw new WirebenchError('bad-input', 'A Unix socket has no port: write tcp://HOST:PORT or udp://HOST:PORT.');
}

/** One line per item, as JSON or in words. */
function print<T>(items: readonly T[], { json }: ChecksOptions, words: (item: T) => string): void {
	stdout().lines(json ? jsonLines(items) : items.map(words));
}

function probeWords({ protocol, port }: PortUrl, { address, state, ms, errno, errnoNumber }: ProbedAddress): string {
	const silent = protocol === 'udp' ? 'no answer: it is filtered, or what listens is silent' : 'filtered: no answer';
	const code = errno === undefined ? '' : ` (${errno}${errnoNumber === undefined ? '' : ` ${errnoNumber}`})`;
	return `${formatSocketAddress({ address, port })} ${state === 'filtered' ? silent : state} after ${ms} ms${code}`;
}

/** Exit code 0 when one of the addresses is open. */
async function probe(target: string, options: ProbeOptions): Promise<number> {
	const url = networkUrl(target);
	const found = await probePort({ ...url, family: options.family, timeoutMs: options.timeout });
	print(found, options, (one) => probeWords(url, one));
	return found.some(({ state }) => state === 'open') ? EXIT.done : EXIT.failed;
}

function ownerWords({ address, port, pid, process: program, user }: PortOwner): string {
	const who =
		pid === undefined ? 'a process whose pid the system does not tell,' : `${program ?? 'a process'} (pid ${pid})`;
	return `${formatSocketAddress({ address, port })} is held by ${who}${user === undefined ? '' : ` of the user ${user}`}`;
}

async function agrees(question: string): Promise<boolean> {
	if (!process.stdin.isTTY) {
		throw new WirebenchError('bad-input', 'Nobody can be asked: --yes says that it may be stopped.');
	}
	stderr().prompt(`${question} [y/N]`);
	for await (const answer of stdinLines()) return /^y(es)?$/i.test(answer.toString('utf8').trim());
	return false;
}

/** Ends each process that holds the port, after a person's confirmation. */
async function stopOwners(url: PortUrl, owners: readonly PortOwner[], yes: boolean): Promise<number> {
	for (const { pid, process: program } of new Map(owners.map((one) => [one.pid, one])).values()) {
		if (pid === undefined)
			throw new WirebenchError('not-permitted', 'A process whose pid is not known cannot be stopped.');
		if (!yes && !(await agrees(`Stop ${program ?? 'the process'} (pid ${pid})?`))) return EXIT.failed;
		await stopOwner({ protocol: url.protocol, host: url.host, port: url.port, pid });
	}
	return EXIT.done;
}

/** Exit code 1 when the system reports no owner, or when one could not be stopped. */
async function owner(target: string, options: OwnerOptions): Promise<number> {
	const url = networkUrl(target);
	const { protocol, host, port } = url;
	const owners = await portOwners(protocol, host, port);
	print(owners, options, ownerWords);
	if (owners.length > 0) return options.stop ? stopOwners(url, owners, options.yes ?? false) : EXIT.done;
	say(`The system names nobody who holds ${formatSocketAddress({ address: host, port })}.`);
	return EXIT.failed;
}

function probeTime(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= 1 && value <= LIMITS.probeMs) return value;
	throw new InvalidArgumentError(`It is a whole number of milliseconds from 1 to ${LIMITS.probeMs}.`);
}

const JSON_HELP = 'print one JSON object a line';
const URL_HELP = 'tcp://HOST:PORT or udp://HOST:PORT (IPv6 as [::1])';

/** A check after a socket has failed: whether the port is open. */
export function addProbe(program: Command, done: (code: number) => void): void {
	program
		.command('probe')
		.summary('try a port: open, closed or filtered')
		.description(
			'Connects to every address of the host and closes at once (over UDP: sends one empty datagram), and prints the result. ' +
				'The exit code is 0 when one of them is open.',
		)
		.argument('<url>', URL_HELP)
		.addOption(new Option('--family <which>', 'addresses of a host name').choices(FAMILIES).default('any'))
		.option('--timeout <ms>', 'how long to wait for each address', probeTime, 3000)
		.option('--json', JSON_HELP)
		.action(async (target: string, options: ProbeOptions) => done(await probe(target, options)));
}

/** The other one: who holds the port. */
export function addOwner(program: Command, done: (code: number) => void): void {
	program
		.command('owner')
		.summary('say who holds a port of this machine')
		.argument('<url>', URL_HELP)
		.option('--stop', 'end the process that holds it (SIGTERM); asks before')
		.option('--yes', 'with --stop: do not ask')
		.option('--json', JSON_HELP)
		.action(async (target: string, options: OwnerOptions) => done(await owner(target, options)));
}
