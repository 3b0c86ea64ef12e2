import { paceOf, throttledMs } from '../../channels/shopify/throttling';

const body = (requestedQueryCost: number, currentlyAvailable: number, restoreRate = 100) => ({
	extensions: {
		cost: {
			requestedQueryCost,
			actualQueryCost: null,
			throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate },
		},
	},
});

const response = (given: unknown) => ({ status: 200, headers: {}, body: given });

describe("Shopify's bucket of points", () => {
	it.each([
		[body(900, 100), 8_000],
		[body(900, 100, 1_000), 1_000],
		[body(900, 850), 1_000],
		[body(905, 100, 200), 4_025],
		[{ errors: [] }, 1_000],
		[null, 1_000],
		[body(900, 100, 0), 1_000],
	])('is waited for as long as it takes to fill: %#', (given, ms) => {
		expect(throttledMs(given)).toBe(ms);
	});

	it('slows calls down only while the largest question would not fit', () => {
		expect(paceOf(response(body(10, 900)))).toBeNull();
		expect(paceOf(response(body(10, 1_900)))).toBeNull();
		expect(paceOf(response(body(10, 500)))).toBe(0.25);
		expect(paceOf(response(body(900, 100)))).toBe(0.125);
		expect(paceOf(response('a web page'))).toBeNull();
	});

	it('waits for no more than the bucket holds', () => {
		const { extensions } = body(10, 100);
		const { cost } = extensions;
		const throttleStatus = { ...cost.throttleStatus, maximumAvailable: 200 };
		const small = { extensions: { cost: { ...cost, throttleStatus } } };
		expect(paceOf(response(small))).toBe(1);
	});
});
