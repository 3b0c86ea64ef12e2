import type { LedgerWrites } from '../../ledger/ledgerWrites';
import { migration1 } from '../../ledger/migration1';
import { migration2 } from '../../ledger/migration2';
import { migration3 } from '../../ledger/migration3';
import { migration7 } from '../../ledger/migration7';
import { migration13 } from '../../ledger/migration13';
import { migration14 } from '../../ledger/migration14';
import { migration19 } from '../../ledger/migration19';
import { always, draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { returnDraft, sendBack } from '../support/returning';
import { everyStep, failure } from '../support/telling';

const tables = [
	migration1,
	migration2,
	migration3,
	migration7,
	migration13,
	migration14,
	migration19,
]
	.flat()
	.filter((statement) => typeof statement === 'string')
	.flatMap((statement) =>
		[...statement.matchAll(/^CREATE TABLE (\w+)/g)].map(([, name = '']) => name),
	);

const box = { length: 30, width: 20, height: 10, weight: 500 };
const stock = { seller: 'acme', sku: 'A', hub: 'ankara' };

/** Every change that people make by hand, on a ledger with order 1 at a hub, order 2 on hold, an open exception, a linked listing, manifests and returns. */
const writes: {
	[Name in keyof LedgerWrites]: (ledger: LedgerWrites, exception: number) => Promise<unknown>;
} = {
	saveSeller: (ledger) => ledger.saveSeller({ code: 'new', name: 'New' }),
	saveHub: (ledger) =>
		ledger.saveHub({
			code: 'izmir',
			name: 'İzmir',
			active: true,
			latitude: null,
			longitude: null,
			...always,
		}),
	saveStore: (ledger) => ledger.saveStore(draft({ settings: settings({ ruleSet: 'nearest' }) })),
	restoreStore: (ledger) =>
		ledger.restoreStore({ code: 'ikas-tr', version: 1, changedBy: 'ayse', reason: '' }),
	saveRuleSet: (ledger) =>
		ledger.saveRuleSet({ code: 'east', rules: [{ name: 'all', strategy: 'priority' }] }),
	importOrders: (ledger) => ledger.importOrders('ikas-tr', [placed('3')]),
	importListings: (ledger) =>
		ledger.importListings('ikas-tr', [{ id: 'new', sku: 'NEW', title: 'New' }]),
	linkListings: (ledger) => ledger.linkListings('ikas-tr', [{ listing: 'new', sku: 'NEW' }]),
	skipListings: (ledger) =>
		ledger.skipListings('ikas-tr', [{ listing: 'new', title: 'New', reason: 'it has no code' }]),
	unlinkListings: (ledger) => ledger.unlinkListings('ikas-tr', ['linked']),
	rerouteHub: (ledger) => ledger.rerouteHub('istanbul', 50),
	changeStatus: (ledger) => ledger.changeStatus('ikas-tr', '1', 'shipped'),
	setTracking: (ledger) =>
		ledger.setTracking('ikas-tr', '1', { number: 'T1', carrier: null, url: null }),
	setParcelBox: (ledger) => ledger.setParcelBox('ikas-tr', '1', box),
	releaseOrder: (ledger) => ledger.releaseOrder('ikas-tr', '2'),
	cancelOverdue: (ledger) => ledger.cancelOverdue('ikas-tr', 5),
	archiveClosed: (ledger) => ledger.archiveClosed('ikas-tr', { days: 90, limit: 5 }),
	restoreOrder: (ledger) => ledger.restoreOrder('ikas-tr', 'away'),
	editOrder: (ledger) =>
		ledger.editOrder('ikas-tr', '2', {
			...{ lines: [{ line: '1', quantity: 1, sku: null }], added: [], shipTo: null },
		}),
	askOrders: (ledger) => ledger.askOrders('ikas-tr', ['1', '77']),
	approveOrder: (ledger) => ledger.approveOrder('ikas-tr', 'a'),
	routeByHand: (ledger) => ledger.routeByHand('ikas-tr', 'r', 'ankara'),
	assignHub: (ledger) => ledger.assignHub('ikas-tr', 'n', 'ankara'),
	retryException: (ledger, exception) => ledger.retryException(exception),
	dismissException: (ledger, exception) => ledger.dismissException(exception, 'fine'),
	setBoxes: (ledger) => ledger.setBoxes('acme', [{ sku: 'A', box }]),
	setStock: (ledger) => ledger.setStock([{ ...stock, onHand: 3 }]),
	adjustStock: (ledger) =>
		ledger.adjustStock([{ ...stock, change: 2, reason: 'found', reference: 'F1' }]),
	setPrices: (ledger) =>
		ledger.setPrices('ikas-tr', [{ listing: 'linked', price: { minor: 9950, currency: 'TRY' } }]),
	openInvoiceFeed: (ledger) =>
		ledger.openInvoiceFeed('ikas-tr', '9', {
			number: 'INV-1',
			total: { minor: 1099, currency: 'TRY' },
			tax: { minor: 175, currency: 'TRY' },
		}),
	invoiceDone: (ledger) => ledger.invoiceDone('ikas-tr', '9'),
	createManifest: (ledger) =>
		ledger.createManifest({
			...{ store: 'ikas-tr', hub: 'ankara', provider: null },
			...{ code: 'evening', reuseOpen: true },
		}),
	addToManifest: (ledger) => ledger.addToManifest('full', ['8', '1']),
	removeFromManifest: (ledger) => ledger.removeFromManifest('full', ['7']),
	closeManifest: (ledger) => ledger.closeManifest('full', 'ayse'),
	retryManifest: (ledger) => ledger.retryManifest('gone'),
	requestReturn: (ledger) =>
		ledger.requestReturn(
			returnDraft({ order: '10', code: 'new', lines: [{ line: '1', quantity: 1, reason: '' }] }),
		),
	approveReturn: (ledger) => ledger.approveReturn('requested', { lines: [], refundable: null }),
	rejectReturn: (ledger) => ledger.rejectReturn('requested', 'too late'),
	orderReturn: (ledger) =>
		ledger.orderReturn('approved', { hub: null, returnOrder: null, tracking: null }),
	receiveReturn: (ledger) => ledger.receiveReturn('ordered'),
	checkReturn: (ledger) => ledger.checkReturn('received', { all: 'passed', restock: true }),
	markRefunded: (ledger) => ledger.markRefunded('approved', null),
};

/** What no two transactions give alike. */
const alike = (answer: unknown): unknown =>
	JSON.parse(
		JSON.stringify(answer, (name, value: unknown) =>
			/^(id|.*At|since|parcel|feed)$/.test(name) ? undefined : value,
		),
	);

describe.each(engines)('a rehearsal on $engine', ({ open }) => {
	const hub = ikasStore(open);
	let exception: number;
	beforeEach(async () => {
		await hub.ledger.saveStore(draft({ settings: settings({ intervalMinutes: 5 }) }));
		await hub.ledger.importListings('ikas-tr', [{ id: 'linked', sku: 'C', title: 'Linked' }]);
		await hub.ledger.linkListings('ikas-tr', [{ listing: 'linked', sku: 'D' }]);
		await hub.take(placed('1', { location: 'loc-ist' }), placed('2', { lines: [line('1', 'B')] }));
		await hub.route();
		await putAway();
		await hub.ledger.changeStatus('ikas-tr', '2', 'on_hold');
		await hub.take(placed('lost', { location: 'loc-nowhere' }));
		await hub.take(placed('9', { hubStatus: 'shipped', location: 'loc-ank' }));
		exception = (await hub.ledger.getExceptions('ikas-tr', 1))[0]?.id ?? 0;
		const locations = [...settings().locations, { id: 'loc-nowhere', name: 'Nowhere' }];
		const hubMap = [...settings().hubMap.slice(1), { location: 'loc-nowhere', hub: 'istanbul' }];
		await load();
		const back = {
			hubStatus: 'delivered',
			location: 'loc-ank',
			lines: [line('1', 'B', 5)],
		} as const;
		await hub.take(placed('10', back));
		for (const state of ['requested', 'approved', 'ordered', 'received'] as const) {
			const lines = [{ line: '1', quantity: 1, reason: '' }];
			await sendBack(hub.ledger, state, { order: '10', code: state, lines });
		}
		await hub.ledger.saveStore(
			draft({
				settings: settings({ locations, hubMap, invoices: 'upload', cancelHeldMinutes: 60 }),
			}),
		);
		await hub.sql("UPDATE hubs SET active = 0 WHERE code = 'istanbul'");
		await hub.take(placed('a', { hubStatus: 'on_hold' }), placed('n'), placed('r'));
		await hub.sql(
			"UPDATE orders SET status = 'on_hold', hold_reason = 'not_able_to_route' WHERE channel_id = 'r'",
		);
		await hub.sql('UPDATE holds SET since = 0');
	});

	/** Order `away` is archived, order `old` could be. */
	async function putAway() {
		await hub.take(...['away', 'old', 'newer'].map((id) => placed(id, { hubStatus: 'cancelled' })));
		await hub.sql("UPDATE orders SET updated_at = id WHERE channel_id IN ('away', 'old')");
		await hub.ledger.archiveClosed('ikas-tr', { days: 90, limit: 1 });
	}

	/** Order 6 is on a closed manifest and was refused by the channel, order 7 on an open one, order 8 could be. */
	async function load() {
		const told = settings({ workspaceStatusMap: everyStep, invoices: 'upload' });
		await hub.ledger.saveStore(draft({ settings: told }));
		await hub.take(...['6', '7', '8'].map((id) => placed(id, { location: 'loc-ank' })));
		await hub.route();
		for (const id of ['6', '7', '8']) await hub.ledger.changeStatus('ikas-tr', id, 'packed');
		const at = { store: 'ikas-tr', hub: 'ankara', provider: null, reuseOpen: false };
		for (const code of ['gone', 'full']) await hub.ledger.createManifest({ ...at, code });
		await hub.ledger.addToManifest('gone', ['6']);
		await hub.ledger.addToManifest('full', ['7']);
		await hub.ledger.closeManifest('gone', 'ayse');
		await hub.sql("UPDATE outbox SET state = 'done' WHERE body NOT LIKE '%SHIPPED%'");
		for (const one of await hub.ledger.claimUpdates('ikas-tr', 9)) {
			await hub.ledger.failUpdate(one, failure('rejected'));
		}
	}

	const dump = async () => {
		const contents: Record<string, string[]> = {};
		for (const table of tables) {
			const rows = await hub.sql(`SELECT * FROM ${table}`);
			contents[table] = rows.map((row) => JSON.stringify(row)).sort();
		}
		return contents;
	};

	test.each(Object.entries(writes))(
		'of %s answers what the change would, and leaves nothing behind',
		async (_name, write) => {
			const before = await dump();
			const tried = await write(hub.ledger.rehearsal, exception);
			expect(await dump()).toEqual(before);
			expect(alike(await write(hub.ledger, exception))).toEqual(alike(tried));
			expect(await dump()).not.toEqual(before);
		},
	);

	test('of what is refused is refused as well', async () => {
		await expect(hub.ledger.rehearsal.assignHub('ikas-tr', '1', 'nowhere')).rejects.toThrow(
			/nowhere/,
		);
	});
});
