/**
 * The import rules of docs/architecture.md, as data. Test files may reach further (a real peer, a fixture),
 * so that the rules bind what ships.
 */
const TEST = '\\.(test|fixture)\\.tsx?$';
const NODE = '^node:';
/** Schemas, the wire's encoding, linear-time expressions, decompression. None has an I/O effect. */
const PURE = '^node_modules/(zod|@msgpack/msgpack|re2js|fflate|yaml)/';
/** What makes certificates; only the engine does. */
const CERTIFICATES = '^node_modules/(@peculiar/x509|reflect-metadata)/';
/** The interpreter of scripts. */
const INTERPRETER = '^node_modules/(quickjs-emscripten-core|@jitl/quickjs-[a-z-]+)/';
const sources = (path) => ({ path, pathNot: TEST });

module.exports = {
	forbidden: [
		{
			name: 'common-is-pure',
			comment: 'common imports itself and libraries without I/O.',
			severity: 'error',
			from: sources('^common/'),
			to: { pathNot: ['^common/', PURE] },
		},
		{
			name: 'engine-stands-alone',
			comment: 'the engine imports common, the threads, the reading of files and Node.',
			severity: 'error',
			from: sources('^main/engine/'),
			to: {
				pathNot: ['^main/(engine|threads|files)/', '^common/', PURE, CERTIFICATES, INTERPRETER],
				dependencyTypesNot: ['core'],
			},
		},
		{
			name: 'capture-stands-alone',
			comment: 'the capture imports common, the threads, the reading of files and Node.',
			severity: 'error',
			from: sources('^main/capture/'),
			to: { pathNot: ['^main/(capture|threads|files)/', '^common/', PURE], dependencyTypesNot: ['core'] },
		},
		{
			name: 'threads-stand-alone',
			comment: 'the protocol of threads imports common and Node.',
			severity: 'error',
			from: sources('^main/threads/'),
			to: { pathNot: ['^main/threads/', '^common/', PURE], dependencyTypesNot: ['core'] },
		},
		{
			name: 'files-stand-alone',
			comment: 'the reading of files imports Node, and the sentences of common about it.',
			severity: 'error',
			from: sources('^main/files/'),
			to: { pathNot: ['^main/files/', '^common/(words|contract/base)/'], dependencyTypesNot: ['core'] },
		},
		{
			name: 'app-wires',
			comment: 'main/app imports engine, capture and common, never a host; and the JSON Schema that docs publishes.',
			severity: 'error',
			from: sources('^main/app/'),
			to: {
				pathNot: [
					'^main/(app|engine|capture|files)/',
					'^common/',
					'^node_modules/',
					'^docs/workspace\\.schema\\.json$',
				],
				dependencyTypesNot: ['core'],
			},
		},
		{
			name: 'engine-and-capture-through-their-front',
			comment: 'from outside, the engine and the capture are their index and their types.',
			severity: 'error',
			from: { path: '^main/app/', pathNot: TEST },
			to: { path: '^main/(engine|capture)/', pathNot: '/(index|types)\\.ts$' },
		},
		{
			name: 'hosts-import-app-and-common',
			severity: 'error',
			from: sources('^main/hosts/'),
			to: { path: '^(main/(engine|capture)/|renderer/|preload/(?!api\\.ts))' },
		},
		{
			name: 'hosts-do-not-mix',
			comment: 'each host is its own; the command line also starts the browser host.',
			severity: 'error',
			from: { path: '^main/hosts/([^/]+)/', pathNot: [TEST, '^main/hosts/(cli|launch)/'] },
			to: { path: '^main/hosts/', pathNot: '^main/hosts/$1/' },
		},
		{
			name: 'only-the-electron-host-imports-electron',
			severity: 'error',
			from: { pathNot: '^(main/hosts/electron|preload|e2e)/' },
			to: { path: '^(electron$|node_modules/electron/)' },
		},
		{
			name: 'renderer-never-imports-main',
			severity: 'error',
			from: sources('^renderer/'),
			to: { pathNot: ['^renderer/', '^common/', '^node_modules/', '^preload/api\\.ts$'] },
		},
		{
			name: 'renderer-has-no-node',
			severity: 'error',
			from: sources('^(renderer|common)/'),
			to: { path: NODE, dependencyTypes: ['core'] },
		},
		{
			name: 'features-meet-through-the-app',
			comment: 'a feature imports no other feature.',
			severity: 'error',
			from: { path: '^renderer/features/([^/]+)/', pathNot: TEST },
			to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
		},
		{
			name: 'the-shell-is-on-top',
			comment: 'the shell imports the features; features import state and what is shared; those import neither.',
			severity: 'error',
			from: { path: '^renderer/(features|app/(state|shared))/', pathNot: TEST },
			to: { path: '^renderer/app/shell/' },
		},
		{
			name: 'state-knows-no-feature',
			severity: 'error',
			from: { path: '^renderer/app/(state|shared)/', pathNot: TEST },
			to: { path: '^renderer/features/' },
		},
		{
			name: 'ui-is-stateless',
			comment: 'ui parts know neither the app nor a feature.',
			severity: 'error',
			from: sources('^renderer/ui/'),
			to: { path: '^renderer/(app|features)/' },
		},
		{
			name: 'e2e-and-bench-use-what-was-built',
			severity: 'error',
			comment: 'except the launcher, which builds it.',
			from: { path: '^(e2e|bench)/' },
			to: { path: '^(main/(?!hosts/launch/)|renderer/|preload/)' },
		},
		{
			name: 'no-circles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'nothing-unresolved',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '\\.css$' },
		},
	],
	options: {
		parser: 'swc',
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|release)/' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'require'],
		},
	},
};
