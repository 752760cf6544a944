import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { nearestChange } from './module-graph.mjs';
import { knownTimes } from './times.mjs';

/** Seconds of test time for each runner: two files at a time, next to the checks, within two minutes. */
const BUDGET = { unit: 90, components: 15, e2e: 45 };
/** Assumed seconds for files that have never run here. */
const GUESS = { unit: 2, components: 2, e2e: 12 };
/** The spec that goes through the whole application. */
const SMOKE = 'e2e/smoke.spec.ts';
/** The test that starts the built program, which depends on every module of it. */
const PROGRAM = 'main/hosts/cli/starting.test.ts';
/** Files that no module imports and every test depends on. */
const STANDS_UNDER_ALL =
	/^(package(-lock)?\.json|vite.*\.config\.ts|vitest.*\.config\.ts|playwright\.config\.ts|\.ci\/.*)$/;

function git(...args) {
	return execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
}

function resolveRevision(name) {
	try {
		return execFileSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { encoding: 'utf8' }).trim();
	} catch (error) {
		if (error.status === 1) return undefined;
		throw error;
	}
}

/** The base of the comparison: where the branch left main; on main itself the uncommitted changes, or else the last commit. */
function defaultBase() {
	const head = resolveRevision('HEAD');
	const main = resolveRevision('refs/remotes/origin/main') ?? resolveRevision('refs/heads/main');
	if (main !== undefined) {
		const [fork] = git('merge-base', 'HEAD', main);
		if (fork !== undefined && fork !== head) return { base: fork, why: 'where this branch left main' };
	}
	if (git('status', '--porcelain').length > 0) return { base: head, why: 'what is not committed' };
	return { base: resolveRevision('HEAD~1') ?? head, why: 'the last commit' };
}

/** The nearest to each changed file, then the next nearest to each, until the time is used; changed files themselves always run. */
function fill(found, budget, times, guess) {
	const sorted = found
		.map((each) => ({ ...each, seconds: times[each.file] ?? guess }))
		.sort((a, b) => a.distance - b.distance || a.seconds - b.seconds);
	const seen = new Map();
	const ranked = sorted.map((each) => {
		const rank = each.distance === 0 || each.file === PROGRAM ? -1 : (seen.get(each.by) ?? 0);
		seen.set(each.by, Math.max(rank, 0) + 1);
		return { ...each, rank };
	});
	const chosen = [];
	let sum = 0;
	for (const each of ranked.sort((a, b) => a.rank - b.rank)) {
		if (each.rank >= 0 && sum + each.seconds > budget) continue;
		sum += each.seconds;
		chosen.push(each);
	}
	return { chosen, left: found.length - chosen.length };
}

function reached(files, changed, cache) {
	return files.flatMap((file) => {
		const nearest = nearestChange(file, changed, cache);
		return nearest === undefined ? [] : [{ file, ...nearest }];
	});
}

function say(name, { chosen, left }) {
	console.log(
		`${name}: ${chosen.length} files${left > 0 ? `; ${left} more reach the change and would take too long` : ''}`,
	);
	for (const { file, distance, by } of chosen) {
		console.log(
			`  ${file}: ${distance === 0 ? 'changed' : `${by}, ${distance} ${distance === 1 ? 'step' : 'steps'} away`}`,
		);
	}
}

/**
 * Selects the tests that a change can break, and prints the selection with reasons.
 * @param {string | undefined} revision changes since then count; by default since this branch left main
 * @returns {{ unit: string[], components: string[], e2e: string[], check: boolean }} test files from the root
 */
export function chooseChanged(revision) {
	const base = revision === undefined ? defaultBase() : { base: resolveRevision(revision), why: 'as asked' };
	if (base.base === undefined) throw new Error(`${revision} is no revision of this repository.`);
	const changed = new Set(
		[
			...git('diff', '--name-only', '--no-renames', base.base),
			...git('ls-files', '--others', '--exclude-standard'),
		].filter((file) => existsSync(file)),
	);
	const removed = git('diff', '--name-only', '--no-renames', '--diff-filter=D', base.base);
	console.log(
		`Changes since ${base.base.slice(0, 9)} (${base.why}): ${changed.size} files, ${removed.length} removed.`,
	);

	const tracked = [...new Set(git('ls-files', '--cached', '--others', '--exclude-standard'))].filter((file) =>
		existsSync(file),
	);
	const times = knownTimes();
	const cache = new Map();
	const inBrowser = (file) => file.endsWith('.browser.test.tsx');
	const unit = reached(
		tracked.filter((file) => /\.test\.(tsx?|mjs)$/.test(file) && !inBrowser(file)),
		changed,
		cache,
	);
	const e2e = reached(
		tracked.filter((file) => /^e2e\/.*\.spec\.ts$/.test(file)),
		changed,
		cache,
	);
	const units = fill(unit, BUDGET.unit, times, GUESS.unit);
	say('unit', units);
	const components = fill(
		reached(tracked.filter(inBrowser), changed, cache),
		BUDGET.components,
		times,
		GUESS.components,
	);
	say('components', components);

	// Every spec depends on the whole application: run the changed ones, and one that covers all of it.
	const specs = fill(
		e2e.filter(({ file, distance }) => distance <= 1 || file === SMOKE),
		BUDGET.e2e,
		times,
		GUESS.e2e,
	);
	say('e2e', { chosen: specs.chosen, left: e2e.length - specs.chosen.length });

	const under = [...changed].filter((file) => STANDS_UNDER_ALL.test(file));
	if (under.length > 0) console.log(`${under.join(', ')}: every test stands on that. Run npm test.`);
	const check = [...changed, ...removed].some((file) => /\.(ts|tsx|mjs|cjs|json|css|html)$/.test(file));
	console.log(`check: ${check ? 'runs' : 'left out: nothing that it reads has changed'}`);
	const files = ({ chosen }) => chosen.map(({ file }) => file);
	return { unit: files(units), components: files(components), e2e: files(specs), check };
}
