import type { StockReceipt } from '../../domain/stockFigure';
import type { StockChange } from '../../ledger/stockShapes';
import { deciding } from './deciding';

const keyOf = ({ listing, location }: Pick<StockChange, 'listing' | 'location'>) =>
	`${listing} ${location}`;

/** A channel that shows what it is sent, at once or later, and remembers which hand-out that was. */
export function channelOf() {
	const shows = new Map<string, number>();
	const confirmed = new Map<string, number>();
	const handOuts = new Map<string, number>();
	const show = (place: string, quantity: number, handOut: number) => {
		expect(handOut).toBeGreaterThanOrEqual(confirmed.get(place) ?? 0);
		shows.set(place, quantity);
	};
	const later = deciding(({ place, quantity }, ticket) =>
		show(place, quantity, handOuts.get(ticket) ?? 0),
	);
	return {
		shows,
		later,
		take(row: StockChange, handOut: number, what: number): StockReceipt {
			const { listing, location, quantity } = row;
			const receipt = { listing, location, quantity, reason: null };
			if (what % 7 === 1) return { ...receipt, outcome: 'unsent' };
			if (what % 7 === 2) return { ...receipt, outcome: 'refused', reason: 'not today' };
			if (what % 7 === 0) {
				const ticket = later.take(keyOf(row), quantity);
				handOuts.set(ticket, handOut);
				return { ...receipt, outcome: 'pending', ticket };
			}
			later.pass(keyOf(row));
			show(keyOf(row), quantity, handOut);
			return { ...receipt, outcome: 'stored' };
		},
		decide(what: number) {
			const ticket = later.open()[what % 3];
			if (ticket !== undefined) later.decide(ticket, what % 4 === 0 ? 'refused' : 'stored');
		},
		confirm(receipts: readonly StockReceipt[], handOut: number) {
			for (const { ticket = '', ...one } of receipts) {
				const stored = one.outcome === 'stored';
				if (stored) confirmed.set(keyOf(one), handOuts.get(ticket) ?? handOut);
			}
		},
	};
}
