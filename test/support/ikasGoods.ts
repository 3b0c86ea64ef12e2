import type { IDataObject } from 'n8n-workflow';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import type { Shop } from './shop';

const saving = 'saveProductStockLocations';

/** What a shop on the ikas sandbox has for sale at its first location. */
export const ikasGoods = (shopOf: () => Shop) => {
	const location = () => shopOf().locations[0] ?? '';

	/** Puts up for sale one listing for each SKU, with five units. */
	const offer = (...skus: string[]) =>
		shopOf()
			.ikas.seed(
				skus.map((sku) => ({ name: sku, variants: [{ sku, stocks: { [location()]: 5 } }] })),
			)
			.map(({ id, variants }) => `${id}/${variants[0]?.id}`);

	return {
		location,
		offer,
		offerMany: (count: number) => offer(...Array.from({ length: count }, (_, at) => `S-${at}`)),
		row: (listing: string, quantity: IDataObject[string]): IDataObject => ({
			listing,
			location: location(),
			quantity,
		}),
		/** What customers see. */
		shown: () =>
			shopOf()
				.ikas.stock()
				.filter((place) => place.location === location())
				.map(({ quantity }) => quantity),
		/** For the next minute an urgent call waits for its turn, as far as the ledger knows. */
		async keepUrgentCallWaiting() {
			const ledger = await ledgerIn(shopOf().stored.orderHubLedgerApi);
			const narrow = { calls: 1, perMs: 60_000 };
			for (let times = 0; times < 2; times++)
				await ledger.takeQuota('ikas lale-giyim', narrow, true);
		},
		/** Calls that wrote stock, or tried to. */
		saves: () =>
			shopOf()
				.ikas.calls()
				.filter(({ fields }) => fields.includes(saving)).length,
		/** Does something when so many calls that write stock have come and another one comes. */
		afterSaves(count: number, then: () => void) {
			let come = 0;
			shopOf().watch((body) => {
				if (body.includes(saving) && come++ === count) then();
			});
		},
	};
};

/** Of a batch more than fits into one call, where only the first call went well. */
export const storedThenUnsent = Array.from({ length: 105 }, (_, at) =>
	at < 100 ? 'stored' : 'unsent',
);
