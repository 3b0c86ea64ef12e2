import { partnerOf } from '../../partnerOf';
import { answerOf } from '../../posting';
import { check } from '../../story/check';
import { look } from '../../syncs';
import { until } from '../../until';
import type { OmnifulScene } from '../scene';

const isOn = async ({ site }: OmnifulScene) =>
	(await site.shop.oms.state()).webhooks.some(({ isEnabled }) => isEnabled);

/** From now on Omniful tells n8n at once what becomes of orders and stock: no sync waits for its interval. */
export async function listen(scene: OmnifulScene): Promise<void> {
	scene.say('n8n takes notices of Omniful');
	const told = async () =>
		(await scene.site.shop.oms.calls()).filter(({ kind }) => kind.startsWith('webhooks'));
	// Where n8n died at that, it was not seen to tell its address again.
	await scene.site.n8n.undisturbed(async () => {
		await partnerOf(scene).site.publish('receive-notices');
		await until('Omniful to be told the address of n8n', () => isOn(scene), { seen: told });
	});
}

/** Every notice is taken, and kept once however often it comes. One without the secret is not. */
export async function checkNotices(scene: OmnifulScene): Promise<void> {
	const { site, say } = scene;
	const { oms } = site.shop;
	const allTaken = () =>
		until(
			'every notice of Omniful to be taken',
			async () => {
				const sent = await oms.deliveries();
				return sent.length > 0 && sent.every(({ isDelivered }) => isDelivered) && sent;
			},
			{ seconds: 900, seen: async () => (await oms.deliveries()).slice(-5) },
		);
	await allTaken();
	const kept = keptIn(scene);
	await oms.sendAgain();
	const [one, ...more] = await allTaken();
	check(keptIn(scene) === kept, `${kept} notices to be kept once, not ${keptIn(scene)}`);
	const forged = await answerOf(one?.uri ?? '', {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'webhook-event': 'order.update.event',
			'webhook-secret-key': 'guessed',
		},
		body: '{"event_name":"order.update.event","data":{}}',
	});
	check(forged.status === 401, `a notice without the secret refused, not ${forged.status}`);
	say(`${more.length} notices of Omniful were taken`);
}

/** Notices that the ledger keeps of it. */
const keptIn = (scene: OmnifulScene): number =>
	look<{ count: number }>(
		scene.site.ledger,
		"SELECT count(*) AS count FROM notices WHERE source LIKE 'omniful %'",
	)[0]?.count ?? 0;

/** n8n has its address taken away with the workflow. */
export async function listenNoMore(scene: OmnifulScene): Promise<void> {
	await scene.site.n8n.undisturbed(async () => {
		await partnerOf(scene).site.unpublish('receive-notices');
		await until('no address in Omniful', async () => !(await isOn(scene)));
	});
}
