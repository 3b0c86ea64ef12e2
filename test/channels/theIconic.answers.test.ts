import type { Http, HttpRequest, HttpResponse } from '../../channels/connector';
import { theIconic } from '../../channels/theIconic/connector';
import { iconicShop } from './iconicShop';
import { placed, send, statusesIn } from './iconicUpdate';
import { failureOf } from './testShop';

/** Answers that the sandbox does not give: each as reference/the-iconic-sellercenter.md 4 tells it. */
const answer = (body: unknown, status = 200, headers = {}): HttpResponse => ({
	status,
	headers,
	body,
});

const problem = (detail: string, status = 422) =>
	answer({ type: 'about:blank', title: 'Refused', status, detail }, status);

/** Gives the answers one after another, the last one for good, and keeps what was asked. */
const answering = (...answers: readonly HttpResponse[]) => {
	const asked: HttpRequest[] = [];
	const http: Http = async (request) => {
		asked.push(request);
		return answers[Math.min(asked.length, answers.length) - 1] ?? answer(null);
	};
	return { http, asked };
};

const maintenance = { message: 'Back soon', caused_by: 'maintenance_mode' };
const seller = answer({ id: 4711, name: 'Example Outfitters' });
const date = 'Mon, 02 Mar 2026 10:00:00 GMT';

describe('answers of theIconic', () => {
	it.each([
		['status 429', answer('', 429), 'rateLimited'],
		['status 500', problem('boom', 500), 'unavailable'],
		['status 502 with a web page', answer('<html>', 502), 'unavailable'],
		['status 503', answer(maintenance, 503), 'unavailable'],
		['status 400', problem('bad', 400), 'rejected'],
		['status 404 without a body', answer('', 404), 'rejected'],
		['status 404 with a web page', answer('<html>Not here</html>', 404), 'rejected'],
		['status 409', problem('conflict', 409), 'rejected'],
		['status 422', problem('E073: no', 422), 'rejected'],
		['code E021', problem('E021: order backend failed', 422), 'unavailable'],
		['status 403', answer({ message: 'no' }, 403), 'unauthorised'],
		['status 401', answer('', 401), 'unauthorised'],
		['a redirect', answer('', 302), 'rejected'],
		['a web page', answer('<html>Please sign in</html>'), 'malformed'],
		['nothing', answer(''), 'malformed'],
		['half an answer', answer('{"id": 47'), 'malformed'],
		['a list', answer([]), 'malformed'],
		['no id', answer({ name: 'x' }), 'malformed'],
	])('takes %s for what it is', async (_what, response, kind) => {
		const failure = await failureOf(theIconic.account(answering(response).http));
		expect(failure.kind).toBe(kind);
		expect(failure.message).toMatch(/^theIconic: .*\.$/);
	});

	it.each([
		[{ 'retry-after': '120' }, 120_000],
		[{ 'retry-after': 'Mon, 02 Mar 2026 10:05:00 GMT', date }, 300_000],
		[{ 'retry-after': 'Mon, 02 Mar 2026 09:00:00 GMT', date }, 0],
		[{ 'retry-after': 'soon', date }, undefined],
		[{}, undefined],
	])('waits out a maintenance for as long as %j says', async (headers, waitMs) => {
		const { http } = answering(answer(maintenance, 503, headers));
		expect(await failureOf(theIconic.account(http))).toMatchObject({
			kind: 'unavailable',
			retryAfterMs: waitMs,
		});
	});

	it('waits as long as the channel says where there were too many calls', async () => {
		const { http } = answering(answer('', 429, { 'retry-after': '7' }));
		expect((await failureOf(theIconic.account(http))).retryAfterMs).toBe(7_000);
	});

	it('signs in again once where the token is not taken, and only once', async () => {
		const renewed = answering(answer('', 401), seller);
		expect((await theIconic.account(renewed.http)).id).toBe('4711');
		expect(renewed.asked.map(({ freshLogin }) => freshLogin)).toEqual([undefined, true]);
		const stranger = answering(answer('', 401));
		await failureOf(theIconic.account(stranger.http));
		expect(stranger.asked).toHaveLength(2);
	});

	it('says what the role may not have', async () => {
		const { http } = answering(answer('', 403));
		const failure = await failureOf(theIconic.carriers.list(http));
		expect(failure.message).toMatch(/role .* may not have the list of carriers \(status 403\)/);
	});

	it('says what was refused in the words of the channel, without a token in them', async () => {
		const { http } = answering(problem(`E023: bad item\n Bearer abc.def`));
		const { message } = await failureOf(theIconic.account(http));
		expect(message).toMatch(/refused the seller \(E023: bad item \[hidden\]\)/);
	});

	it.each([
		[{ id: 1, name: 'Shop', companyName: 'Pty' }, 'Shop'],
		[{ id: 1, name: '', companyName: 'Pty' }, 'Pty'],
		[{ id: 1, shortCode: 'AU123' }, 'AU123'],
		[{ id: 1 }, '1'],
	])('calls the seller %j %s', async (body, name) => {
		expect((await theIconic.account(answering(answer(body)).http)).name).toBe(name);
	});

	it('has no carrier that is switched off, whatever was asked for', async () => {
		const rows = [{ name: 'A', status: false }, { name: 'B', status: true }, { name: 'C' }];
		expect(await theIconic.carriers.list(answering(answer(rows)).http)).toEqual(['B', 'C']);
	});

	it('knows a list that is none, and one of which a row is none', async () => {
		for (const body of [{ items: [] }, [1], [{ type: 'canceled' }]]) {
			const failure = await failureOf(theIconic.cancelReasons.list(answering(answer(body)).http));
			expect(failure.kind).toBe('malformed');
		}
	});
});

describe('the maintenance of theIconic', () => {
	it('ends, and what was told then is told once', async () => {
		const shop = await iconicShop();
		const id = placed(shop);
		await theIconic.account(shop.seller);
		shop.sandbox.maintain({ forMs: 90_000 });
		const failure = await failureOf(send(shop, id, 'shipped'));
		expect(failure).toMatchObject({ kind: 'unavailable' });
		expect(failure.retryAfterMs).toBeGreaterThan(80_000);
		expect(failure.message).toMatch(/under maintenance\. Try again in \d\d s\.$/);
		shop.wait(90_000);
		expect((await send(shop, id, 'shipped')).outcome).toBe('sent');
		expect(statusesIn(shop, id)).toEqual(['shipped', 'shipped', 'shipped']);
		await shop.close();
	});

	it('renews a token that has ended', async () => {
		const shop = await iconicShop();
		await theIconic.account(shop.seller);
		shop.sandbox.expireTokens();
		expect((await theIconic.account(shop.seller)).id).toBe('4711');
		await shop.close();
	});
});
