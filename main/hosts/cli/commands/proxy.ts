import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { ProxyDirection } from '../../../../common/contract/config/proxy.ts';
import { type EndpointConfig, endpointConfigSchema, hasField, kindFor } from '../../../../common/endpoints/index.ts';
import { validated } from '../../../../common/json/validated.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { proxying } from '../../../../common/words/en/cli/proxying.ts';
import { running } from '../../../../common/words/en/cli/running.ts';
import { values } from '../../../../common/words/en/cli/values.ts';
import { addFramingOption, addPresetOption } from '../flags/behaviour.ts';
import { endpointConfig } from '../flags/endpoint-config.ts';
import { faultsOf, parseFault, type WrittenFault } from '../flags/fault-option.ts';
import { parseFraming } from '../flags/framing.ts';
import { addProxyTlsFlags, type ProxyTlsFlags, proxyTls } from '../flags/proxy-tls.ts';
import { parseRewrite, type WrittenRewrite } from '../flags/rewrite-option.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { announced } from '../run/announced.ts';
import { faultsFromLines } from '../run/live-faults.ts';
import { addRunOptions, type RunOptions, runEndpoint } from '../run/run-endpoint.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('proxying', proxying);
const answeringWords = () => spoken('answering', answering);
const runningWords = () => spoken('running', running);
const valuesWords = () => spoken('values', values);

interface ProxyOptions extends RunOptions, ProxyTlsFlags {
	readonly fault?: readonly WrittenFault[];
	readonly rewrite?: readonly WrittenRewrite[];
	readonly interactive?: boolean;
	readonly seed?: number;
	readonly nextPort?: boolean;
	readonly preset?: string;
	readonly framing?: Framing;
	readonly framingOut?: Framing;
	readonly idle?: number;
}

/** The options of a command line as faults and rules of a config. */
function proxyChoices({ fault = [], rewrite = [], seed, framingOut, idle }: ProxyOptions) {
	const rulesOf = (direction: ProxyDirection) =>
		rewrite.filter((one) => one.directions.includes(direction)).map(({ rule }) => rule);
	return {
		...(fault.length === 0 ? {} : { faults: faultsOf(fault) }),
		...(rewrite.length === 0 ? {} : { rewrite: { toTarget: rulesOf('toTarget'), toClient: rulesOf('toClient') } }),
		...(seed === undefined ? {} : { seed }),
		...(framingOut === undefined ? {} : { framingOut }),
		...(idle === undefined ? {} : { idleMs: idle }),
	};
}

function proxyConfig(listen: string, target: string, options: ProxyOptions): EndpointConfig {
	const { url: place, secure: listenSecure } = parseStreamUrl(listen, 0);
	const { url: there, secure: targetSecure } = parseStreamUrl(target, 1);
	const kind = place.protocol === there.protocol ? kindFor('proxy', place.protocol) : undefined;
	if (kind === undefined || 'path' in there) {
		throw new WirebenchError('bad-input', words().sides);
	}
	if (!hasField(kind, 'idleMs') && options.idle !== undefined) {
		throw new WirebenchError('bad-input', words().idleForUdp);
	}
	const { host, port } = there;
	const config = endpointConfig(kind, place, { ...options, target: { host, port } });
	const tls = proxyTls({ listen: listenSecure, target: targetSecure }, options);
	return validated(endpointConfigSchema, { ...config, ...proxyChoices(options), ...tls });
}

/** Collects an option that may be repeated. */
function gather<T>(parse: (text: string) => T): (text: string, before: readonly T[] | undefined) => T[] {
	return (text, before = []) => [...before, parse(text)];
}

function wholeNumber(text: string): number {
	if (/^\d{1,10}$/.test(text) && Number(text) <= 0xffff_ffff) return Number(text);
	throw new InvalidArgumentError(valuesWords().wholeRange(0, 0xffff_ffff));
}

/** Runs until it is interrupted or stdout's reader closes; returns the exit code. */
async function proxy(listen: string, target: string, options: ProxyOptions): Promise<number> {
	const config = proxyConfig(listen, target, options);
	return runEndpoint(
		config,
		options,
		announced,
		options.interactive ? { running: faultsFromLines(options.fault ?? []) } : {},
	);
}

export function addProxy(program: Command, done: (code: number) => void): void {
	const texts = words();
	const command = program
		.command('proxy')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<listen>', texts.listen)
		.argument('<target>', texts.target);
	addProxyTlsFlags(addRunOptions(addFramingOption(addPresetOption(command))))
		.option('--fault <fault>', texts.repeated(texts.faults), gather(parseFault))
		.option('--interactive', texts.interactive)
		.option('--rewrite <rule>', texts.repeated(texts.rewrite), gather(parseRewrite))
		.option('--seed <number>', texts.seed, wholeNumber)
		.option('--framing-out <how>', texts.framingOut(answeringWords().framings), parseFraming)
		.option('--next-port', runningWords().listen.nextPort)
		.option('--idle <ms>', texts.idle, wholeNumber)
		.action(async (listen: string, target: string, options: ProxyOptions) =>
			done(await proxy(listen, target, options)),
		);
}
