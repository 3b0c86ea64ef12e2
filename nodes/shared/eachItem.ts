import type { IExecuteFunctions } from 'n8n-workflow';
import { asNodeError } from './asNodeError';
import { failed, outputsOf } from './row';
import type { Execute, Paired, Row } from './row';

type Work = (
	context: IExecuteFunctions,
	item: number,
) => AsyncIterable<Row> | Promise<readonly Row[]>;

/** Runs the work once for each item that came in: one bad item stops no other where the node may go on. */
export const eachItem =
	(work: Work): Execute =>
	async (context) => {
		const rows: Paired[] = [];
		for (let item = 0; item < context.getInputData().length; item++) {
			const pairedItem = { item };
			try {
				for await (const row of await work(context, item)) rows.push({ ...row, pairedItem });
			} catch (error) {
				if (!context.continueOnFail()) throw asNodeError(context.getNode(), error, item);
				rows.push({ ...failed(error), pairedItem });
			}
		}
		return outputsOf(rows);
	};
