import { needsApproval } from '../../domain/approval';
import { settings } from '../support/ledgers';

const sold = (minor: number, payment: string | null = 'CREDIT_CARD') => ({
	total: { minor, currency: 'TRY' },
	payment,
});
const by = (approveFrom: number | null, ...approvePayments: readonly string[]) =>
	settings({ approveOrders: true, approveFrom, approvePayments });

test.each([
	['nobody asks for it', sold(99_900), settings({ approveFrom: 1 }), false],
	['every order is asked for', sold(1), by(null), true],
	['it is worth as much', sold(50_000), by(500), true],
	['it is worth less', sold(49_999), by(500), false],
	['it is paid so, in whatever case', sold(1, 'cash_on_delivery'), by(null, 'CASH*'), true],
	['it is paid otherwise', sold(1), by(null, 'CASH*'), false],
	['the channel does not say how it is paid', sold(1, null), by(null, 'CASH*'), false],
	['one of both holds', sold(60_000), by(500, 'CASH*'), true],
])('where %s, a new order waits for a person or not', (_what, order, store, expected) => {
	expect(needsApproval(order, store)).toBe(expected);
});
