import { type Command, InvalidArgumentError, Option } from 'commander';
import { type PortOwner, WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { PORT_PROTOCOLS, type ProbedAddress } from '../../../../common/contract/calls/system/checks.ts';
import { FAMILIES } from '../../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../../common/payload/index.ts';
import { addresses } from '../../../../common/words/en/cli/addresses.ts';
import { checking } from '../../../../common/words/en/cli/checking.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { portLeft, portOwners, probePort, stopOwner } from '../../../app/headless.ts';
import { type NetworkUrl, parseSocketUrl } from '../flags/url.ts';
import { jsonLines } from '../output/format.ts';
import { say, stderr, stdout } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { reasonText, spoken } from '../terminal/language.ts';
import { stdinLines } from '../terminal/stdin.ts';

const words = () => spoken('checking', checking);
const addressesWords = () => spoken('addresses', addresses);
const printingWords = () => spoken('printing', printing);
const valuesWords = () => spoken('values', values);

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
	throw new WirebenchError('bad-input', words().probe.noPort);
}

/** One line per item, as JSON or in words. */
function print<T>(items: readonly T[], { json }: ChecksOptions, line: (item: T) => string): void {
	stdout().lines(json ? jsonLines(items) : items.map(line));
}

function probeWords({ protocol, port }: PortUrl, { address, state, ms, errno, errnoNumber }: ProbedAddress): string {
	const texts = words().probe;
	const shown = state === 'filtered' && protocol === 'udp' ? texts.silent : texts.states[state];
	const code = errno === undefined ? '' : ` (${errno}${errnoNumber === undefined ? '' : ` ${errnoNumber}`})`;
	return `${texts.after(formatSocketAddress({ address, port }), shown, String(ms))}${code}`;
}

/** Exit code 0 when one of the addresses is open. */
async function probe(target: string, options: ProbeOptions): Promise<number> {
	const url = networkUrl(target);
	const found = await probePort({ ...url, family: options.family, timeoutMs: options.timeout });
	print(found, options, (one) => probeWords(url, one));
	return found.some(({ state }) => state === 'open') ? EXIT.done : EXIT.failed;
}

function ownerWords({ address, port, pid, process: program, user }: PortOwner): string {
	const texts = words().owner;
	const who = pid === undefined ? texts.nameless : texts.named(program ?? texts.process, pid);
	const held = formatSocketAddress({ address, port });
	return user === undefined ? texts.held(held, who) : texts.heldFor(held, who, user);
}

async function agrees(question: string): Promise<boolean> {
	if (!process.stdin.isTTY) {
		throw new WirebenchError('bad-input', words().owner.cannotAsk);
	}
	stderr().prompt(`${question} [y/N]`);
	for await (const answer of stdinLines()) return /^y(es)?$/i.test(answer.toString('utf8').trim());
	return false;
}

/** Ends each process that holds the port, after a person's confirmation. */
async function stopOwners(url: PortUrl, owners: readonly PortOwner[], yes: boolean): Promise<number> {
	for (const { pid, process: program } of new Map(owners.map((one) => [one.pid, one])).values()) {
		if (pid === undefined) throw new WirebenchError('not-permitted', words().owner.noPid);
		if (!yes && !(await agrees(words().owner.question(program ?? words().owner.theProcess, pid)))) return EXIT.failed;
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
	const left = await portLeft(protocol, host, port);
	const place = formatSocketAddress({ address: host, port });
	if (left === undefined) say(words().owner.nobody(place));
	else if (options.json) stdout().lines(jsonLines([{ address: host, port, closing: left.closing }]));
	else stdout().lines([words().owner.left(place, reasonText(left.what), reasonText(left.wait))]);
	return EXIT.failed;
}

function probeTime(text: string): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= 1 && value <= LIMITS.probeMs) return value;
	throw new InvalidArgumentError(valuesWords().millisecondRange(1, LIMITS.probeMs));
}

/** A check after a socket has failed: whether the port is open. */
export function addProbe(program: Command, done: (code: number) => void): void {
	const texts = words().probe;
	program
		.command('probe')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<url>', addressesWords().network)
		.addOption(new Option('--family <which>', texts.family).choices(FAMILIES).default('any'))
		.option('--timeout <ms>', texts.timeout, probeTime, 3000)
		.option('--json', printingWords().json)
		.action(async (target: string, options: ProbeOptions) => done(await probe(target, options)));
}

/** The other one: who holds the port. */
export function addOwner(program: Command, done: (code: number) => void): void {
	const texts = words().owner;
	program
		.command('owner')
		.summary(texts.summary)
		.argument('<url>', addressesWords().network)
		.option('--stop', texts.stop)
		.option('--yes', texts.yes)
		.option('--json', printingWords().json)
		.action(async (target: string, options: OwnerOptions) => done(await owner(target, options)));
}
