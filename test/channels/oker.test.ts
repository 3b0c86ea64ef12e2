import type { OrderPage } from '../../channels/connector';
import { oker } from '../../channels/oker/connector';
import { okerHttp } from '../support/okerHttp';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { closeShops, okerShop } from './okerShop';

afterAll(closeShops);

describe('oker', () => {
	behavesLikeAChannel(oker, () => okerShop());
});

/** Whose changes are looked for among the orders of the last days, as at Core level. */
const cannotSayWhatChanged = {
	capabilities: { updatedSince: false, pack: false, idempotencyKey: false, labelPdf: false },
	limits: { maxOrderIds: 5, maxInventoryEntries: 30 },
} as const;

describe('oker, by a gateway that can do less', () => {
	behavesLikeAChannel(oker, async () => ({
		...(await okerShop(cannotSayWhatChanged)),
		leavesOlderToHub: false,
	}));
});

test('of what has changed each further page is one call, whoever asks for it', async () => {
	const { sandbox, url, now, place, calls } = await okerShop();
	const window = { connectedAt: now(), watermark: null, overlapMinutes: 10 };
	place(120);
	const callsOf: number[] = [];
	let position: string | null = null;
	do {
		const before = calls();
		const http = okerHttp(url, sandbox.credential);
		const page: OrderPage = await oker.orders.page(http, { ...window, position });
		callsOf.push(calls() - before);
		position = page.next;
	} while (position !== null);
	expect(callsOf).toEqual([2, 1, 1]);
});
