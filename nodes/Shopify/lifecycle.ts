import type { IHookFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { subscribe, subscriptions, unsubscribe } from '../../channels/shopify/subscriptions';
import { appOf } from '../../credentials/shopify/login';
import { refused } from '../../domain/failure';
import { asNodeError } from '../shared/asNodeError';
import { onChannel } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { access } from './access';
import { topics } from './topics';

/** Where Shopify is to send to. */
const uriOf = (context: IHookFunctions): string => {
	const uri = context.getNodeWebhookUrl('default') ?? '';
	if (uri !== '') return uri;
	throw refused('n8n gave no webhook URL. Publish the workflow once more.');
};

function wantedBy(context: IHookFunctions): readonly string[] {
	const wanted = context.getNodeParameter('topics', []) as string[];
	const [unknown] = wanted.filter((topic) => !(topic in topics));
	if (unknown !== undefined) throw refused(`topics: "${unknown}" is none. Pick from the list.`);
	if (wanted.length > 0) return wanted;
	throw refused('topics: none was picked. Pick at least one.');
}

async function calling<T>(context: IHookFunctions, work: (http: Http) => Promise<T>): Promise<T> {
	try {
		return await onChannel(context, access, work, { ledger: await ledgerOf(context) });
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

/** Without the secret no notice could be told from a forged one. */
async function refuseUnchecked(context: IHookFunctions): Promise<void> {
	const { clientSecret } = appOf(await context.getCredentials(access.credential));
	if (clientSecret !== '') return;
	throw asNodeError(
		context.getNode(),
		refused(
			'The credential has no client secret, by which notices of Shopify are checked. Fill it in there.',
		),
	);
}

/** One subscription for each topic, known by the address that it sends to: nothing has to be remembered. */
export const lifecycle = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		await refuseUnchecked(this);
		const had = await calling(this, async (http) => await subscriptions(http, uriOf(this)));
		const wanted = wantedBy(this);
		return had.length === wanted.length && had.every(({ topic }) => wanted.includes(topic));
	},

	async create(this: IHookFunctions): Promise<boolean> {
		const [uri, wanted] = [uriOf(this), wantedBy(this)];
		await calling(this, async (http) => {
			const had = await subscriptions(http, uri);
			const kept = new Map(
				had.filter(({ topic }) => wanted.includes(topic)).map((one) => [one.topic, one.id]),
			);
			for (const { id, topic } of had) if (kept.get(topic) !== id) await unsubscribe(http, id);
			for (const topic of wanted) if (!kept.has(topic)) await subscribe(http, { topic, uri });
		});
		return true;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		await calling(this, async (http) => {
			for (const { id } of await subscriptions(http, uriOf(this))) await unsubscribe(http, id);
		});
		return true;
	},
};
