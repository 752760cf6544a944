import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bundled package, as Vite's `build.license` lists it. */
export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** SPDX identifier. */
	readonly identifier?: string | undefined;
	/** The text of the licence file in the package. */
	readonly text?: string | undefined;
}

/** Licence texts of packages whose npm archive has none: `licences/NAME.txt`, from the package's repository. */
const LICENCES = join(import.meta.dirname, 'licences');
const COLLECTED = ['react-remove-scroll-bar'];

const RULE = '-'.repeat(80);

/** Packages whose archive has parts of others without their licences: `licences/FILE.txt` has them. */
const WITH_OTHERS: Readonly<Record<string, string>> = {
	'@modelcontextprotocol/server': 'modelcontextprotocol-server.txt',
};

function licenceText(bundled: BundledPackage): string {
	const { [bundled.name]: others } = WITH_OTHERS;
	const own = ownLicence(bundled);
	return others === undefined ? own : `${own}\n\n${readFileSync(join(LICENCES, others), 'utf8').trim()}`;
}

function ownLicence({ name, version, text }: BundledPackage): string {
	if (text !== undefined && text !== '') return text;
	if (COLLECTED.includes(name)) return readFileSync(join(LICENCES, `${name}.txt`), 'utf8').trim();
	throw new Error(
		`The package ${name} ${version} is bundled, and its npm archive has no licence text. Add the text from its ` +
			`repository as packaging/licences/${name}.txt, and its name to packaging/notices.ts.`,
	);
}

/** Native code that the packages carry beside the bundle: https://koffi.dev. Its version is that of our manifest. */
function koffi(): BundledPackage {
	const manifest: { optionalDependencies: Record<string, string> } = JSON.parse(
		readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
	);
	const version = manifest.optionalDependencies['@koromix/koffi-linux-x64'] ?? '';
	const text = readFileSync(join(LICENCES, 'koffi.txt'), 'utf8').trim();
	return { name: 'koffi', version, identifier: 'MIT', text };
}

/**
 * The text of THIRD-PARTY-NOTICES.txt: every bundled package once, with its licence, sorted by name.
 * @param bundles the packages of each bundle
 * @throws Error with the name of a package without a licence text
 */
export function noticesText(bundles: readonly (readonly BundledPackage[])[]): string {
	const packages = new Map([...bundles.flat(), koffi()].map((each) => [`${each.name} ${each.version}`, each] as const));
	const parts = [...packages]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(
			([title, each]) =>
				`${title}${each.identifier === undefined ? '' : ` (${each.identifier})`}\n\n${licenceText(each)}\n`,
		);
	const head = `Wirebench contains the following software. The licences of Electron and Chromium are in
LICENSE.electron.txt and LICENSES.chromium.html.
`;
	return [head, ...parts].join(`\n${RULE}\n`);
}
