import { createHmac, randomUUID } from 'node:crypto';
import type { IWorkflowBase } from 'n8n-workflow';
import { hook, type Hooked } from './hooked';
import { shopifyShops } from './shopifyNodes';
import { templateOf } from './templates';

export const secretSignature = (body: string, secret: string) =>
	createHmac('sha256', secret).update(body).digest('base64');

/** A notice as somebody sends it: signed with the secret of the app, unless a header says otherwise. */
export interface Sent {
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The template with these topics. */
export const listening = (topics?: readonly string[]): IWorkflowBase => {
	const file = templateOf('shopify/receive-notices');
	return {
		...file,
		nodes: file.nodes.map((node) =>
			topics && node.type.endsWith('Trigger')
				? { ...node, parameters: { topics: [...topics] } }
				: node,
		),
	};
};

/** A connected store for each test of a file, and the trigger published on a socket. */
export function shopifyNotices(...of: Parameters<typeof shopifyShops>) {
	const at = shopifyShops(...of);
	let hooked: Hooked | null = null;
	afterEach(async () => {
		await hooked?.close();
		hooked = null;
	});
	const published = () => {
		if (hooked === null) throw new Error('the trigger is not published');
		return hooked;
	};
	return {
		at,
		async publish(topics?: readonly string[], gate?: Parameters<typeof hook>[2]) {
			await hooked?.close();
			hooked = await hook(listening(topics), at.shop.credentials, gate);
			return hooked;
		},
		get hooked() {
			return published();
		},
		/** What the executions began with. */
		items: () => published().executions.flatMap(({ items }) => items),
		subscriptions: () =>
			at.shopify
				.state()
				.subscriptions.map(({ topic, uri }) => ({ topic, uri }))
				.toSorted((one, other) => one.topic.localeCompare(other.topic)),
		/** Posts to the trigger as Shopify does; the status that it answers. */
		async post({ body = '{"id":1}', headers = {} }: Sent = {}) {
			const said: Record<string, string | undefined> = {
				'content-type': 'application/json',
				'x-shopify-topic': 'orders/cancelled',
				'x-shopify-shop-domain': at.shop.domain,
				'x-shopify-webhook-id': randomUUID(),
				'x-shopify-hmac-sha256': secretSignature(body, at.shopify.credential.clientSecret),
				...headers,
			};
			const given = Object.entries(said).flatMap(([name, value]) =>
				value === undefined ? [] : [[name, value] as [string, string]],
			);
			const answer = await fetch(published().url, { method: 'POST', headers: given, body });
			await answer.text();
			return answer.status;
		},
		notices: () => at.shop.sql('SELECT source, id, topic, body FROM notices ORDER BY at, id'),
		/** Kinds of syncs of the store that are due now. */
		async due() {
			const found = await at.shop.sql(
				"SELECT kind FROM syncs WHERE store = 'shopify' AND due_at <= {now} ORDER BY kind",
			);
			return found.map(({ kind }) => kind);
		},
		/** No sync is due for a while. */
		rest: () => at.shop.sql('UPDATE syncs SET due_at = {now} + 600000'),
	};
}
