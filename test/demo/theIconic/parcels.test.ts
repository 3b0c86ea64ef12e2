import type { IconicCall } from '../../../sandbox/theIconic/types';
import { auditOf, exception, foundIn, settings } from './support/books';
import { a, b, iconicWith, placed, shipped, type Sold } from './support/iconicBooks';
import { madeA, madeB, shopifyWith, type Made } from './support/shopifyBooks';

const post = 'Australia Post';
type Package = NonNullable<Sold['packages']>[number];
const isHere = (order: string) => (one: string) => one.includes(order);

describe('the auditor of The Iconic, of parcels', () => {
	describe('what The Iconic was told of a parcel', () => {
		const found = (change: Partial<Package>, sql = '', one: Partial<Sold> = {}) =>
			foundIn({
				sql,
				iconic: iconicWith([
					{ ...b, ...one, packages: [{ units: 1, tracking: 'AP-1', provider: post, ...change }] },
				]),
			});

		it('is a number that Shopify has', () => {
			const lost = 'lost: order N12 with AP-9: nothing left Shopify under this number';
			expect(found({ tracking: 'AP-9' })).toContain(lost);
			expect(found({ tracking: 'AP-9' }, exception('12', 'update_refused'))).toContain(lost);
			expect(found({ tracking: 'AP-9' }, exception('2', 'update_refused'))).toEqual([]);
			expect(found({ tracking: 'AP-9', by: 'panel' })).not.toContain(lost);
		});

		it('is the number of a carrier that makes its own', () => {
			const iconic = (tracking: string) =>
				iconicWith([{ ...b, packages: [{ units: 1, tracking, provider: 'Toll Express' }] }]);
			expect(auditOf({ iconic: iconic('API900') })).toMatchObject({
				findings: [],
				counts: { trackingPushed: 0 },
			});
		});

		it('is the carrier that Shopify says', () => {
			const providers = [{ name: post }, { name: 'StarTrack', default: true }];
			const goesBy = (provider: string, company: string | null, carrierMap?: object[]) =>
				foundIn({
					sql: carrierMap
						? `UPDATE store_settings SET settings = '${settings({ carrierMap })}'`
						: '',
					iconic: iconicWith([{ ...b, packages: [{ units: 1, tracking: 'AP-1', provider }] }], {
						providers,
					}),
					shopify: shopifyWith([{ ...madeB, left: [{ units: 1, number: 'AP-1', company }] }]),
				});
			const wrong = (provider: string) => [
				`lost: order N12 with AP-1 goes by ${provider}, which is not what Shopify says`,
			];
			expect(goesBy(post, 'AUSPOST')).toEqual([]);
			expect(goesBy('StarTrack', 'AUSPOST')).toEqual(wrong('StarTrack'));
			expect(goesBy('StarTrack', 'startrack')).toEqual([]);
			expect(goesBy('StarTrack', null)).toEqual([]);
			expect(goesBy(post, null)).toEqual(wrong(post));
			expect(goesBy(post, 'Rider', [{ carrier: '', channelCarrier: post }])).toEqual([]);
			expect(goesBy('StarTrack', 'Rider')).toEqual(wrong('StarTrack'));
		});

		it('is what left in it', () => {
			const two = (units: number): Partial<Made> => ({
				left: [{ units, number: 'AP-7', company: 'AUSPOST' }],
			});
			const parcelled = (told: number, left: number) =>
				foundIn({
					iconic: iconicWith([
						{ ...a, way: shipped, packages: [{ units: told, tracking: 'AP-7', provider: post }] },
					]),
					shopify: shopifyWith([{ ...madeA, ...two(left) }]),
				});
			const what = (told: number, left: number) =>
				`order N11 with AP-7: The Iconic was told of ${told} x TEE, ${left} x TEE left`;
			expect(parcelled(2, 1)).toContain(`doubled: ${what(2, 1)}`);
			expect(parcelled(1, 2)).toContain(`lost: ${what(1, 2)}`);
			expect(parcelled(2, 2).filter(isHere('AP-7'))).toEqual([]);
		});

		it('is counted where number and carrier are those of Shopify', () => {
			const counted = (one: Partial<Package>) =>
				auditOf({
					iconic: iconicWith([
						{ ...b, packages: [{ units: 1, tracking: 'AP-1', provider: post, ...one }] },
					]),
				}).counts.trackingPushed;
			expect(
				[{}, { tracking: 'AP-2' }, { provider: 'Rider' }, { by: 'panel' as const }].map(counted),
			).toEqual([1, 0, 0, 0]);
		});
	});

	describe('a departure', () => {
		it('is told of nothing that has not left Shopify', () => {
			const left = { units: 1, number: 'AP-1', company: 'AUSPOST', status: 'CANCELLED' };
			const shopify = shopifyWith([{ ...madeB, left: [left] }]);
			const what = 'effectsDoubled: order N12: 1 x TEE said to be shipped, nothing on Shopify';
			expect(foundIn({ shopify })).toContain(what);
			expect(foundIn({ shopify, sql: exception('12 2', 'fulfilment_taken_back') })).toEqual([]);
			const byPanel = iconicWith([{ ...b, way: [...placed, ['shipped', 'shipped', 'panel']] }]);
			expect(foundIn({ shopify, iconic: byPanel })).not.toContain(what);
		});

		it('is said to have arrived when Shopify says so', () => {
			const iconic = iconicWith([{ ...b, way: [...shipped, ['delivered', 'delivered']] }]);
			const sql =
				"UPDATE orders SET status = 'delivered', channel_status = 'delivered' WHERE id = 2";
			const found = (displayStatus: string) =>
				foundIn({
					...{ iconic, sql },
					shopify: shopifyWith([
						{ ...madeB, left: [{ units: 1, number: 'AP-1', company: 'AUSPOST', displayStatus }] },
					]),
				});
			expect(found('DELIVERED')).toEqual([]);
			expect(found('IN_TRANSIT')).toEqual([
				'effectsDoubled: order N12: 1 x TEE said to be delivered, nothing on Shopify',
			]);
		});

		describe('that nobody told The Iconic of', () => {
			const untold = { ...b, way: placed, packages: [] };
			const stuck = 'stuck: order N12 left Shopify with AP-1, and The Iconic is not told all of it';
			const found = (one: Sold = untold, sql = '', left: object = {}) =>
				foundIn({
					sql,
					iconic: iconicWith([one]),
					shopify: shopifyWith([
						{ ...madeB, left: [{ units: 1, number: 'AP-1', company: 'AUSPOST', ...left }] },
					]),
				});

			it('is stuck, unless a person knows why', () => {
				expect(found()).toContain(stuck);
				expect(found(untold, exception('2', 'update_not_sent'))).not.toContain(stuck);
			});

			it('waits for its number', () => {
				expect(found(untold, '', { number: null })).not.toContain(stuck);
				expect(found(untold, '', { number: ' ' })).not.toContain(stuck);
			});

			it('is nothing to tell where the settings tell nothing, or the order is cancelled', () => {
				const sql = `UPDATE store_settings SET settings = '${settings({ workspaceStatusMap: [] })}'`;
				expect(found(untold, sql)).not.toContain(stuck);
				expect(found({ ...untold, way: [...placed, ['cancelled', 'canceled']] })).not.toContain(
					stuck,
				);
			});

			it('is stuck as long as The Iconic offers to go on', () => {
				const offering = (action: string) => ({ ...b, actions: [action] });
				const asReady = `UPDATE store_settings SET settings = '${settings({
					workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'ready_to_ship' }],
				})}'`;
				expect(found(offering('status_set_to_shipped'))).toContain(stuck);
				expect(found(offering('status_set_to_shipped'), asReady)).not.toContain(stuck);
				expect(found(offering('status_set_to_ready_to_ship'), asReady)).toContain(stuck);
				expect(found(offering('status_set_to_delivered'))).not.toContain(stuck);
			});
		});
	});

	describe('an effect on The Iconic', () => {
		it.each(['packed', 'ready_to_ship', 'shipped', 'delivered', 'cancelled'] as const)(
			'is doubled when an item is %s again',
			(what) => {
				const again = (by: 'api' | 'panel') =>
					foundIn({
						iconic: iconicWith([
							{ ...b, way: [...placed, [what, 'shipped'], [what, 'shipped', by]] },
						]),
					}).filter((one) => one.includes('times'));
				expect(again('api')).toEqual([`effectsDoubled: order N12: item 120 was ${what} 2 times`]);
				expect(again('panel')).toEqual([]);
			},
		);

		it('is doubled when it is taken again word for word', () => {
			const call = (kind: string, body: object, effect: string | null = 'changed') =>
				({ seq: 1, kind, path: '/v2/x', items: [120], body, effect }) as unknown as IconicCall;
			const track = (code: string) => call('setTrackingCode', { trackingCode: code });
			const found = (...calls: IconicCall[]) => foundIn({ calls });
			expect(found(track('AP-1'), track('AP-1'))).toEqual([
				'effectsDoubled: order N12: setTrackingCode was taken twice word for word',
			]);
			expect(found(track('AP-1'), track('AP-2'), track('AP-1'))).toEqual([]);
			const nothing = call('setTrackingCode', { trackingCode: 'AP-1' }, null);
			expect(found(track('AP-1'), nothing)).toEqual([]);
			const print = call('exportDocument', { documentType: 'shippingLabel' });
			expect(found(print, print)).toEqual([]);
		});
	});
});
