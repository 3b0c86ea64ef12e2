import { postingTo } from '../posting';
import type { Site } from '../site';
import { box } from './goods';

/** What came of an uploaded file. */
interface Imported {
	readonly refused: number;
	readonly error?: string;
}

/** What people do at a desk: they upload files, print labels and measure parcels. All through the workflow `desk.json`. */
export const deskAt = ({ n8n, warehouse, store }: Site) => {
	const post = postingTo(n8n, 'desk');
	const upload = async <Answer extends { readonly error?: string }>(
		path: string,
		type: string,
		file: string,
	): Promise<Answer> => {
		const [answer]: readonly Answer[] = JSON.parse(await post(path, file, type));
		if (!answer || answer.error)
			throw new Error(`the node behind ${path} refused: ${answer?.error ?? 'no answer'}`);
		return answer;
	};
	return {
		/** Answers how many lines were refused. */
		uploadCatalog: async (csv: string) =>
			(await upload<Imported>('amazon-catalog', 'text/csv', csv)).refused,
		uploadPrices: async (csv: string) =>
			(await upload<Imported>('amazon-prices', 'text/csv', csv)).refused,
		uploadInvoice: (order: string, invoice: Readonly<Record<'number' | 'total' | 'tax', string>>) =>
			upload<{ readonly error?: string; readonly state: string }>(
				`amazon-invoice?${new URLSearchParams({ order, ...invoice })}`,
				'application/pdf',
				`%PDF-1.7\n% invoice ${invoice.number}\n`,
			),
		measure: (ids: readonly string[]) =>
			warehouse.tell(
				'amazon-boxes',
				ids.map((id) => ({ store, id, ...box })),
			),
		/** The label of the order's only parcel, as the file to print. */
		printLabel: (id: string) => post('amazon-label', JSON.stringify({ rows: [{ store, id }] })),
		/** IDs of the orders whose invoice stands like this. */
		invoices: async (state: string): Promise<readonly string[]> => {
			const rows = [{ store, state }];
			const answer = await post('amazon-invoices', JSON.stringify({ rows }));
			const listed: ReadonlyArray<{ order?: string }> = JSON.parse(answer);
			return listed.flatMap(({ order }) => order ?? []);
		},
	};
};
