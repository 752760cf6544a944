import { useId, useMemo, useState } from 'react';
import { completeFilter } from '../../../../common/filter/index.ts';
import { TextField, type TextFieldProps } from '../../../ui/TextField.tsx';
import { useWorkbench } from '../../state/endpoints/workbench.ts';
import { useKnownProtocols } from '../known-protocols.ts';
import { useFieldNames } from './use-field-names.ts';

/** A filter as a field of a dialog. The browser's own list offers how it may go on at its end. */
export function FilterTextField({ value, onFocus, onBlur, ...rest }: TextFieldProps) {
	const list = useId();
	const [isFocused, setFocused] = useState(false);
	const endpoints = useWorkbench((workbench) => workbench.endpoints);
	const protocols = useKnownProtocols(({ known }) => known);
	const fields = useFieldNames(isFocused && value.includes('.'));
	const offered = useMemo(() => {
		if (!isFocused) return [];
		const names = [...endpoints.values()].map(({ config }) => config.name);
		const { from, suggestions } = completeFilter(value, value.length, { endpoints: names, fields, protocols });
		return suggestions.map(({ insert }) => value.slice(0, from) + insert);
	}, [isFocused, value, endpoints, fields, protocols]);
	return (
		<>
			<TextField
				{...rest}
				mono
				list={list}
				value={value}
				onFocus={(event) => {
					setFocused(true);
					onFocus?.(event);
				}}
				onBlur={(event) => {
					setFocused(false);
					onBlur?.(event);
				}}
			/>
			<datalist id={list}>
				{offered.map((text) => (
					<option key={text} value={text} />
				))}
			</datalist>
		</>
	);
}
