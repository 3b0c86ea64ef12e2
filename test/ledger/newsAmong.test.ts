import { draft, engines, ikasStore } from '../support/ledgers';
import { placed, revised } from '../support/placed';

const at = (time: string) => `2026-03-02T${time}:00.000Z`;

describe.each(engines)('what is news to the hub, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const news = (references: Readonly<Record<string, string | null>>, store = 'ikas-tr') =>
		hub.ledger.newsAmong(
			store,
			Object.entries(references).map(([id, revisedAt]) => ({ id, revisedAt })),
		);

	test('is an order that it lacks or has in an older revision', async () => {
		await hub.take(placed('1'), placed('2'), revised(placed('3'), 30, {}));
		expect(await news({ 1: at('10:00'), 2: at('10:01'), 3: at('10:01'), 4: at('09:00') })).toEqual([
			'2',
			'4',
		]);
		expect(await news({})).toEqual([]);
	});

	test('is not what is parked in that revision', async () => {
		await hub.take(placed('1', { hubStatus: null }), placed('2', { location: 'loc-izm' }));
		expect(await hub.sql('SELECT channel_id FROM parked')).toHaveLength(2);
		expect(await news({ 1: at('10:00'), 2: at('10:01') })).toEqual(['2']);
	});

	test('is what is only in an exception, open or dismissed', async () => {
		await hub.take(placed('1', { location: 'loc-nowhere' }));
		expect(await news({ 1: at('10:00') })).toEqual(['1']);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 9);
		await hub.ledger.dismissException(exception?.id ?? 0, 'a test order');
		expect(await news({ 1: at('10:00') })).toEqual(['1']);
	});

	test('is what cannot be compared: without a revision it may have changed', async () => {
		await hub.take(placed('1', { revisedAt: null }), placed('2'));
		expect(await news({ 1: at('10:00'), 2: null })).toEqual(['1', '2']);
	});

	test('is asked of one store', async () => {
		await hub.take(placed('1'));
		await hub.ledger.saveStore(draft({ code: 'ikas-de', account: 'merchant-2' }));
		expect(await news({ 1: at('10:00') }, 'ikas-de')).toEqual(['1']);
	});

	test('is found among many, in their order', async () => {
		const many = Array.from({ length: 1_100 }, (_, number) => `m${number}`);
		const known = many.filter((_, number) => number % 2 === 0);
		await hub.take(...known.map((id) => placed(id)));
		const references = Object.fromEntries(many.map((id) => [id, at('10:00')]));
		expect(await news(references)).toEqual(many.filter((id) => !known.includes(id)));
	});
});
