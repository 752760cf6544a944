import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { KOFFI_FOLDER, provideKoffi } from './koffi.ts';

/** What the hook reads of electron-builder's report before it packs. */
interface PackContext {
	readonly packager: {
		readonly projectDir: string;
		readonly info: { readonly metadata: { readonly author?: { readonly email?: string } | null } };
		readonly appInfo: { computePackageUrl(): Promise<string | null> };
	};
	readonly targets: readonly { readonly name: string }[];
	readonly arch: Arch;
	readonly electronPlatformName: string;
}

/** Files that every package contains: electron-builder itself only warns where one is missing. */
export const NOTICES = 'dist/notices/THIRD-PARTY-NOTICES.txt';
const REQUIRED = ['LICENSE', NOTICES, 'dist/main/electron.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];

function requireFiles(project: string): void {
	const missing = REQUIRED.filter((file) => !existsSync(join(project, file)));
	if (missing.length === 0) return;
	throw new Error(`The package would lack ${missing.join(', ')}. Run "npm run build" first.`);
}

/** A deb names the person to write to, and the project's home. Nothing else of ours needs either. */
async function requireMaintainer({ packager, targets }: PackContext): Promise<void> {
	if (!targets.some(({ name }) => name === 'deb')) return;
	const missing = [
		...(packager.info.metadata.author?.email === undefined ? ['the maintainer\'s address ("author.email")'] : []),
		...((await packager.appInfo.computePackageUrl()) === null ? ['the project\'s home page ("homepage")'] : []),
	];
	if (missing.length === 0) return;
	throw new Error(
		`The deb package needs ${missing.join(' and ')}, and package.json has none. Set it there, for example ` +
			'"author": { "name": "…", "email": "…" }, "homepage": "https://…". ' +
			'Or make the other packages: npm run package -- --linux AppImage tar.gz',
	);
}

/** Koffi of the processors that a package is for. A universal app is packed once for each, with the same files. */
async function collectKoffi(project: string, platform: string, arch: string): Promise<void> {
	if (platform === 'linux') {
		await provideKoffi(project, platform, arch, join(project, KOFFI_FOLDER, `linux-${arch}`));
	} else if (platform === 'darwin') {
		for (const each of ['x64', 'arm64'])
			await provideKoffi(project, platform, each, join(project, KOFFI_FOLDER, 'darwin'));
	}
}

/**
 * electron-builder's hook before it packs for a processor: collects what the package contains beside the bundles.
 * @throws Error with a sentence when a part of the package is missing
 */
export async function beforePack(context: PackContext): Promise<void> {
	const project = context.packager.projectDir;
	requireFiles(project);
	await requireMaintainer(context);
	await collectKoffi(project, context.electronPlatformName, Arch[context.arch] ?? '');
}
