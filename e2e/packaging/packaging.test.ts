/**
 * Makes the packages with our configuration, offline, and reads their contents back. The runtime and the programs that
 * electron-builder downloads are stubs: this tests what is packed and which fuses are set, not whether Electron runs it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch } from 'electron-builder';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byTier } from '../../common/tier.fixture.ts';
import configuration from '../../electron-builder.ts';
import { beforePack } from '../../packaging/before-pack.ts';
import { macSigning } from '../../packaging/mac-signing.ts';
import { copyProject, filesUnder, MAINTAINER, type Project, ROOT } from './project.ts';

const run = promisify(execFile);
const text = (...path: readonly string[]) => readFile(join(...path), 'utf8');

let project: Project;
let app: string;
let asar: string;
/** Unpacked contents of a package. */
const unpacked = (name: string) => join(project.folder, 'contents', name);

/**
 * Each package: where its unpacked contents have the resources, and koffi's builds. Electron's own licences are beside the
 * executable; in a macOS app electron-builder moves them from Electron's archive, which the stub is not.
 */
const ALL_PACKAGES = [
	['deb-x64', 'opt/Wirebench/resources', ['linux-x64']],
	['deb-arm64', 'opt/Wirebench/resources', ['linux-arm64']],
	['AppImage-x64', 'resources', ['linux-x64']],
	['AppImage-arm64', 'resources', ['linux-arm64']],
	['tar.gz-x64', 'resources', ['linux-x64']],
	['tar.gz-arm64', 'resources', ['linux-arm64']],
	['mac-x64', 'Contents/Resources', ['darwin-arm64', 'darwin-x64']],
	['mac-arm64', 'Contents/Resources', ['darwin-arm64', 'darwin-x64']],
	['win-x64', 'resources', []],
	['win-arm64', 'resources', []],
] as const;
/** The processors whose packages are made: by default the one that most machines do not have. */
const ARCHS = byTier(['arm64'], ['x64', 'arm64']);
/** Debian's program, which the stand-in of fpm uses. */
const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0;
const PACKAGES = ALL_PACKAGES.filter(
	([name]) => ARCHS.some((arch) => name.endsWith(arch)) && (hasDpkg || !name.startsWith('deb')),
);

/** Debian's compiler of installers. */
const hasMakensis = spawnSync('makensis', ['-VERSION']).status === 0;

/** An installer that does only what `open-with.nsh` adds to electron-builder's, with the variable and the root key of that one. */
const INSTALLER = `Unicode true
Name test
OutFile "\${OUT}"
Var appExe
!define SHELL_CONTEXT SHCTX
!include "\${SCRIPT}"
Section
	StrCpy $appExe "$INSTDIR\\Wirebench.exe"
	!insertmacro customInstall
	WriteUninstaller "$INSTDIR\\uninstall.exe"
SectionEnd
Section un.all
	!insertmacro customUnInstall
SectionEnd
`;

/** `file`, by which @electron/universal finds Mach-O files. */
const hasFile = spawnSync('file', ['--version']).status === 0;

/**
 * Merges two apps as electron-builder does for `universal`, which it does on macOS alone: the check of the platform is
 * passed by. `lipo` is not needed, because in the stubs no executable differs between the processors. Returns the merged app.
 */
async function mergeForMac(x64: string, arm64: string, x64ArchFiles: string | null | undefined): Promise<string> {
	const outAppPath = join(project.folder, 'contents/universal.app');
	const options = { x64AppPath: x64, arm64AppPath: arm64, outAppPath, force: true, mergeASARs: true, x64ArchFiles };
	const code = `Object.defineProperty(process, 'platform', { value: 'darwin' });
		require('@electron/universal').makeUniversalApp(${JSON.stringify(options)}).catch((error) => {
			console.error(error.message);
			process.exitCode = 1;
		});`;
	await run(process.execPath, ['-e', code], { cwd: ROOT });
	return outAppPath;
}

beforeAll(async () => {
	project = await copyProject();
	const kinds = ['AppImage', 'tar.gz', ...(hasDpkg ? ['deb'] : [])];
	const linux = ['dir:x64', ...kinds.flatMap((kind) => ARCHS.map((arch) => `${kind}:${arch}`))];
	const directories = ARCHS.map((arch) => `dir:${arch}`);
	await project.pack(['--linux', ...linux, '--mac', ...directories, '--win', ...directories]);
	const { release, version } = project;
	app = join(release, 'linux-unpacked');
	asar = join(app, 'resources/app.asar');
	await mkdir(join(project.folder, 'contents'));
	for (const arch of ARCHS) {
		const suffix = arch === 'x64' ? '' : `-${arch}`;
		const deb = join(release, `wirebench_${version}_${arch === 'x64' ? 'amd64' : arch}.deb`);
		if (hasDpkg) await run('dpkg-deb', ['--raw-extract', deb, unpacked(`deb-${arch}`)]);
		await rename(join(release, `Wirebench-${version}${suffix}.AppImage.contents`), unpacked(`AppImage-${arch}`));
		await mkdir(unpacked(`tar.gz-${arch}`));
		const tar = join(release, `wirebench-${version}${suffix}.tar.gz`);
		await run('tar', ['-xzf', tar, '-C', unpacked(`tar.gz-${arch}`), '--strip-components=1']);
		await rename(join(release, `mac${suffix}/Wirebench.app`), unpacked(`mac-${arch}`));
		await rename(join(release, `win${suffix}-unpacked`), unpacked(`win-${arch}`));
	}
});

afterAll(() => project.remove());

describe.each(PACKAGES)('the package %s', (name, resources, koffi) => {
	const inPackage = (...path: readonly string[]) => join(unpacked(name), ...path);

	it('has the licence, the notices of what is bundled, and the licences of Electron and Chromium', async () => {
		expect(await text(inPackage(resources, 'LICENSE.txt'))).toBe(await text(ROOT, 'LICENSE'));
		const notices = await text(ROOT, 'dist/notices/THIRD-PARTY-NOTICES.txt');
		expect(await text(inPackage(resources, 'THIRD-PARTY-NOTICES.txt'))).toBe(notices);
		if (name.startsWith('mac')) return;
		expect(await text(inPackage(resources, '../LICENSE.electron.txt'))).toContain('of Electron');
		expect(await text(inPackage(resources, '../LICENSES.chromium.html'))).toContain('of Chromium');
	});

	it('has koffi for its own processors and no others', async () => {
		const files = await filesUnder(inPackage(resources));
		expect(files.filter((file) => file.endsWith('.node'))).toEqual(
			koffi.map((machine) => `koffi/koffi-${machine}/${machine.replace('-', '_')}/koffi.node`),
		);
		const elf: Readonly<Record<string, number>> = { 'linux-x64': 0x3e, 'linux-arm64': 0xb7 };
		for (const machine of koffi) {
			const library = await readFile(
				inPackage(resources, `koffi/koffi-${machine}`, machine.replace('-', '_'), 'koffi.node'),
			);
			if (elf[machine] !== undefined) expect(library.readUInt16LE(18)).toBe(elf[machine]);
		}
	});

	it('has nothing else of ours beside the application', async () => {
		// The last ones are of the stub, of deb and of macOS.
		const known = [
			'LICENSE.txt',
			'THIRD-PARTY-NOTICES.txt',
			'app.asar',
			'koffi',
			'stub.txt',
			'apparmor-profile',
			'icon.icns',
		];
		expect((await readdir(inPackage(resources))).filter((entry) => !known.includes(entry))).toEqual([]);
	});

	it('has the same application as the others', async () => {
		expect((await readFile(inPackage(resources, 'app.asar'))).equals(await readFile(asar))).toBe(true);
	});
});

describe('the application in the packages', () => {
	it('contains the bundles as built, and package.json, and nothing else', async () => {
		const parts = ['dist/main', 'dist/preload', 'dist/renderer'];
		const built = await Promise.all(
			parts.map(async (part) => (await filesUnder(join(project.folder, part))).map((file) => `${part}/${file}`)),
		);
		const packed = listPackage(asar, { isPack: false })
			.map((path) => path.replaceAll(sep, '/').slice(1))
			.filter((path) => !('files' in statFile(asar, path.replaceAll('/', sep))));
		expect(packed.toSorted()).toEqual([...built.flat(), 'package.json'].toSorted());
		expect(packed).toEqual(
			expect.arrayContaining([
				'dist/main/electron.js',
				'dist/main/capture-writer.js',
				'dist/main/capture-import.js',
				'dist/main/capture-export.js',
				'dist/main/engine-datagrams.js',
				'dist/main/engine-rules.js',
				'dist/main/engine-script.js',
				'dist/main/quickjs.wasm',
				'dist/main/capture-opener.js',
				'dist/main/capture-reader.js',
				'dist/main/samples/test.jpg',
				'dist/preload/preload.cjs',
				'dist/renderer/index.html',
			]),
		);
		for (const file of packed.filter((path) => path.startsWith('dist/'))) {
			const original = await readFile(join(project.folder, file));
			expect(original.equals(extractFile(asar, file.replaceAll('/', sep))), file).toBe(true);
		}
	});

	it.runIf(process.platform === 'linux' && process.arch === 'x64')('loads the native code beside it', () => {
		// Loaded as by the packaged app: from next to it, without node_modules.
		const koffi: unknown = createRequire(join(app, 'resources/'))('./koffi/koffi-linux-x64');
		expect(koffi).toHaveProperty('load');
	});

	it('starts the Electron host as an ES module, and names the desktop file of its windows', () => {
		const manifest: unknown = JSON.parse(extractFile(asar, 'package.json').toString('utf8'));
		const expected = { main: 'dist/main/electron.js', type: 'module', desktopName: 'wirebench.desktop' };
		expect(manifest).toMatchObject(expected);
	});

	it('imports nothing that is not packed', async () => {
		for (const file of listPackage(asar, { isPack: false }).filter((path) => /dist.main.*\.js$/.test(path))) {
			const code = extractFile(asar, file.slice(1)).toString('utf8');
			const imports = [...code.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']/gm)].map(
				(match) => match[1],
			);
			for (const name of imports) {
				expect(name === 'electron' || name?.startsWith('./') || isBuiltin(name ?? ''), `${name} in ${file}`).toBe(true);
			}
		}
	});

	it('carries a hash of every file for the integrity check', () => {
		const { header } = getRawHeader(asar);
		expect(JSON.stringify(header)).toContain('"integrity"');
		const entry = statFile(asar, ['dist', 'main', 'electron.js'].join(sep));
		expect(entry).toMatchObject({ integrity: { algorithm: 'SHA256' } });
	});

	it.each([
		['Linux', () => join(app, 'wirebench')],
		['macOS', () => unpacked('mac-arm64')],
		['Windows', () => join(unpacked('win-arm64'), 'Wirebench.exe')],
	])('has its fuses set on %s', async (_system, executable) => {
		// The fuses of macOS are found by the bundle's name.
		const path = executable();
		const named = path.endsWith('mac-arm64') ? `${path}.app` : path;
		if (named !== path) await cp(path, named, { recursive: true });
		const wire = await getCurrentFuseWire(named);
		const { DISABLE, ENABLE } = FuseState;
		expect({
			runAsNode: wire[FuseV1Options.RunAsNode],
			cookieEncryption: wire[FuseV1Options.EnableCookieEncryption],
			nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
			inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
			integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
			onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
			fileProtocol: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
		}).toEqual({
			runAsNode: DISABLE,
			cookieEncryption: DISABLE,
			nodeOptions: DISABLE,
			inspect: DISABLE,
			integrity: ENABLE,
			onlyAsar: ENABLE,
			fileProtocol: DISABLE,
		});
	});

	it('is small: our part fits into a few megabytes', async () => {
		expect((await stat(asar)).size).toBeLessThan(14 * 1024 * 1024);
	});
});

describe('the entry for Linux desktops', () => {
	const desktop = { deb: 'usr/share/applications/wirebench.desktop', AppImage: 'wirebench.desktop' };

	it.each([
		...(hasDpkg ? [['deb-arm64', desktop.deb, '/opt/Wirebench/wirebench'] as const] : []),
		['AppImage-arm64', desktop.AppImage, 'AppRun'] as const,
	])('%s offers it for captures and workspaces, and its window belongs to the entry', async (name, file, exec) => {
		const entry = new Map(
			(await text(unpacked(name), file))
				.split('\n')
				.filter((line) => line.includes('='))
				.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
		);
		expect(entry.get('MimeType')).toBe(
			'application/x-wirebench+json;application/x-pcapng;application/vnd.tcpdump.pcap;',
		);
		expect(entry.get('StartupWMClass')).toBe('wirebench');
		// The young generation of the npm scripts, with which was measured; nothing switches Chromium's sandbox off.
		const scripts = await text(ROOT, 'package.json');
		const sizes = [...new Set(scripts.match(/--m(?:in|ax)-semi-space-size=\d+/g))];
		expect(sizes).toHaveLength(2);
		const heap = `"--js-flags=${sizes.join(' ')}"`;
		expect(entry.get('Exec')).toBe(`${exec} ${heap} %U`);
		const types = await text(unpacked(name), 'usr/share/mime/packages/wirebench.xml');
		// electron-builder writes no extension with a dot into an AppImage.
		const own = name === 'AppImage-arm64' ? [] : ['*.wirebench.json'];
		expect([...types.matchAll(/glob pattern="(.*?)"/g)].map((match) => match[1])).toEqual([
			...own,
			'*.pcapng',
			'*.pcap',
		]);
	});

	it.runIf(hasDpkg)('a deb names its maintainer, home page and licence', async () => {
		const control = await text(unpacked('deb-arm64'), 'DEBIAN/control');
		expect(control).toContain('Package: wirebench\n');
		expect(control).toContain('Maintainer: A Tester <tester@example.org>\n');
		expect(control).toContain('Homepage: https://example.org/\n');
		const copyright = await text(unpacked('deb-arm64'), 'usr/share/doc/wirebench/copyright');
		expect(copyright).toBe(await text(ROOT, 'LICENSE'));
	});

	it.runIf(hasDpkg)(
		'a deb brings the AppArmor profile under which its executable may make user namespaces',
		async () => {
			const profile = await text(unpacked('deb-arm64'), 'opt/Wirebench/resources/apparmor-profile');
			expect(profile).toContain('abi <abi/4.0>,');
			expect(profile).toContain('profile "wirebench" "/opt/Wirebench/wirebench" flags=(unconfined) {\n  userns,');
			// dpkg-deb lists the executable at that path.
			expect(await readdir(join(unpacked('deb-arm64'), 'opt/Wirebench'))).toContain('wirebench');
		},
	);
});

describe('the application on macOS', () => {
	it('offers it for captures, beside the default program', async () => {
		const plist = await text(unpacked('mac-arm64'), 'Contents/Info.plist');
		const types = plist.slice(plist.indexOf('CFBundleDocumentTypes'));
		for (const ext of ['pcapng', 'pcap', 'cap']) expect(types).toContain(`<string>${ext}</string>`);
		expect(types.match(/<string>Alternate<\/string>/g)).toHaveLength(3);
		expect(types.match(/<string>Viewer<\/string>/g)).toHaveLength(3);
		expect(types).toContain('<string>wirebench.json</string>');
	});

	it.runIf(hasFile && ARCHS.length === 2)(
		'is merged into a universal one, whose builds of koffi stay apart',
		async () => {
			const merged = await mergeForMac(unpacked('mac-x64'), unpacked('mac-arm64'), configuration.mac?.x64ArchFiles);
			expect((await filesUnder(merged)).filter((file) => file.endsWith('.node'))).toEqual([
				'Contents/Resources/koffi/koffi-darwin-arm64/darwin_arm64/koffi.node',
				'Contents/Resources/koffi/koffi-darwin-x64/darwin_x64/koffi.node',
			]);
			const without = mergeForMac(unpacked('mac-x64'), unpacked('mac-arm64'), undefined);
			await expect(without).rejects.toThrow(/koffi\.node" that's the same in both x64 and arm64 builds/);
		},
	);

	it('is a universal dmg and zip', () => {
		expect(configuration.mac?.target).toEqual([
			{ target: 'dmg', arch: 'universal' },
			{ target: 'zip', arch: 'universal' },
		]);
	});

	it('is signed ad hoc where there is no certificate, else hardened for notarisation', () => {
		expect(macSigning({})).toEqual({ identity: '-', hardenedRuntime: false });
		expect(macSigning({ CSC_LINK: '' })).toEqual({ identity: '-', hardenedRuntime: false });
		expect(macSigning({ CSC_LINK: 'certificate.p12' })).toEqual({ hardenedRuntime: true });
		expect(macSigning({ CSC_NAME: 'Somebody' })).toEqual({ hardenedRuntime: true });
	});
});

describe('the application on Windows', () => {
	it('the executable carries the hash of the asar', async () => {
		const executable = NtExecutable.from(await readFile(join(unpacked('win-arm64'), 'Wirebench.exe')));
		const { entries } = NtExecutableResource.from(executable);
		const integrity = entries.find(({ type }) => type === 'INTEGRITY');
		expect(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString()).toContain('resources\\\\app.asar');
	});

	it('the installer offers it for the same captures as elsewhere', async () => {
		const script = await text(ROOT, 'packaging/windows/open-with.nsh');
		const offered = [...script.matchAll(/insertmacro \$\{DO\} "(\w+)"/g)].map((match) => match[1]);
		const plist = await text(unpacked('mac-arm64'), 'Contents/Info.plist');
		const types = [...plist.matchAll(/CFBundleTypeExtensions<\/key>\s*<array>\s*<string>(\w+)</g)].map(
			(match) => match[1],
		);
		expect(offered).toEqual(types);
	});

	it.runIf(hasMakensis)('the part of the installer that offers it compiles, without a warning', async () => {
		const script = join(ROOT, 'packaging/windows/open-with.nsh');
		const installer = join(project.folder, 'installer.nsi');
		await writeFile(installer, INSTALLER);
		await run('makensis', ['-V2', '-WX', `-DOUT=${installer}.exe`, `-DSCRIPT=${script}`, installer]);
		expect((await readFile(`${installer}.exe`)).toString('latin1', 0, 2)).toBe('MZ');
	});
});

describe('a package that would lack something is not made', () => {
	it('a deb without a maintainer and a home page, and electron-builder says so', async () => {
		const failure = project.pack(['--linux', 'deb', '--x64'], {}).catch((error: Error) => error.message);
		expect(await failure).toMatch(
			/The deb package needs the maintainer's address \("author.email"\) and the project's home page \("homepage"\)/,
		);
	});

	// The other test shows that electron-builder calls the hook, and stops at its error.
	it('one without the notices', async () => {
		const notices = join(project.folder, 'dist/notices');
		await rename(notices, `${notices}.away`);
		const packed = byTier(
			() =>
				beforePack({
					packager: {
						projectDir: project.folder,
						info: { metadata: MAINTAINER },
						appInfo: { computePackageUrl: async () => MAINTAINER.homepage },
					},
					targets: [{ name: 'dir' }],
					arch: Arch.x64,
					electronPlatformName: 'linux',
				}),
			() => project.pack(['--linux', 'dir', '--x64']),
		);
		const failure = await packed().catch((error: Error) => error.message);
		await rename(`${notices}.away`, notices);
		expect(failure).toContain(
			'The package would lack dist/notices/THIRD-PARTY-NOTICES.txt. Run "npm run build" first.',
		);
	});
});
