import { join, relative } from 'node:path';
import {
	type BinaryExpression,
	type Expression,
	isBinaryExpression,
	isBlock,
	isCallExpression,
	isConditionalExpression,
	isIdentifier,
	isIfStatement,
	isImportSpecifier,
	isNewExpression,
	isObjectLiteralExpression,
	isParenthesizedExpression,
	isPrefixUnaryExpression,
	isPropertyAccessExpression,
	isReturnStatement,
	isSourceFile,
	isStringLiteral,
	isThrowStatement,
	isVariableDeclaration,
	type Node,
	type ObjectLiteralExpression,
	SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Checker, type NodeHandle, type Project } from 'typescript/unstable/sync';

const ROOT = join(import.meta.dirname, '../../..');
const OURS = /^(main\/hosts\/electron|preload)\/.*(?<!\.(test|fixture))\.ts$/;
const PLATFORMS = ['darwin', 'linux', 'win32'] as const;
type Platform = (typeof PLATFORMS)[number];

/** A use of a member of Electron's API in our sources. */
export interface ElectronUse {
	readonly file: string;
	readonly member: string;
	/** Platforms on which the place is reached, though Electron's declaration of the member names others only. */
	readonly missingOn: readonly Platform[];
}

/** The platforms in the documentation of a declaration; all where it has no tag. */
function platformsOf(declaration: Node): readonly Platform[] {
	const documentation = declaration.getSourceFile().text.slice(declaration.pos, declaration.getStart());
	const tag = /@platform ([\w,]+)/.exec(documentation.slice(documentation.lastIndexOf('/**')))?.[1]?.split(',');
	return tag === undefined ? PLATFORMS : PLATFORMS.filter((platform) => tag.includes(platform));
}

/** Finds what a condition is on each platform. */
class Conditions {
	readonly #checker: Checker;
	readonly #project: Project;

	constructor(project: Project) {
		this.#checker = project.checker;
		this.#project = project;
	}

	/** The value of the condition on this platform; undefined where that depends on something else. */
	value(condition: Expression, platform: Platform): boolean | undefined {
		if (isParenthesizedExpression(condition)) return this.value(condition.expression, platform);
		if (isPrefixUnaryExpression(condition) && condition.operator === SyntaxKind.ExclamationToken) {
			const inner = this.value(condition.operand, platform);
			return inner === undefined ? undefined : !inner;
		}
		if (isBinaryExpression(condition)) return this.#binary(condition, platform);
		if (!isIdentifier(condition)) return undefined;
		// A constant such as `const mac = platform === 'darwin'`.
		const declaration = this.#checker.getSymbolAtLocation(condition)?.valueDeclaration?.resolve(this.#project);
		if (declaration === undefined || !isVariableDeclaration(declaration) || declaration.initializer === undefined)
			return undefined;
		return this.value(declaration.initializer, platform);
	}

	#binary({ left, operatorToken, right }: BinaryExpression, platform: Platform): boolean | undefined {
		const { kind } = operatorToken;
		if (kind === SyntaxKind.EqualsEqualsEqualsToken || kind === SyntaxKind.ExclamationEqualsEqualsToken) {
			const isPlatform = /(^|\.)platform$/.test(left.getText()) && isStringLiteral(right);
			if (!isPlatform) return undefined;
			return (right.text === platform) === (kind === SyntaxKind.EqualsEqualsEqualsToken);
		}
		const decides = kind !== SyntaxKind.AmpersandAmpersandToken;
		if (decides && kind !== SyntaxKind.BarBarToken) return undefined;
		const values = [this.value(left, platform), this.value(right, platform)];
		if (values.includes(decides)) return decides;
		return values.includes(undefined) ? undefined : !decides;
	}

	/** Whether the place is reached on this platform, as far as conditions around and before it say. */
	reaches(place: Node, platform: Platform): boolean {
		for (let node = place; !isSourceFile(node); node = node.parent) {
			const { parent } = node;
			if (isIfStatement(parent) || isConditionalExpression(parent)) {
				const [condition, whenTrue, whenFalse] = isIfStatement(parent)
					? [parent.expression, parent.thenStatement, parent.elseStatement]
					: [parent.condition, parent.whenTrue, parent.whenFalse];
				if (node === whenTrue && this.value(condition, platform) === false) return false;
				if (node === whenFalse && this.value(condition, platform) === true) return false;
			}
			if (isBinaryExpression(parent) && node === parent.right) {
				const { kind } = parent.operatorToken;
				const left = this.value(parent.left, platform);
				if (kind === SyntaxKind.AmpersandAmpersandToken && left === false) return false;
				if (kind === SyntaxKind.BarBarToken && left === true) return false;
			}
			if (isBlock(parent)) {
				for (const earlier of parent.statements) {
					if (earlier === node) break;
					if (!isIfStatement(earlier) || this.value(earlier.expression, platform) !== true) continue;
					const { thenStatement } = earlier;
					if (isReturnStatement(thenStatement) || isThrowStatement(thenStatement)) return false;
				}
			}
		}
		return true;
	}
}

/** Collects the uses of Electron's API in the files of one project. */
class Uses {
	readonly found: ElectronUse[] = [];
	readonly #project: Project;
	readonly #conditions: Conditions;

	constructor(project: Project) {
		this.#project = project;
		this.#conditions = new Conditions(project);
	}

	visit(node: Node): void {
		const { checker } = this.#project;
		if (isCallExpression(node) || isNewExpression(node)) {
			const declaration = checker.getResolvedSignature(node)?.declaration;
			// An event is an overload of its own, with a tag of its own.
			if (declaration !== undefined) this.#use(node, node.expression.getText(), [declaration]);
		} else if (isPropertyAccessExpression(node) && !isCallee(node)) {
			this.#use(node, node.getText(), checker.getSymbolAtLocation(node.name)?.declarations);
		} else if (isImportSpecifier(node)) {
			const symbol = checker.getSymbolAtLocation(node.name);
			if (symbol !== undefined) this.#use(node, node.name.getText(), checker.getAliasedSymbol(symbol).declarations);
		} else if (isObjectLiteralExpression(node)) {
			this.#options(node);
		}
		node.forEachChild((child) => this.visit(child));
	}

	/** The properties of an object that becomes an argument of Electron's. */
	#options(object: ObjectLiteralExpression): void {
		const { checker } = this.#project;
		const type = checker.getContextualType(object);
		if (type === undefined) return;
		for (const property of object.properties) {
			const name = 'name' in property ? property.name : undefined;
			if (name === undefined || !isIdentifier(name)) continue;
			const parts = type.isUnionType() ? type.getTypes() : [type];
			for (const part of parts) {
				this.#use(name, name.text, checker.getPropertyOfType(part, name.text)?.declarations);
			}
		}
	}

	#use(place: Node, member: string, declarations: readonly NodeHandle[] = []): void {
		const electron = declarations.filter(({ path }) => path.endsWith('/node_modules/electron/electron.d.ts'));
		if (electron.length === 0) return;
		const tags = electron.flatMap((handle) => {
			const declaration = handle.resolve(this.#project);
			return declaration === undefined ? [] : [platformsOf(declaration)];
		});
		const missingOn = PLATFORMS.filter(
			(platform) =>
				!tags.some((platforms) => platforms.includes(platform)) && this.#conditions.reaches(place, platform),
		);
		this.found.push({ file: relative(ROOT, place.getSourceFile().fileName), member, missingOn });
	}
}

function isCallee(node: Node): boolean {
	const { parent } = node;
	return (isCallExpression(parent) || isNewExpression(parent)) && parent.expression === node;
}

/** What sources use of Electron. */
export interface Reading {
	readonly uses: readonly ElectronUse[];
	/** The compiler's messages about them: members that are not there. */
	readonly errors: readonly string[];
}

/** The place of the sample in the project: an entry of another host, which no file imports. */
const SAMPLE = join('main', 'hosts', 'cli', 'main.ts');

/**
 * Reads what the host and the preload use, with TypeScript's compiler, and what a sample does that is compiled in the
 * same way.
 */
export function electronUses(sample: string): { readonly ours: Reading; readonly sample: Reading } {
	const readFile = (file: string) => (relative(ROOT, file) === SAMPLE ? sample : undefined);
	const api = new API({ cwd: ROOT, fs: { readFile } });
	try {
		const openProjects = ['main', 'preload'].map((folder) => join(ROOT, folder, 'tsconfig.json'));
		const snapshot = api.updateSnapshot({ openProjects });
		const uses: ElectronUse[] = [];
		const errors: { readonly file: string; readonly text: string }[] = [];
		for (const project of snapshot.getProjects()) {
			const collected = new Uses(project);
			for (const name of project.program.getSourceFileNames()) {
				const file = relative(ROOT, name);
				if (!OURS.test(file) && file !== SAMPLE) continue;
				const source = project.program.getSourceFile(name);
				// Only such a file can reach a member: it has imported a module, a type or a declaration of Electron's.
				if (source === undefined || !/ from '(electron|\.[^']*)'/.test(source.text)) continue;
				collected.visit(source);
				errors.push(...project.program.getSemanticDiagnostics(name).map(({ text }) => ({ file, text })));
			}
			uses.push(...collected.found);
		}
		const part = (wanted: (file: string) => boolean): Reading => ({
			uses: uses.filter(({ file }) => wanted(file)),
			errors: errors.filter(({ file }) => wanted(file)).map(({ text }) => text),
		});
		return { ours: part((file) => file !== SAMPLE), sample: part((file) => file === SAMPLE) };
	} finally {
		api.close();
	}
}
