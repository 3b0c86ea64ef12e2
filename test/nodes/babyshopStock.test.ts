import { babyshopStock } from '../support/babyshopStock';
import { dyingAfter, templateOf } from '../support/templates';

const told = 'inventoryPriceUpdate';
const asked = 'inventoryPriceStatus';

/** What was told or asked in a call. */
const rowsIn = ({ body }: { readonly body: unknown }) => {
	const { invPriceList, moderationIdsList } = body as Record<string, readonly unknown[]>;
	return (invPriceList ?? moderationIdsList ?? []).length;
};

describe('the template that pushes stock to Babyshop', () => {
	let at: Awaited<ReturnType<typeof babyshopStock>>;
	const open = async (...given: Parameters<typeof babyshopStock>) => {
		at = await babyshopStock(...given);
	};
	afterEach(() => at.close());

	/** A cycle of the template: how many rows each call had, and what Sync End says became of the rows. */
	const cycle = async () => {
		let ends: readonly unknown[] = [];
		const calls = await at.callsOf(async () => {
			const { outputs } = await at.tick();
			ends = outputs('Sync End').flatMap(([items = []]) => items.map(({ counts }) => counts));
		});
		return { calls: calls.map((call) => `${call.kind} ${rowsIn(call)}`), counts: ends[0] };
	};
	const none = { stored: 0, refused: 0, unsent: 0, pending: 0 };

	test('tells one figure for all hubs, then asks until all is decided, and then does nothing', async () => {
		await open(250);
		expect(await cycle()).toEqual({
			calls: [`${told} 100`, `${told} 100`, `${told} 50`],
			counts: { ...none, pending: 250 },
		});
		const asking = [`${asked} 100`, `${asked} 100`, `${asked} 50`];
		expect(await cycle()).toEqual({ calls: asking, counts: { ...none, pending: 250 } });
		at.decide();
		expect(await cycle()).toEqual({ calls: asking, counts: { ...none, stored: 250 } });
		expect([at.shown('MKT-0'), at.shown('MKT-249')]).toEqual([7, 7]);
		expect(await cycle()).toEqual({ calls: [], counts: none });
	});

	test('tells a figure that changed before it was decided, and asks about the others', async () => {
		await open(3);
		await cycle();
		await at.count(1, ['S-1']);
		at.decide();
		expect(await cycle()).toEqual({
			calls: [`${told} 1`, `${asked} 2`],
			counts: { ...none, stored: 2, pending: 1 },
		});
		at.decide();
		expect((await cycle()).counts).toEqual({ ...none, stored: 1 });
		expect(at.shown('MKT-1')).toBe(3);
	});

	test('makes an exception of what is refused later, in words, and tells it again when a person retries it', async () => {
		await open(2);
		at.panel.moderate({ reject: [{ sku: 'MKT-1', times: 1 }] });
		await cycle();
		at.decide();
		expect((await cycle()).counts).toEqual({ ...none, stored: 1, refused: 1 });
		const [exception] = await at.hub('exception:getMany');
		expect(exception).toMatchObject({
			kind: 'stock_refused',
			cause: expect.stringMatching(/7 as stock of SKU "S-1": .*Rejected/),
		});
		expect((await cycle()).calls).toEqual([]);
		await at.hub('exception:retry', { exceptionId: exception?.id });
		expect((await cycle()).calls).toEqual([`${told} 1`]);
		at.decide();
		await cycle();
		expect(at.shown('MKT-1')).toBe(7);
		expect(await at.hub('exception:getMany')).toEqual([]);
	});

	test('tells again what a run had sent that died before it could confirm', async () => {
		await open(2);
		await at.tick(dyingAfter(templateOf('babyshop/push-inventory'), 'Push Stock'));
		expect(await cycle()).toEqual({ calls: [`${told} 2`], counts: { ...none, pending: 2 } });
	});

	test('still tells what changed where it cannot ask, and fails where asking is all there is', async () => {
		await open(2);
		await cycle();
		await at.count(1, ['S-1']);
		at.panel.setFaults({ html: 1, only: asked });
		expect((await cycle()).counts).toEqual({ ...none, pending: 1 });
		const { run, outputs } = await at.tick();
		expect(outputs('Confirm')).toEqual([]);
		expect(run.data.resultData.error?.message).toMatch(/tried again at 20/);
		at.panel.setFaults({});
		at.decide();
		expect((await cycle()).counts).toEqual({ ...none, stored: 2 });
	});

	test('tells it by the Vendor SKU Code where the credential says so', async () => {
		await open(2, { inventoryKey: 'vendorSkuCode' }, { inventoryKey: 'vendorSkuCode' });
		await cycle();
		at.decide();
		expect((await cycle()).counts).toEqual({ ...none, stored: 2 });
		expect(at.shown('MKT-1')).toBe(7);
	});

	test('asks nothing in a dry run', async () => {
		await open(1);
		await cycle();
		await at.becomeDue();
		const begun = await at.hub('sync:begin', { kind: 'inventory' });
		const [item = {}] = await at.ask('orderHub', 'stock:getChanges', {}, begun);
		expect(item).toMatchObject({ changes: [], pending: [{ listing: 'MKT-0', sku: 'S-0' }] });
		const rehearse = () => at.ask('babyshop', 'stock:push', { dryRun: true }, [item]);
		const calls = at.callsOf(async () => {
			expect(await rehearse()).toEqual([{ run: item.run, receipts: [], next: null }]);
		});
		expect(await calls).toEqual([]);
	});

	test('asks nothing without a ticket', async () => {
		await open(1);
		await at.becomeDue();
		const [begun] = await at.hub('sync:begin', { kind: 'inventory' });
		const pending = [{ listing: 'MKT-0', location: '', quantity: 7, ticket: 500 }];
		const push = at.ask('babyshop', 'stock:push', {}, [{ ...begun, changes: [], pending }]);
		await expect(push).rejects.toThrow(/holds no pending changes of stock/);
	});

	test('answers a row that a person typed with the ticket, and that it is decided later', async () => {
		await open(1);
		const row = { listing: 'MKT-0', quantity: '4' };
		expect(await at.ask('babyshop', 'stock:push', row)).toEqual([
			{
				...{ listing: 'MKT-0', location: '', quantity: 4, outcome: 'pending' },
				...{ ticket: expect.any(String), reason: expect.stringMatching(/^Babyshop .*later/) },
			},
		]);
		at.decide();
		expect(at.shown('MKT-0')).toBe(4);
	});
});
