import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/**
 * Programs that electron-builder downloads, replaced by scripts over what Debian has: they take the same arguments and make a
 * package with the same contents, uncompressed where they can.
 */

/** As fpm: a deb of files `FROM=TO`, with its control fields and scripts. */
const FPM = `#!/bin/bash
set -euo pipefail
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/DEBIAN"
depends=() control=()
while [ $# -gt 0 ]; do
	case "$1" in
		-s|-t|--deb-compression|--deb-priority|--license|--log) shift 2;;
		--force|--debug) shift;;
		-d) depends+=("$2"); shift 2;;
		--deb-recommends) control+=("Recommends: $2"); shift 2;;
		--architecture) control+=("Architecture: $2"); shift 2;;
		--after-install) cp "$2" "$root/DEBIAN/postinst"; shift 2;;
		--after-remove) cp "$2" "$root/DEBIAN/postrm"; shift 2;;
		--description) control+=("Description:$2"); shift 2;;
		--version) control+=("Version: $2"); shift 2;;
		--name) control+=("Package: $2"); shift 2;;
		--maintainer) control+=("Maintainer: $2"); shift 2;;
		--vendor) control+=("Vendor: $2"); shift 2;;
		--url) control+=("Homepage: $2"); shift 2;;
		--package) package=$2; shift 2;;
		-*) echo "The stand-in of fpm does not know $1." >&2; exit 1;;
		*)
			from=\${1%=*} to=$root\${1##*=}
			mkdir -p "$(dirname "$to")"
			if [ -d "$from" ]; then mkdir -p "$to"; cp -a "$from." "$to"; else cp -a "$from" "$to"; fi
			shift;;
	esac
done
control+=("Depends: $(IFS=,; echo "\${depends[*]}")")
printf '%s\\n' "\${control[@]}" >"$root/DEBIAN/control"
chmod 755 "$root" "$root"/DEBIAN/post*
dpkg-deb --root-owner-group -Znone --build "$root" "$package" >/dev/null
`;

/** As mksquashfs, but the contents stay a folder: \`OUTPUT.contents\`. */
const MKSQUASHFS = `#!/bin/sh
set -eu
cp -a "$1" "$2.contents"
: >"$2"
`;

/** As 7za, for one file that gzip compresses: the last two arguments are the archive and the file. */
const SEVEN_ZIP = `#!/bin/bash
set -euo pipefail
gzip -1 <"\${@: -1}" >"\${@: -2:1}"
`;

/** As `npm prefix -w`, which electron-builder runs in each start: the project, which has no workspaces. */
const NPM = `#!/bin/sh
[ "$*" = 'prefix -w' ] || { echo "The stand-in of npm does not know $*." >&2; exit 1; }
pwd
`;

/** The environment in which electron-builder uses the stand-ins, and downloads nothing. */
export async function makeStubTools(folder: string): Promise<Record<string, string>> {
	const appImage = join(folder, 'appimage');
	const files = [
		['fpm', FPM],
		['7za', SEVEN_ZIP],
		['bin/npm', NPM],
		['appimage/mksquashfs', MKSQUASHFS],
		['appimage/desktop-file-validate', '#!/bin/sh\n'],
		['appimage/runtimes/runtime-x64', 'a stub'],
		['appimage/runtimes/runtime-arm64', 'a stub'],
	] as const;
	for (const name of ['appimage/runtimes', 'appimage/lib/x64', 'appimage/lib/arm64', 'bin']) {
		await mkdir(join(folder, name), { recursive: true });
	}
	for (const [name, content] of files) await writeFile(join(folder, name), content, { mode: 0o755 });
	return {
		PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
		CUSTOM_FPM_PATH: join(folder, 'fpm'),
		ELECTRON_BUILDER_7ZIP_PATH: join(folder, '7za'),
		APPIMAGE_TOOLS_PATH: appImage,
		// A download fails at once instead of waiting for a network that may be missing.
		ELECTRON_MIRROR: 'http://127.0.0.1:9/',
		ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/',
		npm_config_offline: 'true',
	};
}
