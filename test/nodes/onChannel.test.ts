import { inspect } from 'node:util';
import type { Http, HttpRequest } from '../../channels/connector';
import { baseUrlOf } from '../../credentials/babyshop/baseUrl';
import { sellerOf } from '../../credentials/babyshop/sellerOf';
import type { ChannelAccess } from '../../nodes/shared/channelAccess';
import { callMs, onChannel } from '../../nodes/shared/http';
import { rehearsed } from '../../nodes/shared/notSent';
import { execution } from '../support/amazonCredential';
import { filledIn, opened } from '../support/babyshopCredential';
import { babyshopLogin, owner, seller } from '../support/babyshopLogin';
import type { BabyshopLogin } from '../support/babyshopLogin';

let panel: BabyshopLogin;
let keys = 0;
beforeEach(async () => {
	panel = await babyshopLogin();
});
afterEach(() => panel.close());

const access = (): ChannelAccess => ({
	connector: {
		channel: 'babyshop',
		quota: { calls: 100, perMs: 1_000 },
		account: () => Promise.reject(new Error('not asked for here')),
	},
	label: 'Babyshop',
	credential: 'babyshopChannelApi',
	origin: baseUrlOf,
	seller: sellerOf,
	quotaKey: () => `onChannel ${++keys}`,
});

const request: HttpRequest = {
	method: 'POST',
	path: '/orderList',
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams({ RequestBody: '{"a":"ä +&=%\\"€"}' }).toString(),
};

/** No time for a second try. */
async function asked(change: Partial<HttpRequest> = {}, isDryRun = false) {
	const context = execution('babyshopChannelApi', await opened(filledIn(panel.url)));
	const until = Date.now() + callMs;
	const work = async (http: Http) => {
		const before = http.seller;
		const answer = await http({ ...request, ...change });
		return { before, answer, after: http.seller };
	};
	return await onChannel(context, access(), work, { ledger: null, until, isDryRun });
}

test('a form goes out as it is', async () => {
	await asked();
	const [, sent] = panel
		.seen()
		.split('\n')
		.map((one) => JSON.parse(one));
	expect(sent.body).toBe(request.body);
	expect(sent.headers).toMatchObject({
		'content-type': 'application/x-www-form-urlencoded',
		accept: 'application/json',
	});
});

test('a dry run shows it as it would go out, and says once what it is', async () => {
	const { headers, body } = request;
	const shown = await rehearsed(asked({ writes: true }, true));
	expect(shown).toMatchObject({ request: { body } });
	expect(shown.request?.headers).toEqual({ Accept: 'application/json', ...headers });
	expect(panel.seen()).toBe('');
});

test('who has just signed in is known in the same work', async () => {
	const { before, after } = await asked();
	expect(before).toMatchObject({ account: '' });
	expect(after).toMatchObject({ account: `${owner}@${new URL(panel.url).host}` });
});

test.each([
	['a file', 200, Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a])],
	['what looks like JSON', 200, Buffer.from('{"responseCode":404}')],
	['a refusal', 404, Buffer.from('<html>gone</html>')],
	['nothing', 200, Buffer.alloc(0)],
])('%s comes as its bytes, whatever the status', async (_what, status, bytes) => {
	panel.answer('/orderList', status, '', { body: bytes });
	const { answer } = await asked({ isFile: true });
	expect(answer).toMatchObject({ status, body: bytes.toString('base64') });
	const [, sent] = panel
		.seen()
		.split('\n')
		.map((one) => JSON.parse(one));
	expect(sent.headers.accept).toBe('*/*');
});

test('who does not answer is named without anything that was asked', async () => {
	const query = { password: 'hunter2' };
	panel.answer('/orderList', 200, '', { delivery: 'dropped' });
	const failed = await asked({ query }).catch((thrown: unknown) => thrown);
	expect(failed).toMatchObject({
		kind: 'unavailable',
		message: expect.stringMatching(/^127.*did/),
	});
	panel.answer('/authToken', 200, '', { delivery: 'dropped' });
	const refused = await asked({ query }).catch((thrown: unknown) => thrown);
	const shown = inspect([failed, refused], { depth: 20, showHidden: true });
	for (const secret of ['hunter2', seller.password, encodeURIComponent(seller.password)]) {
		expect(shown).not.toContain(secret);
	}
});
