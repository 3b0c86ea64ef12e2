import type { IHookFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { hooks, listen, stopListening } from '../../channels/omniful/hooks';
import { refused } from '../../domain/failure';
import { asNodeError } from '../shared/asNodeError';
import { onChannel } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { access } from './access';
import { topics } from './topics';

/** Where Omniful is to send to. */
const urlOf = (context: IHookFunctions): string => {
	const url = context.getNodeWebhookUrl('default') ?? '';
	if (url !== '') return url;
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
	const { webhookSecret } = await context.getCredentials(access.credential);
	if (String(webhookSecret ?? '') !== '') return;
	throw asNodeError(
		context.getNode(),
		refused(
			'The credential has no webhook secret, by which notices of Omniful are checked. Copy it from the custom integration.',
		),
	);
}

/** One address for each topic, known by the address: nothing has to be remembered. */
export const lifecycle = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		await refuseUnchecked(this);
		const [url, wanted] = [urlOf(this), wantedBy(this)];
		const had = await calling(this, async (http) => await hooks(http));
		const own = had.filter((one) => one.isEnabled && one.url === url);
		return own.length === wanted.length && own.every(({ topic }) => wanted.includes(topic));
	},

	async create(this: IHookFunctions): Promise<boolean> {
		const [url, wanted] = [urlOf(this), wantedBy(this)];
		await calling(this, async (http) => await listen(http, url, wanted));
		return true;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		await calling(this, async (http) => await stopListening(http, urlOf(this)));
		return true;
	},
};
