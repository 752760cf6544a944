import { Plus, Trash2 } from 'lucide-react';
import type { ArrayBody, Body, IntegerBody, Layout, Part } from '../../../../../common/structure/program/program.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Checkbox } from '../../../../ui/Checkbox.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useDialogWords } from '../../../../words/dialogs.ts';
import { ExplainButton } from '../../explain/ExplainButton.tsx';
import {
	type Around,
	casePart,
	type FormGroup,
	type FormValue,
	isFlags,
	isFormula,
	isGiven,
	isGroup,
	isList,
	NOTHING,
} from './form-value.ts';
import './compose.css';

/** Enums with more members are written, not chosen. */
const MOST_CHOICES = 200;

interface LayoutFieldsProps {
	readonly layout: Layout;
	readonly group: FormGroup;
	/** Of the structure among the values, as in `items[2]`; empty: the message. */
	readonly path: string;
	/** What is wrong, by the place of the value. */
	readonly errors: ReadonlyMap<string, string>;
	readonly onChange: (group: FormGroup) => void;
	/** A value that begins with `=` is computed. */
	readonly computes?: boolean;
}

/** The fields of a structure that a person gives. */
export function LayoutFields({ layout, group, path, errors, onChange, computes = false }: LayoutFieldsProps) {
	return layout.parts
		.filter((part) => !part.isUnnamed && isGiven(part))
		.map((part) => {
			const { name } = part;
			return (
				<PartField
					key={name}
					part={part}
					label={name}
					path={path === '' ? name : `${path}.${name}`}
					value={group.members[name]}
					around={{ layout, group }}
					errors={errors}
					computes={computes}
					onChange={(value) => onChange({ members: { ...group.members, [name]: value } })}
				/>
			);
		});
}

interface PartFieldProps {
	readonly part: Part;
	readonly label: string;
	readonly path: string;
	readonly value: FormValue | undefined;
	/** The structure that the field is in, by whose fields switches choose. */
	readonly around: Around;
	readonly errors: ReadonlyMap<string, string>;
	readonly onChange: (value: FormValue) => void;
	readonly computes: boolean;
}

function PartField(props: PartFieldProps) {
	const { structures: words } = useDialogWords();
	const { part, label, path, value, around, errors, onChange, computes } = props;
	const { body } = part;
	const hint = part.if === undefined ? hintOf(body) : words.conditional(part.if.text);
	if (computes && isFormula(value))
		return (
			<TextField
				label={label}
				aside={<ExplainButton explains="answers.values" />}
				mono
				hint={words.computed}
				value={value}
				error={errors.get(path)}
				onChange={onChange}
			/>
		);
	switch (body.kind) {
		case 'struct':
			return (
				<fieldset className="structure-group">
					<legend>{label}</legend>
					<LayoutFields
						layout={body.layout}
						group={isGroup(value) ? value : NOTHING}
						path={path}
						errors={errors}
						computes={computes}
						onChange={onChange}
					/>
				</fieldset>
			);
		case 'array':
			return <ArrayFields {...props} body={body} />;
		case 'switch': {
			const chosen = casePart(body, around);
			if (chosen === undefined) return <p className="structure-case">{words.noCase(body.on.text)}</p>;
			return isGiven(chosen) ? <PartField {...props} part={chosen} /> : null;
		}
		case 'integer':
			if (body.flags !== undefined) return <FlagFields {...props} flags={body.flags} />;
			if (body.names !== undefined && body.names.size <= MOST_CHOICES)
				return <EnumField {...props} body={body} names={body.names} hint={hint} />;
			break;
		default:
			break;
	}
	return (
		<TextField
			label={label}
			aside={<ExplainButton explains="answers.values" />}
			mono
			hint={hint}
			placeholder={defaultOf(body)}
			value={typeof value === 'string' ? value : ''}
			error={errors.get(path)}
			onChange={onChange}
		/>
	);
}

/** The type of a value, and its unit. */
function hintOf(body: Body): string | undefined {
	switch (body.kind) {
		case 'integer':
			return `${body.isSigned ? 'i' : 'u'}${body.bits}${body.unit === '' ? '' : ` · ${body.unit}`}`;
		case 'float':
			return `f${body.bytes * 8}${body.unit === '' ? '' : ` · ${body.unit}`}`;
		case 'text':
			return body.charset;
		case 'bytes':
			return 'hex';
		default:
			return undefined;
	}
}

function defaultOf(body: Body): string | undefined {
	if (body.kind === 'integer' || body.kind === 'float')
		return body.fallback === undefined ? undefined : String(body.fallback);
	return body.kind === 'text' ? body.fallback : undefined;
}

interface EnumFieldProps extends PartFieldProps {
	readonly body: IntegerBody;
	readonly names: ReadonlyMap<bigint, string>;
	readonly hint: string | undefined;
}

function EnumField({ label, path, value, errors, onChange, computes, body, names, hint }: EnumFieldProps) {
	const { structures: words } = useDialogWords();
	const written = typeof value === 'string' ? value : '';
	const isNamed = written === '' || [...names.values()].includes(written);
	return (
		<Select
			label={label}
			aside={<ExplainButton explains="answers.values" />}
			hint={hint}
			error={errors.get(path)}
			value={written}
			choices={[
				{ value: '', label: body.fallback === undefined ? words.nothing : words.optional },
				...(isNamed ? [] : [{ value: written, label: written }]),
				...[...names].map(([number, name]) => ({ value: name, label: `${name} (${number})` })),
				...(computes ? [{ value: '=', label: words.computedValue }] : []),
			]}
			onChange={onChange}
		/>
	);
}

function FlagFields({
	label,
	path,
	value,
	errors,
	onChange,
	flags,
}: PartFieldProps & { readonly flags: ReadonlyMap<string, number> }) {
	const set = flagsOf(value, flags);
	const error = errors.get(path);
	return (
		<fieldset className="structure-group">
			<legend>{label}</legend>
			{[...flags.keys()].map((flag) => (
				<Checkbox
					key={flag}
					label={flag}
					aside={<ExplainButton explains="answers.values" />}
					checked={set.includes(flag)}
					onChange={(checked) => onChange(checked ? [...set, flag] : set.filter((one) => one !== flag))}
				/>
			))}
			{error === undefined ? null : <p role="alert">{error}</p>}
		</fieldset>
	);
}

/** The names of the bits that are set: chosen, or of a number that was read. */
function flagsOf(value: FormValue | undefined, flags: ReadonlyMap<string, number>): readonly string[] {
	if (isFlags(value)) return value;
	if (typeof value !== 'string' || !/^\d+$/.test(value)) return [];
	const number = BigInt(value);
	return [...flags].filter(([, bit]) => ((number >> BigInt(bit)) & 1n) === 1n).map(([name]) => name);
}

function ArrayFields({
	label,
	path,
	value,
	around,
	errors,
	onChange,
	computes,
	body,
}: PartFieldProps & { readonly body: ArrayBody }) {
	const { structures: words } = useDialogWords();
	const items = isList(value) ? value.items : [];
	const error = errors.get(path);
	return (
		<fieldset className="structure-group">
			<legend>{label}</legend>
			{items.map((item, i) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: an element is known by its place alone
				<div key={i} className="structure-element">
					<PartField
						part={body.item}
						label={`${label} ${i + 1}`}
						path={`${path}[${i}]`}
						value={item}
						around={around}
						errors={errors}
						computes={computes}
						onChange={(changed) => onChange({ items: items.with(i, changed) })}
					/>
					<IconButton
						label={words.removeElement(label, i + 1)}
						tip={false}
						onClick={() => onChange({ items: items.toSpliced(i, 1) })}
					>
						<Trash2 size={14} />
					</IconButton>
				</div>
			))}
			{error === undefined ? null : <p role="alert">{error}</p>}
			<Button icon={<Plus size={13} />} onClick={() => onChange({ items: [...items, ''] })}>
				{words.add(label)}
			</Button>
		</fieldset>
	);
}
