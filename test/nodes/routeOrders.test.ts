import { openHub } from '../support/hubNodes';
import type { HubNodes } from '../support/hubNodes';
import { draft, settings } from '../support/ledgers';
import { placed } from '../support/placed';
import { templateOf, tick } from '../support/templates';

const template = templateOf('hub/route-orders');

describe('the template that routes the waiting orders of every store', () => {
	let hub: HubNodes;
	beforeEach(async () => {
		hub = await openHub();
		await hub.ledger.saveRuleSet({
			code: 'own',
			rules: [{ name: 'own', strategy: 'priority' }],
		});
		await hub.ledger.saveStore(
			draft({ code: 'other', account: 'other', settings: settings({ ruleSet: 'own' }) }),
		);
		await hub.ledger.importOrders('other', [placed('7')]);
		await hub.take(placed('1'), placed('2'));
	});
	afterEach(() => hub.close());

	const hubsOf = async (store: string) =>
		(await hub.ledger.getOrders({ store, limit: 10 })).map((order) => order.hub);

	test('gives each its hub', async () => {
		const { run, outputs } = await tick(template, hub.credentials);
		expect(run.data.resultData.error).toBeUndefined();
		expect(outputs('Hub Router')[0]?.[0]).toMatchObject([
			{ code: 'ikas-tr', routing: { assigned: 2, onHold: 0 } },
			{ code: 'other', routing: { assigned: 1, onHold: 0 } },
		]);
		expect(await hubsOf('ikas-tr')).toEqual(['istanbul', 'istanbul']);
		expect(await hubsOf('other')).toEqual(['istanbul']);
	});

	test('cancels what is on hold for longer than its store allows', async () => {
		await hub.settle({ cancelHeldMinutes: 60 });
		await hub.take(placed('3', { hubStatus: 'on_hold' }));
		await hub.sql('UPDATE holds SET since = 0');
		const { outputs } = await tick(template, hub.credentials);
		expect(outputs('Hub Router')[0]?.[0]?.[0]).toMatchObject({
			routing: { assigned: 2, onHold: 0, cancelled: 1 },
		});
		expect(await hub.ledger.getOrder('ikas-tr', '3')).toMatchObject({ status: 'cancelled' });
	});

	test.each([
		['ikas-tr', 'other', 1],
		['other', 'ikas-tr', 2],
	])('fails for the store %s and still routes those of %s', async (broken, sound, count) => {
		await hub.sql(`UPDATE store_settings SET settings = '{' WHERE store = '${broken}'`);
		const { run } = await tick(template, hub.credentials);
		expect(run.data.resultData.error?.message).toMatch(new RegExp(`^${broken}: .*JSON`));
		expect(await hubsOf(sound)).toEqual(Array.from({ length: count }, () => 'istanbul'));
	});
});
