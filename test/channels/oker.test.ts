import { oker } from '../../channels/oker/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { okerShop } from './okerShop';

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
