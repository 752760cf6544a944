import { failureLines, type TestOutcome } from './outcome.ts';

/** What XML 1.0 (2.2) has no form for: control characters, lone surrogates, U+FFFE and U+FFFF. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	// In an attribute a parser would make spaces of them.
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};

function escaped(text: string, pattern: RegExp): string {
	return text.replace(NO_XML, '\ufffd').replace(pattern, (char) => ENTITIES[char] ?? char);
}

const attribute = (text: string): string => `"${escaped(text, /[&<>"\t\n\r]/g)}"`;
const content = (text: string): string => escaped(text, /[&<>\r]/g);
const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function testCase(suite: string, outcome: TestOutcome): string[] {
	const { test, ms, status } = outcome;
	const head = `    <testcase classname=${attribute(test.folder ?? suite)} name=${attribute(test.name)} time="${seconds(ms)}"`;
	if (status === 'passed') return [`${head}/>`];
	if (status === 'skipped') return [`${head}>`, '      <skipped/>', '    </testcase>'];
	const lines = failureLines(outcome);
	const failure = `<failure message=${attribute(lines.slice(0, 2).join(': '))}>${content(lines.join('\n'))}</failure>`;
	return [`${head}>`, `      ${failure}`, '    </testcase>'];
}

/** The outcomes as JUnit's XML, which CI servers read. `suite`: the name of the file. */
export function junitXml(suite: string, outcomes: readonly TestOutcome[]): string {
	const count = (status: TestOutcome['status']): number => outcomes.filter((one) => one.status === status).length;
	const counts = [
		`tests="${outcomes.length}"`,
		`failures="${count('failed')}"`,
		'errors="0"',
		`skipped="${count('skipped')}"`,
		`time="${seconds(outcomes.reduce((sum, { ms }) => sum + ms, 0))}"`,
	].join(' ');
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites ${counts}>`,
		`  <testsuite name=${attribute(suite)} ${counts}>`,
		...outcomes.flatMap((outcome) => testCase(suite, outcome)),
		'  </testsuite>',
		'</testsuites>',
		'',
	].join('\n');
}
