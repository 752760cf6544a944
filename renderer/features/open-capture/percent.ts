/** How much of it is done, as in `45 %`; 0 % while that is not known. */
export function percent({ done, total }: { readonly done: number; readonly total: number }): string {
	return `${total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100))} %`;
}
