import type { KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { KERNEL_FACT_NAMES } from '../../../../common/kernel/facts.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { factText } from './fact-value.ts';

/** What the system reports about a socket, with what each fact means. Facts that it does not report have no row. */
export function FactTable({ socket }: { readonly socket: KernelSocket }) {
	const { kernelView: words } = useDialogWords();
	return (
		<table className="kernel-facts" aria-label={words.table}>
			<thead className="visually-hidden">
				<tr>
					<th scope="col">{words.fact}</th>
					<th scope="col">{words.value}</th>
					<th scope="col">{words.meaning}</th>
				</tr>
			</thead>
			<tbody>
				{KERNEL_FACT_NAMES.map((fact) => {
					const value = socket.facts[fact];
					if (value === undefined) return null;
					return (
						<tr key={fact}>
							<th scope="row">{words.facts[fact].name}</th>
							<td className="kernel-value">{factText(fact, value)}</td>
							<td className="kernel-meaning">{words.facts[fact].text}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}
