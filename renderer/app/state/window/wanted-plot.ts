import { create } from 'zustand';
import { useCentre } from './centre.ts';

/** A decoded field that a person wants plotted, as a filter writes it, until the plot takes it. */
export const useWantedPlot = create<{ readonly field: string | undefined }>()(() => ({ field: undefined }));

/** Shows the plot with the values of a decoded field. */
export function plotField(field: string): void {
	useWantedPlot.setState({ field });
	useCentre.getState().show('statistics');
}
