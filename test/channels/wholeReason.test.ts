import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import type { ChannelConnector, Http } from '../../channels/connector';
import { oker } from '../../channels/oker/connector';
import { theIconic } from '../../channels/theIconic/connector';
import { uniware } from '../../channels/uniware/connector';
import { amazonShop } from './amazonShop';
import { iconicShop } from './iconicShop';
import { okerShop } from './okerShop';
import { failureOf, withSeller, type TestShop } from './testShop';
import { uniwareShop } from './uniwareShop';

interface Kind {
	readonly channel: string;
	readonly connector: ChannelConnector;
	open(): Promise<TestShop>;
}

const kinds: readonly Kind[] = [
	{ channel: 'amazonSellerFlex', connector: amazonSellerFlex, open: amazonShop },
	{ channel: 'oker', connector: oker, open: okerShop },
	{ channel: 'theIconic', connector: theIconic, open: iconicShop },
	{ channel: 'uniware', connector: uniware, open: uniwareShop },
];

/** Every answer becomes a refusal with that body. */
const refusing = (seller: Http, body: string): Http =>
	withSeller(seller, async (request) => ({ ...(await seller(request)), status: 400, body }));

describe.each(kinds)('a call that $channel refuses', ({ connector, open }) => {
	let shop: TestShop;
	beforeEach(async () => {
		shop = await open();
		await connector.account(shop.seller);
	});
	afterEach(() => shop.close());

	it('may be made again where half of the reason came', async () => {
		const failure = await failureOf(connector.account(refusing(shop.seller, '{"message":"Requ')));
		expect(failure).toMatchObject({
			kind: 'malformed',
			message: expect.stringContaining('the reason was cut off'),
		});
	});

	it('may not where the reason is words', async () => {
		const failure = await failureOf(connector.account(refusing(shop.seller, 'No such thing')));
		expect(failure.kind).toBe('rejected');
	});
});
