import type { PendingFigure, StockReceipt } from '../../domain/stockFigure';
import { decided, refused, stored } from './stockOut';

interface Taken {
	readonly place: string;
	readonly quantity: number;
	decision?: 'stored' | 'refused';
}

/** A channel that takes figures and decides later. Of two for a place the later one counts; `show` is told what customers see. */
export function deciding(show: (taken: Taken, ticket: string) => void) {
	const taken = new Map<string, Taken>();
	const newest = new Map<string, string>();
	const open = () =>
		[...taken].flatMap(([ticket, { decision }]) => (decision === undefined ? [ticket] : []));
	const decide = (ticket: string, decision: 'stored' | 'refused') => {
		const one = taken.get(ticket);
		if (one === undefined) return;
		one.decision = decision;
		if (decision === 'stored' && newest.get(one.place) === ticket) show(one, ticket);
	};
	return {
		open,
		decide,
		decideAll: () => open().forEach((ticket) => decide(ticket, 'stored')),
		take(place: string, quantity: number): string {
			const ticket = `T${taken.size + 1}`;
			taken.set(ticket, { place, quantity });
			newest.set(place, ticket);
			return ticket;
		},
		/** Another figure was stored at once, so that none that waits counts any more. */
		pass: (place: string) => void newest.delete(place),
		said(row: PendingFigure): StockReceipt {
			const decision = taken.get(row.ticket)?.decision;
			if (decision === undefined) return { ...row, outcome: 'pending', reason: null };
			return decided(decision === 'stored' ? stored : refused)(row);
		},
	};
}
