import type { StockFigure, StockReceipt } from '../../domain/stockFigure';
import type { Http } from '../connector';

/** A push as far as it has come. */
export interface Push {
	readonly http: Http;
	readonly ended: Map<StockFigure, Pick<StockReceipt, 'outcome' | 'reason'>>;
	/** Rows of each call that writes. */
	readonly turns: number[];
}

export const isAnyStored = ({ ended }: Push): boolean =>
	[...ended.values()].some(({ outcome }) => outcome === 'stored');

/** A row without a reason is stored. */
export function end({ ended }: Push, figure: StockFigure, reason: string | null): void {
	ended.set(figure, { outcome: reason === null ? 'stored' : 'refused', reason });
}
