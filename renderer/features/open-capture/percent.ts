/** The done share, as in `45 %`; 0 % while it is unknown. */
export function percent({ done, total }: { readonly done: number; readonly total: number }): string {
	return `${total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100))} %`;
}
