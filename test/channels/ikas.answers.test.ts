import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { ikas } from '../../channels/ikas/connector';
import type { Failure } from '../../domain/failure';
import { failureOf } from './testShop';

/** Answers that the sandbox does not give: each as reference/ikas.md 4 and its addendum tell it. */
const refusal = (code: string, status = 200): HttpResponse =>
	answer({ errors: [{ message: 'error_messages.x', extensions: { code } }], data: null }, status);

const answer = (body: unknown, status = 200, headers = {}): HttpResponse => ({
	status,
	headers,
	body,
});

/** Gives the answers one after another, the last one for good, and keeps what was asked. */
const answering = (...answers: readonly HttpResponse[]) => {
	const asked: HttpRequest[] = [];
	const http: Http = async (request) => {
		asked.push(request);
		return answers[Math.min(asked.length, answers.length) - 1] ?? answer(null);
	};
	return { http, asked };
};

const account = answer({
	data: {
		getMerchant: { id: 'm', storeName: 'lale', merchantName: 'Lale' },
		me: { scopes: ['READ_ORDERS', 'READ_INVENTORIES'] },
	},
});

const window = {
	connectedAt: '2026-03-02T00:00:00.000Z',
	watermark: '2026-03-03T00:00:00.000Z',
	overlapMinutes: 10,
	position: null,
};

const page = (listOrder: unknown, more: object = {}) =>
	answer({ data: { getMerchant: { id: 'm' }, listOrder }, ...more });

describe('answers of ikas', () => {
	it.each([
		['a refused document', refusal('GRAPHQL_VALIDATION_FAILED', 400), 'rejected'],
		['a refused variable', refusal('ARGUMENT_VALIDATION_ERROR'), 'rejected'],
		['an unknown code', refusal('SOMETHING_NEW'), 'rejected'],
		['a permission that is missing', refusal('FORBIDDEN'), 'unauthorised'],
		['status 403 without a body', answer('', 403), 'unauthorised'],
		['a fault of ikas', refusal('INTERNAL_SERVER_ERROR'), 'unavailable'],
		['status 502 with a web page', answer('<html>', 502), 'unavailable'],
		['status 404', answer({ message: 'Not Found' }, 404), 'rejected'],
		['data that is null', answer({ data: null }), 'malformed'],
		['no data', answer({}), 'malformed'],
		['an empty body', answer(''), 'malformed'],
		['a list', answer([]), 'malformed'],
	])('take %s for what it is, and are not asked twice', async (_, response, kind) => {
		const { http, asked } = answering(response);
		const failure = await failureOf(ikas.account(http));
		expect(failure.kind).toBe(kind);
		expect(failure.message).toMatch(/^ikas: .+\.$/);
		expect(asked).toHaveLength(1);
	});

	it.each([refusal('LOGIN_REQUIRED'), refusal('UNAUTHENTICATED'), answer('', 401)])(
		'want a fresh login once, and then the credential is at fault',
		async (response) => {
			const renewed = answering(response, account);
			await expect(ikas.account(renewed.http)).resolves.toMatchObject({ id: 'm' });
			expect(renewed.asked.map(({ freshLogin }) => freshLogin)).toEqual([undefined, true]);
			const refused = answering(response);
			expect((await failureOf(ikas.account(refused.http))).kind).toBe('unauthorised');
			expect(refused.asked).toHaveLength(2);
		},
	);

	it.each([refusal('FORBIDDEN'), refusal('FORBIDDEN', 403), answer('', 403)])(
		'name the permission that the question needs where one is missing',
		async (response) => {
			const read = await failureOf(ikas.orders.page(answering(response).http, window));
			expect(read.message).toContain('READ_ORDERS');
			const located = await failureOf(ikas.locations.list(answering(response).http));
			expect(located.message).toContain('READ_INVENTORIES');
		},
	);

	it.each([
		['the body', answer({ retryAfter: 3 }, 429), 3_000],
		['the header', answer('', 429, { 'retry-after': '7' }), 7_000],
		['neither, beside a code', refusal('SLOW_DOWN', 429), 10_000],
		['nothing', answer('', 429, { 'retry-after': 'soon' }), 10_000],
	])('say how long to wait in %s', async (_, response, waitMs) => {
		const failure = await failureOf(ikas.account(answering(response).http));
		expect(failure).toMatchObject<Partial<Failure>>({ kind: 'rateLimited', retryAfterMs: waitMs });
	});

	it('never bring a token into a message', async () => {
		const message = 'bad token eyJhbGciOi.eyJzdWIi.c2ln in Bearer abc.def';
		const response = answer({ errors: [{ message, extensions: { code: 'X' } }] });
		const failure = await failureOf(ikas.account(answering(response).http));
		expect(failure.message).toContain('bad token');
		expect(failure.message).not.toMatch(/eyJ|abc/);
	});

	it('make unreadable only the order that a fault lies in', async () => {
		const errors = [{ message: 'boom', path: ['listOrder', 'data', 1, 'customer'] }];
		const data = [order('a'), order('b'), order('c')];
		const { http } = answering(page({ hasNext: false, data }, { errors }));
		const read = await ikas.orders.page(http, window);
		expect(read.orders.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(read.unreadable).toMatchObject([{ id: 'b', reason: 'boom.' }]);
	});

	it('are the newest where an order comes twice on a page', async () => {
		const newer = { ...order('a'), orderNumber: 'newer', updatedAt: 1_772_500_000_001 };
		const data = [newer, order('a')];
		const read = await ikas.orders.page(answering(page({ hasNext: false, data })).http, window);
		expect(read.orders).toMatchObject([{ id: 'a', number: 'newer' }]);
	});

	it.each([
		['listOrder.hasNext', page({ data: [] })],
		['listOrder.data', page({ hasNext: false })],
		['listOrder.hasNext', page({ hasNext: true, data: [] })],
		[
			'getMerchant.id',
			answer({ data: { getMerchant: {}, listOrder: { hasNext: false, data: [] } } }),
		],
	])('are malformed and name %s where it is not as it should be', async (field, response) => {
		const failure = await failureOf(ikas.orders.page(answering(response).http, window));
		expect(failure).toMatchObject({ kind: 'malformed', message: expect.stringContaining(field) });
	});

	it('name the scopes where the account does not tell them', async () => {
		const data = { getMerchant: { id: 'm', storeName: 'lale' }, me: { scopes: null } };
		const failure = await failureOf(ikas.account(answering(answer({ data })).http));
		expect(failure).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining('me.scopes'),
		});
	});

	it('leave the bundled statuses where introspection is refused, and only there', async () => {
		const refused = answering(refusal('GRAPHQL_VALIDATION_FAILED', 400));
		const statuses = await ikas.statuses.list(refused.http);
		expect(statuses.map(({ key }) => key)).toEqual(
			expect.arrayContaining(['status:CREATED', 'payment:PAID', 'package:UNFULFILLED']),
		);
		const down = answering(answer('', 500));
		expect((await failureOf(ikas.statuses.list(down.http))).kind).toBe('unavailable');
	});

	it('may hold statuses that nobody knew', async () => {
		const status = { enumValues: [{ name: 'ON_THE_MOON' }] };
		const statuses = await ikas.statuses.list(answering(answer({ data: { status } })).http);
		expect(statuses[0]).toEqual({ key: 'status:ON_THE_MOON', label: 'Order: On the moon' });
		expect(statuses.map(({ key }) => key)).toContain('payment:PAID');
	});

	it('move the watermark to the clock of the first answer, else to the last change seen', async () => {
		const list = { hasNext: false, data: [order('a')] };
		const date = { date: 'Tue, 03 Mar 2026 10:00:00 GMT' };
		const { body } = page(list);
		const told = answering(answer(body, 200, date));
		expect((await ikas.orders.page(told.http, window)).watermark).toBe('2026-03-03T10:00:00.000Z');
		const untold = answering(answer(body));
		expect((await ikas.orders.page(untold.http, window)).watermark).toBe(
			'2026-03-03T01:06:40.000Z',
		);
	});
});

/** Trimmed from the query of reference/ikas.md 8. */
const order = (id: string) => ({
	id,
	orderNumber: '1001',
	status: 'CREATED',
	orderPaymentStatus: 'PAID',
	orderPackageStatus: 'UNFULFILLED',
	orderedAt: 1_772_500_000_000,
	updatedAt: 1_772_500_000_000,
	currencyCode: 'TRY',
	totalFinalPrice: 100,
	stockLocationId: null,
	customer: null,
	shippingAddress: null,
	orderLineItems: [
		{
			id: 'l',
			quantity: 1,
			status: 'UNFULFILLED',
			deleted: false,
			price: 100,
			variant: { id: 'v', productId: 'p', sku: 'S', name: 'Etek' },
		},
	],
});
