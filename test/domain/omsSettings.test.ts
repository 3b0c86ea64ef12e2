import { newStore } from '../../domain/newStore';
import type { OmsOrderSettings } from '../../domain/oms';
import type { StoreSettings } from '../../domain/store';
import { settingsFaults, settingsWarnings } from '../../domain/storeSettings';
import { settings } from '../support/ledgers';
import { omsSettings } from '../support/oms';

const hubs = ['istanbul', 'ankara'];
const faultsOf = (change: Partial<StoreSettings>) => settingsFaults(settings(change), hubs);
const ordersWith = (change: Partial<OmsOrderSettings>) => ({
	omsOrder: { ...newStore.omsOrder, ...change },
});
const billTo = {
	...{ name: 'The Iconic', company: null, lines: ['6 Ray Street'], district: null, city: 'Sydney' },
	...{ region: null, postcode: null, country: 'AU', phone: null, latitude: null, longitude: null },
};

describe('settings about an OMS', () => {
	test('that are fine have no faults', () => {
		expect(
			faultsOf({
				addReservations: true,
				carrierMap: [
					{ carrier: 'StarTrack', channelCarrier: 'Star Track' },
					{ carrier: '', channelCarrier: 'Other' },
				],
				cancelReasonMap: [
					{ reason: 'out_of_stock', channelReason: 'Sold out' },
					{ reason: 'other', channelReason: 'Seller' },
				],
				...ordersWith({ billTo, shippingMethods: [{ country: 'AU', method: 'Express' }] }),
			}),
		).toEqual([]);
		expect(settingsFaults(omsSettings(), hubs)).toEqual([]);
	});

	test.each<[string, Partial<StoreSettings>, RegExp]>([
		[
			'a carrier twice, whatever its case',
			{
				carrierMap: [
					{ carrier: 'StarTrack', channelCarrier: 'A' },
					{ carrier: 'startrack ', channelCarrier: 'B' },
				],
			},
			/^Carrier Mapping: carrier "startrack" stands in more than one row/,
		],
		[
			'two rows for all other carriers',
			{
				carrierMap: [
					{ carrier: '', channelCarrier: 'A' },
					{ carrier: ' ', channelCarrier: 'B' },
				],
			},
			/^Carrier Mapping: more than one row is for all other carriers/,
		],
		[
			'a carrier without one of the channel',
			{ carrierMap: [{ carrier: 'DHL', channelCarrier: ' ' }] },
			/^Carrier Mapping: the row of carrier "DHL" names no carrier of the channel/,
		],
		[
			'a reason that there is not',
			{ cancelReasonMap: [{ reason: 'mood' as 'other', channelReason: 'A' }] },
			/^Cancellation Reasons: there is no reason "mood"\. Use one of customer_requested, out_of_stock, other/,
		],
		[
			'a reason twice',
			{
				cancelReasonMap: [
					{ reason: 'other', channelReason: 'A' },
					{ reason: 'other', channelReason: 'B' },
				],
			},
			/^Cancellation Reasons: reason "other" stands in more than one row/,
		],
		[
			'a reason without one of the channel',
			{ cancelReasonMap: [{ reason: 'other', channelReason: '' }] },
			/^Cancellation Reasons: the row of "other" names no reason of the channel/,
		],
		[
			'a country that is none',
			ordersWith({ shippingMethods: [{ country: 'Australia', method: 'Express' }] }),
			/^Shipping Methods: "Australia" is no country/,
		],
		[
			'a country twice',
			ordersWith({
				shippingMethods: [
					{ country: 'AU', method: 'Express' },
					{ country: 'AU', method: 'Air' },
				],
			}),
			/^Shipping Methods: country "AU" stands in more than one row/,
		],
		[
			'a country without a method',
			ordersWith({ shippingMethods: [{ country: 'AU', method: ' ' }] }),
			/^Shipping Methods: the row of "AU" names no method/,
		],
		[
			'half an address',
			ordersWith({ billTo: { ...billTo, name: ' ', lines: [''], city: '' } }),
			/^The billing address lacks a name, a street, a city/,
		],
		[
			'an address in no country',
			ordersWith({ billTo: { ...billTo, country: 'au' } }),
			/^The country of the billing address is "au"/,
		],
		[
			'an OMS that is told reservations',
			{ stockMaster: true, addReservations: true },
			/^Add Channel Reservations is for a store that sells/,
		],
		[
			'two locations of an OMS for one hub',
			{
				stockMaster: true,
				hubMap: [
					{ location: 'loc-ist', hub: 'ankara' },
					{ location: 'loc-ank', hub: 'ankara' },
				],
			},
			/^Hub Mapping: hub "ankara" stands in more than one row, so its stock would be that of the location read last/,
		],
	])('that name %s are refused', (_, change, fault) => {
		expect(faultsOf(change)).toEqual([expect.stringMatching(fault)]);
	});

	test('of an OMS warn of what will not come in, and ask for no statuses of orders', () => {
		expect(settingsWarnings(omsSettings())).toEqual([]);
		const off = { hubMap: [], orderSync: false, catalogSync: false, inventorySync: false };
		expect(settingsWarnings(omsSettings(off))).toEqual([
			'No hub is mapped: the OMS is the stock master of none.',
			'Catalog Sync is off: the hub learns by hand only which SKUs the OMS has.',
			'Inventory Sync is off: the stock of the OMS does not come in.',
			'Order Sync is off: what the OMS ships does not come in.',
		]);
	});
});
