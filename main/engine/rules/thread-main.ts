import type { MessagePort } from 'node:worker_threads';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { NO_BYTES } from '../../../common/framing/index.ts';
import { faultError } from '../../../common/payload/codec/fault-error.ts';
import { compileExpectation } from '../../../common/protocol-tests/index.ts';
import { compileResponder } from '../../../common/responder/index.ts';
import { compileRewrite } from '../../../common/rewrite/index.ts';
import type { RuleJob, RuleOutcome, RuleSet, RuleThreadData } from './messages.ts';

/** Nothing interrupts this thread. */
const always = () => true;

/** Compiles rules on the thread; `entered` gets the index of each rule that is tried. */
function compile(rules: RuleSet, entered: (rule: number) => void): (job: RuleJob) => RuleOutcome {
	if (rules.type === 'rewrite') {
		const rewriter = compileRewrite(rules.rules, rules.framing, 'rewrite', rules.charset);
		return (job) => {
			if (job.does !== 'rewrite') throw wrongJob(job);
			return { does: 'rewrite', bytes: rewriter.rewrite(job.message, job.context, always) ?? NO_BYTES };
		};
	}
	if (rules.type === 'expectation') {
		const expectation = compileExpectation(rules.expectation, rules.charset, rules.naming);
		if (!expectation.ok) throw faultError(expectation);
		return (job) => {
			if (job.does !== 'look') throw wrongJob(job);
			return { does: 'look', verdict: expectation.look(job.got, job.whole) };
		};
	}
	const responder = compileResponder(rules.responder, 'responder', rules.charset, rules.programs);
	return (job) => {
		if (job.does === 'answer') {
			for (let rule = job.from; rule < responder.count; rule++) {
				entered(rule);
				const answer = responder.try(rule, job.message, job.state, job.whole);
				if (answer !== undefined) return { does: 'answer', decision: { rule, captures: answer.captures } };
			}
			return { does: 'answer', decision: undefined };
		}
		if (job.does === 'unread') return { does: 'unread', unread: responder.unread(job.whole, job.state) };
		if (job.does === 'join') {
			const joined = responder.join(job.bytes, job.fresh, job.state, entered);
			if (joined.type !== 'answer') return { does: 'join', joined };
			const { answer, to } = joined;
			const { rule, captures } = answer;
			return { does: 'join', joined: { type: 'answer', decision: { rule, captures }, to } };
		}
		if (job.does !== 'render') throw wrongJob(job);
		entered(job.rule);
		const action = responder.action(job.rule);
		const template = job.part === 'reply' ? action?.reply : action?.file?.name;
		return { does: 'render', bytes: template?.render(job.context) ?? NO_BYTES };
	};
}

function wrongJob({ does }: RuleJob): Error {
	return new Error(`These rules cannot ${does}.`);
}

/** Does one job after the other until its parent terminates it. */
export function runRuleThread(parent: MessagePort, { rules, at }: RuleThreadData): void {
	const work = compile(rules, (rule) => Atomics.store(at, 0, rule));
	parent.on('message', (job: RuleJob | 'end') => {
		if (job === 'end') {
			parent.close();
			return;
		}
		Atomics.store(at, 0, -1);
		parent.postMessage(outcome(work, job));
	});
	parent.postMessage('started');
}

function outcome(work: (job: RuleJob) => RuleOutcome, job: RuleJob): RuleOutcome {
	try {
		return work(job);
	} catch (error) {
		if (error instanceof WirebenchError) return { does: 'fail', error: error.toInfo() };
		throw error;
	}
}
