import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import type { HttpRequest } from '../../channels/connector';
import * as mutations from '../../channels/ikas/mutations';
import * as requests from '../../channels/ikas/requests';
import { ikasSchema } from '../../sandbox/ikas/schema';

const walk = { connectedAt: 1, from: 2, until: 3, page: 4, without: ['a'] };

const units = { orderLineItemId: 'l', quantity: 1 };

const tracking = {
	trackingNumber: 'TR-1',
	trackingLink: 'https://kargo.example/TR-1',
	cargoCompany: 'Kurye',
	cargoCompanyId: 'MNG_KARGO',
};

/** Every request there is, with all that it can carry. */
const asked: Readonly<Record<string, HttpRequest>> = {
	ordersChanged: requests.ordersChanged(walk),
	orderIdsChanged: requests.orderIdsChanged({ ...walk, until: null, without: [] }),
	ordersById: requests.ordersById(['a']),
	latestOrders: requests.latestOrders('1001', 2),
	orderState: requests.orderState('a'),
	orderTags: requests.orderTags(['t']),
	cargoCompanies: requests.cargoCompanies(),
	products: requests.products(1),
	stockTargets: requests.stockTargets(['p']),
	stockLevels: requests.stockLevels(1),
	stockOf: requests.stockOf({ productId: 'p', variantId: 'v' }),
	merchantAndApp: requests.merchantAndApp(),
	stockLocations: requests.stockLocations(),
	orderStatuses: requests.orderStatuses(),
	pushStock: mutations.pushStock([
		{ productId: 'p', variantId: 'v', stockLocationId: 'depo', stockCount: 1 },
	]),
	fulfil: mutations.fulfil({
		orderId: 'o',
		lines: [units],
		markAsReadyForShipment: true,
		sourcePackageId: 'order-hub-1',
		trackingInfoDetail: tracking,
	}),
	movePackages: mutations.movePackages('o', [
		{ packageId: 'p', status: 'FULFILLED', sourceId: 'order-hub-1', trackingInfo: tracking },
	]),
	undoPackage: mutations.undoPackage('o', 'p'),
	cancelLines: mutations.cancelLines('o', [{ ...units, price: 1, restockItems: false }]),
};

describe('what is asked of ikas', () => {
	it('is tried here in full', () => {
		const builders = Object.entries({ ...requests, ...mutations })
			.filter(([name, value]) => typeof value === 'function' && name !== 'graphql')
			.map(([name]) => name);
		expect(Object.keys(asked).sort()).toEqual(builders.sort());
	});

	it.each(Object.entries(asked))(
		'%s fits the schema of API v1, variables included',
		(_, { body }) => {
			const { query, variables } = JSON.parse(JSON.stringify(body));
			const document = parse(query);
			expect(validate(ikasSchema(), document)).toEqual([]);
			const operation = getOperationAST(document);
			const { errors } = getVariableValues(
				ikasSchema(),
				operation?.variableDefinitions ?? [],
				variables,
			);
			expect(errors).toBeUndefined();
		},
	);
});
