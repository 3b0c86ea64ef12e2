import { draft, engines, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { returnDraft, returningStore } from '../support/returning';

const others = { seller: 'globex' };
const rounds = Array.from({ length: 20 }, (_, at) => at + 1);

/** What each came to: `made`, or what it was refused with. */
async function endsOf(all: ReadonlyArray<Promise<unknown>>): Promise<readonly string[]> {
	const ends = await Promise.allSettled(all);
	return ends.map((end) => (end.status === 'fulfilled' ? 'made' : `${end.reason.message}`)).sort();
}

describe.each(engines)(
	'one code that two sellers give at the same instant, on $engine',
	({ engine, open }) => {
		const hub = returningStore(open);

		beforeEach(async () => {
			await hub.ledger.saveSeller({ code: 'globex', name: 'Globex' });
			await hub.ledger.saveStore(
				draft({ code: 'ikas-de', account: 'merchant-2', settings: settings(others) }),
			);
		});
		/** SQLite is for one process. */
		const second = async () => (engine === 'SQLite' ? hub.ledger : await hub.again());

		test('is the manifest of one, and the other reads whose it is', async () => {
			const there = await second();
			const of = (store: string, code: string) => ({
				...{ store, code, hub: 'istanbul', provider: null, reuseOpen: false },
			});
			for (const round of rounds) {
				const code = `shift ${round}`;
				const ends = await endsOf([
					hub.ledger.createManifest(of('ikas-tr', code)),
					there.createManifest(of('ikas-de', code)),
				]);
				expect(ends).toEqual([
					expect.stringMatching(/^There is a manifest .* already: of store ikas-(tr|de)/),
					'made',
				]);
			}
		});

		test('is the return of one, and the other reads whose it is', async () => {
			const there = await second();
			const sku = { seller: 'globex', sku: 'A', hub: 'istanbul' };
			await hub.ledger.setStock([{ ...sku, onHand: 50 }]);
			await hub.ledger.setStock([{ ...sku, seller: 'acme', onHand: 50 }]);
			const lines = [line('1', 'A', rounds.length)];
			for (const store of ['ikas-tr', 'ikas-de']) {
				await hub.ledger.importOrders(store, [placed('1', { location: 'loc-ist', lines })]);
				await hub.ledger.routeWaiting(store, 9);
				await hub.ledger.changeStatus(store, '1', 'shipped');
				await hub.ledger.changeStatus(store, '1', 'delivered');
			}
			for (const round of rounds) {
				const wanted = { code: `box ${round}`, lines: [{ line: '1', quantity: 1, reason: '' }] };
				const ends = await endsOf([
					hub.ledger.requestReturn(returnDraft({ ...wanted, store: 'ikas-tr' })),
					there.requestReturn(returnDraft({ ...wanted, store: 'ikas-de' })),
				]);
				expect(ends).toEqual([
					expect.stringMatching(/^There is a return .* already: of order N1/),
					'made',
				]);
			}
		});
	},
);
