import { createHmac } from 'node:crypto';
import { isSigned, noticeIn } from '../../channels/shopify/webhook';

// reference/shopify.md 11
const secret = 'shpss_example';
const body = Buffer.from('{"id":1}');
const signature = 'QvBzlTPo5RYh0lGvEXvN6nLJRmU2XrsL6x7vnfUCHCs=';

const headers = {
	'x-shopify-hmac-sha256': signature,
	'x-shopify-topic': 'orders/fulfilled',
	'x-shopify-shop-domain': 'shop.myshopify.com',
	'x-shopify-webhook-id': 'b54557e4',
	'x-shopify-triggered-at': '2026-11-29T10:00:00Z',
};

describe("Shopify's signature", () => {
	it('is that of the raw body', () => {
		expect(isSigned(body, signature, secret)).toBe(true);
		expect(isSigned(Buffer.from('{"id": 1}'), signature, secret)).toBe(false);
		expect(isSigned(body, signature, 'another')).toBe(false);
	});

	it('is refused where it is missing, short, long, in hex, or nobody knows the secret', () => {
		const hex = createHmac('sha256', secret).update(body).digest('hex');
		for (const wrong of [undefined, '', 'QvBz', `${signature}AAAA`, hex]) {
			expect(isSigned(body, wrong, secret)).toBe(false);
		}
		const blank = createHmac('sha256', '').update(body).digest('base64');
		expect(isSigned(body, blank, '')).toBe(false);
	});

	it('is of bytes, not of text', () => {
		const bytes = Buffer.from([0x22, 0xff, 0xc3, 0x28, 0x22]);
		const signed = createHmac('sha256', secret).update(bytes).digest('base64');
		expect(isSigned(bytes, signed, secret)).toBe(true);
		expect(isSigned(Buffer.from(bytes.toString('utf8')), signed, secret)).toBe(false);
	});
});

describe('a notice of Shopify', () => {
	it('says which one it is and what it is about', () => {
		expect(noticeIn(body, headers, secret)).toEqual({
			id: 'b54557e4',
			topic: 'orders/fulfilled',
			shop: 'shop.myshopify.com',
			triggeredAt: '2026-11-29T10:00:00Z',
			body: '{"id":1}',
		});
	});

	it('is none without a good signature, or without a name of its own', () => {
		expect(noticeIn(body, headers, 'another')).toBeNull();
		for (const name of ['x-shopify-webhook-id', 'x-shopify-topic', 'x-shopify-shop-domain']) {
			expect(noticeIn(body, { ...headers, [name]: undefined }, secret)).toBeNull();
		}
	});
});
