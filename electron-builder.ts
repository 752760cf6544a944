import type { Configuration, FileAssociation } from 'electron-builder';
import { beforePack, NOTICES } from './packaging/before-pack.ts';
import { KOFFI_FOLDER } from './packaging/koffi.ts';
import { macSigning } from './packaging/mac-signing.ts';

/**
 * Files of other programs that Wirebench opens: it is offered for them, and the person's default program stays. On Windows
 * electron-builder would make it the default: there packaging/windows/open-with.nsh offers it. One extension an entry, because a
 * deb has one pattern for each. A format of our own is an entry of `fileAssociations` of the whole configuration.
 */
const CAPTURES: FileAssociation[] = [
	{ ext: 'pcapng', mimeType: 'application/x-pcapng' },
	{ ext: 'pcap', mimeType: 'application/vnd.tcpdump.pcap' },
	// On Linux its contents show its type: other programs have files of this name.
	{ ext: 'cap' },
].map((type) => ({
	...type,
	name: 'Network capture',
	description: 'Network capture',
	role: 'Viewer',
	rank: 'Alternate',
}));

/**
 * Our own format. Windows knows a file by the last part of its extension alone: there it is opened from within Wirebench,
 * or by *Open with*.
 */
const WORKSPACE: FileAssociation = {
	ext: 'wirebench.json',
	mimeType: 'application/x-wirebench+json',
	name: 'Wirebench workspace',
	description: 'Wirebench workspace',
	role: 'Editor',
	rank: 'Owner',
};

/** Packages the result of `npm run build`. electron-builder needs Node 22 or newer: run it on the pinned one. */
const configuration: Configuration = {
	appId: 'dev.wirebench.app',
	productName: 'Wirebench',
	copyright: 'Copyright © 2026 Wirebench contributors',
	directories: { output: 'release', buildResources: 'assets' },

	fileAssociations: [WORKSPACE],
	beforePack,
	// Only the bundles: they contain every dependency.
	files: ['dist/main/**', 'dist/preload/**', 'dist/renderer/**', 'package.json'],
	// electron-builder neither rebuilds node_modules nor packs it. Otherwise it would look through the dependencies for each
	// package, and pack the optional ones (a Node for each platform, for development).
	beforeBuild: async () => false,
	extraResources: [
		{ from: 'LICENSE', to: 'LICENSE.txt' },
		{ from: NOTICES, to: 'THIRD-PARTY-NOTICES.txt' },
	],
	asar: true,
	publish: null,
	// The older tools make an AppImage that needs libfuse2 and switches Chromium's sandbox off.
	toolsets: { appimage: '1.0.3' },

	// Set in the executable, before it is signed.
	electronFuses: {
		runAsNode: false,
		enableNodeOptionsEnvironmentVariable: false,
		enableNodeCliInspectArguments: false,
		enableEmbeddedAsarIntegrityValidation: true,
		onlyLoadAppFromAsar: true,
		// There are no cookies to encrypt, and its key would make macOS ask people for access to their keychain.
		enableCookieEncryption: false,
		// Everything is served from app://; file:// needs no powers.
		grantFileProtocolExtraPrivileges: false,
	},

	linux: {
		executableName: 'wirebench',
		// The window's name in X11 and Wayland is that of the desktop file: package.json has it.
		syncDesktopName: true,
		icon: 'assets/icons',
		category: 'Development',
		synopsis: 'A desktop socket workbench',
		description: 'Start servers, open clients, send messages, and see every byte and every socket event.',
		vendor: 'Wirebench contributors',
		// The main process's heap gets its young generation only from the command line: see young-generation.ts. A desktop
		// entry quotes an argument as a whole.
		executableArgs: ['"--js-flags=--min-semi-space-size=32 --max-semi-space-size=64"'],
		desktop: { entry: { Keywords: 'socket;tcp;udp;network;debug;pcap;' } },
		fileAssociations: CAPTURES,
		// Beside the asar, because native code cannot be loaded from within: what Unix datagram sockets need.
		extraResources: [{ from: `${KOFFI_FOLDER}/linux-\${arch}`, to: 'koffi' }],
		target: [
			{ target: 'AppImage', arch: ['x64', 'arm64'] },
			{ target: 'deb', arch: ['x64', 'arm64'] },
			{ target: 'tar.gz', arch: ['x64', 'arm64'] },
		],
	},
	deb: {
		afterInstall: 'packaging/linux/after-install.tpl',
		fpm: ['LICENSE=/usr/share/doc/wirebench/copyright'],
	},

	mac: {
		icon: 'assets/icon.icns',
		category: 'public.app-category.developer-tools',
		fileAssociations: CAPTURES,
		extraResources: [{ from: `${KOFFI_FOLDER}/darwin`, to: 'koffi' }],
		// Both halves of the universal app contain both builds of koffi, which are not to be merged.
		x64ArchFiles: 'Contents/Resources/koffi/**',
		target: [
			{ target: 'dmg', arch: 'universal' },
			{ target: 'zip', arch: 'universal' },
		],
		...macSigning(process.env),
	},

	win: {
		icon: 'assets/icon.ico',
		target: [
			{ target: 'nsis', arch: ['x64', 'arm64'] },
			{ target: 'portable', arch: ['x64'] },
		],
	},
	nsis: {
		oneClick: false,
		perMachine: false,
		allowToChangeInstallationDirectory: true,
		include: 'packaging/windows/open-with.nsh',
	},
	portable: {
		// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own macros
		artifactName: '${productName}-${version}-portable.${ext}',
	},
};

export default configuration;
