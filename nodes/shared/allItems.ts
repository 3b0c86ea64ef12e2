import type { IExecuteFunctions } from 'n8n-workflow';
import { asNodeError } from './asNodeError';
import { failed, outputsOf } from './row';
import type { Execute, Row } from './row';

type Whole = Row & { readonly item?: number };

/** Runs the work once for the whole input. A row says which item it comes from, or comes from all. */
export const allItems =
	(work: (context: IExecuteFunctions) => Promise<readonly Whole[]>): Execute =>
	async (context) => {
		const all = context.getInputData().map((_, item) => ({ item }));
		try {
			const rows = await work(context);
			return outputsOf(
				rows.map(({ item, ...row }) => ({
					...row,
					pairedItem: item === undefined ? all : { item },
				})),
			);
		} catch (error) {
			if (!context.continueOnFail()) throw asNodeError(context.getNode(), error);
			return outputsOf([{ ...failed(error), pairedItem: all }]);
		}
	};
