/**
 * Fetches Electron's runtime into the npm package of the first argument, in a process of its own: the downloader reads
 * its settings (ELECTRON_MIRROR, ELECTRON_GET_USE_PROXY, …) from the environment when it is loaded. It sends `Progress`
 * to its parent, and ends with 1 and a sentence on stderr when it fails. The second argument: milliseconds without data
 * after which a connection counts as stalled.
 *
 * The archive comes through the public interface of Electron's own downloader, which knows mirrors, cache and checksums; the
 * package's own installer then finds it in the cache and unpacks it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { download, NetworkError } from './download.mjs';
import { partialFile } from './partial-file.mjs';

const [packageFolder, stallMs] = process.argv.slice(2);
const packageRequire = createRequire(join(packageFolder, 'install.js'));
const { env } = process;
/** For what is not complete: on the disk of the package, and removed with it. */
const cache = join(packageFolder, '../.cache/wirebench');
/** Electron's downloader checks the archive in here. Named so that it is removed after a process that was killed. */
const temporary = join(cache, `check.${process.pid}.part`);

/** The processor to fetch for: also Node for Intel runs on an Apple one, where Electron should not be translated. */
function architecture() {
	const wanted = env.ELECTRON_INSTALL_ARCH || env.npm_config_arch;
	if (wanted) return wanted;
	if (process.platform !== 'darwin' || process.arch !== 'x64') return process.arch;
	const translated = execFileSync('sysctl', ['-in', 'sysctl.proc_translated'], { encoding: 'utf8' }).trim();
	return translated === '1' ? 'arm64' : 'x64';
}

const downloader = {
	async download(url, target) {
		const partial = partialFile(cache, basename(target));
		await download(url, partial, {
			stallMs: Number(stallMs),
			// Its list of checksums is small.
			onProgress: (progress) => target.endsWith('.zip') && process.send?.(progress),
		});
		renameSync(partial, target);
	},
};

/** What a person can do about the network. */
function advice() {
	if (env.ELECTRON_GET_USE_PROXY) return '';
	const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find((name) => env[name]);
	if (named !== undefined) return `; ${named} is set, but only ELECTRON_GET_USE_PROXY=1 makes the download use it`;
	return '; behind a proxy, set HTTPS_PROXY, and ELECTRON_GET_USE_PROXY=1';
}

async function fetchArchive(arch) {
	const { downloadArtifact } = await import(pathToFileURL(packageRequire.resolve('@electron/get')).href);
	const remoteChecksums = env.electron_use_remote_checksums || env.npm_config_electron_use_remote_checksums;
	mkdirSync(temporary, { recursive: true });
	await downloadArtifact({
		version: packageRequire('./package.json').version,
		artifactName: 'electron',
		platform: env.ELECTRON_INSTALL_PLATFORM || env.npm_config_platform || process.platform,
		arch,
		force: env.force_no_cache === 'true',
		cacheRoot: env.electron_config_cache,
		checksums: remoteChecksums ? undefined : packageRequire('./checksums.json'),
		tempDirectory: temporary,
		downloader,
	});
}

// The parent has ended, and with it the request.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
try {
	const arch = architecture();
	try {
		await fetchArchive(arch);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	// Neither an earlier version nor an extraction that was cut off may look like this one.
	rmSync(join(packageFolder, 'path.txt'), { force: true });
	rmSync(join(packageFolder, 'dist'), { recursive: true, force: true });
	env.npm_config_arch = arch;
	delete env.force_no_cache;
	packageRequire('./install.js');
} catch (error) {
	process.stderr.write(`${error.message}${error instanceof NetworkError ? advice() : ''}\n`);
	process.exit(1);
}
