import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** The marker by which @electron/fuses finds the fuses in Electron's executable; version 1 and a length follow it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Fuses in the order of FuseV1Options, `0` off and `1` on. All that we set have the opposite value here, so that
 * reading them back proves that they were set.
 */
const WRONG_WAY = '111100011';

const STUB = Buffer.concat([
	Buffer.from(`a stub, not Electron\n${SENTINEL}`, 'latin1'),
	Buffer.from([1, WRONG_WAY.length, ...Buffer.from(WRONG_WAY, 'latin1')]),
]);

/** A PE file with the version that Electron's has, in one language: electron-builder adds its own resources to it. */
function windowsExecutable(): Buffer {
	const executable = NtExecutable.createEmpty();
	const resources = NtExecutableResource.from(executable);
	const version = Resource.VersionInfo.createEmpty();
	version.setStringValues({ lang: 0x409, codepage: 1200 }, { ProductName: 'a stub' });
	version.outputToResourceEntries(resources.entries);
	resources.outputResource(executable);
	return Buffer.concat([Buffer.from(executable.generate()), STUB]);
}

/** A property list with string values. */
const plist = (values: Readonly<Record<string, string>>) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
${Object.entries(values)
	.map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
	.join('\n')}
</dict></plist>
`;

function macFiles(): [path: string, content: string | Buffer][] {
	const contents = 'Electron.app/Contents';
	const helpers = ['', ' (GPU)', ' (Renderer)', ' (Plugin)'].map((suffix) => `Electron Helper${suffix}`);
	return [
		[`${contents}/Info.plist`, plist({ CFBundleExecutable: 'Electron', CFBundleIconFile: 'electron.icns' })],
		[`${contents}/MacOS/Electron`, 'a stub'],
		[`${contents}/Resources/electron.icns`, ''],
		[`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, STUB],
		...helpers.flatMap((name): [string, string][] => [
			[`${contents}/Frameworks/${name}.app/Contents/Info.plist`, plist({ CFBundleExecutable: name })],
			[`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, 'a stub'],
		]),
	];
}

const besideTheExecutable: readonly [string, string][] = [
	['resources/stub.txt', ''],
	['locales/en-US.pak', ''],
];

const FILES: Readonly<Record<'linux' | 'win32' | 'darwin', () => readonly (readonly [string, string | Buffer])[]>> = {
	linux: () => [['electron', STUB], ['chrome-sandbox', ''], ...besideTheExecutable],
	win32: () => [['electron.exe', windowsExecutable()], ...besideTheExecutable],
	darwin: macFiles,
};

/**
 * Creates the folders `linux`, `win32` and `darwin`, which electron-builder accepts as an unpacked Electron for that
 * system. Nothing in them runs: they replace the real runtime where that cannot be downloaded.
 */
export async function makeStubRuntimes(folder: string, version: string): Promise<void> {
	for (const [platform, files] of Object.entries(FILES)) {
		const legal = [
			['version', version],
			['LICENSE', 'a stub of the licence of Electron'],
			['LICENSES.chromium.html', 'a stub of the licences of Chromium'],
		] as const;
		for (const [name, content] of [...files(), ...legal]) {
			const path = join(folder, platform, name);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, content, { mode: 0o755 });
		}
	}
}
